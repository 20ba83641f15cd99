using HerogiDsl.Compiler.Analysis.Facts;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Syntax.Members;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Analysis.Checks;

/// <summary>Whether enough of a scenario could be read to say what it lacks.</summary>
internal static class Soundness
{
    /// <summary>Whether every transition has its trigger and its target, and nothing was skipped.</summary>
    public static bool HasWholeGraph(BoundScenario scenario) =>
        !scenario.HasSyntaxFaults && scenario.Start.Transitions.Length > 0 && TransitionsOf(scenario).All(IsWholeWay);

    /// <summary>Whether, besides, what each transition does could be read.</summary>
    public static bool HasWholeTransitions(BoundScenario scenario) =>
        HasWholeGraph(scenario) && !TransitionsOf(scenario).Any(transition => HasErrors(transition.Do));

    /// <summary>Whether a state's statements and transitions could all be read.</summary>
    public static bool IsWhole(BoundScenario scenario, BoundState state) =>
        !scenario.HasSyntaxFaults
        && state.Transitions.Concat(scenario.Anywhere).All(IsWholeWay)
        && !HasErrors(state.Statements)
        && !scenario.Leaving(state).Where(transition => transition.Syntax.IsStay).Any(stay => HasErrors(stay.Do))
        && state.Transitions.All(transition => KnowsItsLabel(scenario, state, transition));

    public static SourceLocation NameOf(BoundScenario scenario, StateSymbol state) =>
        scenario.Symbol.Origin.Text.Locate(NameSyntaxOf(state)?.Span ?? default);

    private static IEnumerable<BoundTransition> TransitionsOf(BoundScenario scenario) =>
        scenario.States.Append(scenario.Start).SelectMany(state => state.Transitions).Concat(scenario.Anywhere);

    private static Identifier? NameSyntaxOf(StateSymbol state) => state.Declaration switch
    {
        StateSyntax declaration => declaration.Name,
        EndSyntax end => end.Name,
        _ => null,
    };

    // A label that no statement has was told already; nobody knows which answer the transition is for.
    private static bool KnowsItsLabel(BoundScenario scenario, BoundState state, BoundTransition transition) =>
        transition.Trigger is not BoundOnEvent { From: { } label }
        || Visits.CallsOf(scenario, state).Any(call => call.Label == label);

    // What the `do` of a way out asks for is for the next visit.
    private static bool IsWholeWay(BoundTransition transition) =>
        transition.Trigger is not BoundErrorTrigger
        && (transition.Target is not null || transition.Syntax.IsStay)
        && transition.Guard is not { Type.IsError: true };

    private static bool HasErrors(IEnumerable<BoundStatement> statements) => statements.Any(statement => statement switch
    {
        BoundErrorStatement error => !error.IsDead,
        BoundIf @if => HasErrors(@if.Else) || @if.Branches.Any(branch => HasErrors(branch.Statements)),
        BoundRun run => HasErrors(run.Body),
        _ => false,
    });
}
