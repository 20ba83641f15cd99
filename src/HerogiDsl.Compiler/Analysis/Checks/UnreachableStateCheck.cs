using HerogiDsl.Compiler.Analysis.Facts;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Syntax;

namespace HerogiDsl.Compiler.Analysis.Checks;

/// <summary>HRG3002: a state or end that nothing leads to; of a chain of them the first only.</summary>
internal sealed class UnreachableStateCheck : IScenarioCheck
{
    public void Run(ScenarioFacts facts, DiagnosticBag diagnostics)
    {
        var scenario = facts.Scenario;
        // The transitions of a state whose name another one has are nowhere in the graph.
        if (!Soundness.HasWholeGraph(scenario) || scenario.Symbol.Duplicates.Count > 0)
            return;
        var unreachable = scenario.States.Where(state => !facts.Reachable.Contains(state.Symbol)).ToArray();
        var told = new HashSet<StateSymbol>();
        var firsts = unreachable.Where(state => !unreachable.Any(other => other != state && LeadsTo(scenario, other, state)));
        foreach (var state in firsts.Concat(unreachable))
        {
            // A reserved word, which was refused, names nothing that a transition could lead to.
            if (!told.Add(state.Symbol) || SyntaxFacts.Reserved.Contains(state.Symbol.Name))
                continue;
            diagnostics.Report(CoverageDiagnostics.Unreachable(
                Soundness.NameOf(scenario, state.Symbol),
                state.Symbol.Kind == StateKind.End ? "end" : "state",
                state.Symbol.Name,
                scenario.Symbol.Name));
            MarkFollowing(scenario, state, unreachable, told);
        }
    }

    private static void MarkFollowing(
        BoundScenario scenario, BoundState state, BoundState[] unreachable, HashSet<StateSymbol> told)
    {
        foreach (var next in unreachable.Where(other => LeadsTo(scenario, state, other)))
        {
            if (told.Add(next.Symbol))
                MarkFollowing(scenario, next, unreachable, told);
        }
    }

    private static bool LeadsTo(BoundScenario scenario, BoundState from, BoundState to) =>
        scenario.Leaving(from).Any(transition => transition.Target == to.Symbol);
}
