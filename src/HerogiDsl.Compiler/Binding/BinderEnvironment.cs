using HerogiDsl.Compiler.Binding.Declarations;
using HerogiDsl.Compiler.Binding.Locking;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Binding;

/// <summary>What every binder needs: the declarations, and where mistakes are told.</summary>
internal sealed record BinderEnvironment(
    DeclarationTable Table,
    SkippedWords Skipped,
    TypeBinder Types,
    IReadOnlyList<SourceLocation> SyntaxFaults,
    DiagnosticBag Diagnostics)
{
    /// <summary>The types of the lock; null without one.</summary>
    public LockedTypes? Locked { get; init; }

    /// <summary>What is named anywhere, and the session data that are read.</summary>
    public Usage Usage => Types.Usage;

    // Very many names that do not exist, among very many that do: each of the one is held against each of the others.
    private int _namesLeft = 2_000_000;

    /// <summary>The names that may have been meant; none are looked for where it was done for very many already.</summary>
    /// <param name="count">How many there are at most.</param>
    public IReadOnlyCollection<string> Candidates(int count, Func<IReadOnlyCollection<string>> names)
    {
        _namesLeft = Math.Max(0, _namesLeft - count);
        return _namesLeft > 0 ? names() : WayOut.Untold;
    }

    /// <summary>The stretch of the scenario that a place is in; null outside.</summary>
    public static SourceLocation? ScenarioOf(BindingContext context) => context.Scenario?.Whole;

    /// <summary>Reports, naming the `run` where an action is bound for one.</summary>
    public void Report(Diagnostic diagnostic, BindingContext context)
    {
        if (context.Run is { } run)
            diagnostic = diagnostic.InRun(run.Action.Name, run.Location);
        Diagnostics.Report(diagnostic);
    }
}
