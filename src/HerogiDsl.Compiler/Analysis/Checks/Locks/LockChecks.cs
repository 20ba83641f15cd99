using System.Collections.Immutable;
using HerogiDsl.Compiler.Analysis.Facts;
using HerogiDsl.Compiler.Analysis.Locking;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Binding.Locking;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Locking;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Analysis.Checks.Locks;

/// <summary>What can be judged when the lock is known; one check, one class, one id.</summary>
internal interface ILockCheck
{
    void Run(LockedProgram program, DiagnosticBag diagnostics);
}

/// <summary>This build beside the lock.</summary>
/// <param name="Text">The text of the lock.</param>
/// <param name="Forms">The locked states of the scenarios that are still there.</param>
internal sealed record LockedProgram(
    BoundProgram Program, LockFile File, SourceText Text, LockedShapes Shapes, ImmutableArray<LockedForm> Forms);

/// <summary>All checks against the lock.</summary>
internal static class LockChecks
{
    private static readonly ILockCheck[] All =
    [
        new LockedStateGoneCheck(),
        new LockedStateDataCheck(),
        new LockedShapeCheck(),
        new UselessMigrateCheck(),
    ];

    public static void Run(
        BoundProgram program, ImmutableArray<ScenarioFacts> facts, SourceText? text, DiagnosticBag diagnostics)
    {
        // What could not be read may be all that is missing.
        if (program.Locked is not { } shapes || text is null || HasSyntaxErrors(diagnostics))
            return;
        var forms = facts.SelectMany(each => shapes.File.FindScenario(each.Scenario.Symbol.Name) is { } locked
            ? LockedForm.Of(each, locked)
            : []);
        var locked = new LockedProgram(program, shapes.File, text, shapes, [.. forms]);
        foreach (var check in All)
            check.Run(locked, diagnostics);
    }

    private static bool HasSyntaxErrors(DiagnosticBag diagnostics) => diagnostics.ToImmutable().Any(diagnostic =>
        diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Id.StartsWith("HRG0", StringComparison.Ordinal));
}
