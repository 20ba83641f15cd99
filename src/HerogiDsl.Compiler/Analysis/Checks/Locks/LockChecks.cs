using System.Collections.Immutable;
using HerogiDsl.Compiler.Analysis.Facts;
using HerogiDsl.Compiler.Analysis.Locking;
using HerogiDsl.Compiler.Binding;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Binding.Locking;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Locking;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Analysis.Checks.Locks;

/// <summary>What can be judged of one scenario when the lock is known; one check, one class, one id.</summary>
internal interface ILockCheck
{
    void Run(LockedProgram program, ScenarioFacts facts, ImmutableArray<LockedForm> forms, DiagnosticBag diagnostics);
}

/// <summary>This build beside the lock.</summary>
/// <param name="Text">The text of the lock.</param>
internal sealed record LockedProgram(BoundProgram Program, LockFile File, SourceText Text, LockedShapes Shapes);

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

    /// <summary>Runs them; what each scenario that was bound leaves is added to its trace.</summary>
    /// <param name="known">The traces of the scenarios that were not.</param>
    public static void Run(
        BoundProgram program,
        ImmutableArray<ScenarioFacts> facts,
        SourceText? text,
        (Dictionary<ScenarioSymbol, ScenarioTrace> Traces, Func<ScenarioSymbol, ScenarioTrace?> Known) known,
        DiagnosticBag diagnostics)
    {
        // What could not be read may be all that is missing.
        if (program.Locked is not { } shapes || text is null || HasSyntaxErrors(diagnostics))
            return;
        var locked = new LockedProgram(program, shapes.File, text, shapes);
        foreach (var each in facts)
        {
            var symbol = each.Scenario.Symbol;
            known.Traces[symbol] = known.Traces[symbol] with { Locked = Trace(locked, each) };
        }

        var stored = new StoredTypes(locked);
        foreach (var scenario in program.ScenarioSymbols)
        {
            var trace = known.Traces.TryGetValue(scenario, out var own) ? own : known.Known(scenario);
            if (trace?.Locked is not { } left)
                continue;
            diagnostics.Report(left.Diagnostics);
            stored.Add(left);
        }

        LockedStateGoneCheck.RunOnScenarios(locked, diagnostics);
        LockedShapeCheck.RunOnTypes(locked, stored, diagnostics);
    }

    private static LockTrace Trace(LockedProgram program, ScenarioFacts facts)
    {
        ImmutableArray<LockedForm> forms = program.File.FindScenario(facts.Scenario.Symbol.Name) is { } locked
            ? [.. LockedForm.Of(facts, locked)]
            : [];
        var told = new DiagnosticBag();
        foreach (var check in All)
            check.Run(program, facts, forms, told);
        return StoredTypes.Trace(program, forms, told.Since(0));
    }

    private static bool HasSyntaxErrors(DiagnosticBag diagnostics) =>
        diagnostics.ErrorCount > 0 && diagnostics.ToImmutable().Any(diagnostic =>
            diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Id.StartsWith("HRG0", StringComparison.Ordinal));
}
