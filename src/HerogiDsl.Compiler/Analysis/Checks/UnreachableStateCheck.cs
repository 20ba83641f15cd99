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
        if (!Soundness.HasWholeGraph(scenario))
            return;
        var unreachable = scenario.States.Where(state => !facts.Reachable.Contains(state.Symbol)).ToDictionary(state => state.Symbol);
        var firsts = FindFirsts(scenario, unreachable);
        foreach (var state in scenario.States.Where(firsts.Contains))
        {
            // A reserved word, which was refused, names nothing that a transition could lead to.
            if (SyntaxFacts.Reserved.Contains(state.Symbol.Name))
                continue;
            diagnostics.Report(CoverageDiagnostics.Unreachable(
                Soundness.NameOf(scenario, state.Symbol),
                state.Symbol.Kind == StateKind.End ? "end" : "state",
                state.Symbol.Name,
                scenario.Symbol.Name));
        }
    }

    // The fewest from which all others follow; of a ring that nothing else leads to its first.
    private static HashSet<BoundState> FindFirsts(BoundScenario scenario, Dictionary<StateSymbol, BoundState> unreachable)
    {
        var roots = new List<BoundState>();
        var seen = new HashSet<BoundState>();
        foreach (var state in scenario.States.Where(state => unreachable.ContainsKey(state.Symbol)))
        {
            if (MarkFollowing(scenario, state, unreachable, seen))
                roots.Add(state);
        }

        // Only a later root can lead to an earlier one: else the earlier one would have found it.
        var firsts = new HashSet<BoundState>();
        var covered = new HashSet<BoundState>();
        for (var i = roots.Count - 1; i >= 0; i--)
        {
            if (MarkFollowing(scenario, roots[i], unreachable, covered))
                firsts.Add(roots[i]);
        }

        return firsts;
    }

    private static bool MarkFollowing(
        BoundScenario scenario, BoundState state, Dictionary<StateSymbol, BoundState> unreachable, HashSet<BoundState> marked)
    {
        if (!marked.Add(state))
            return false;
        var waiting = new Stack<BoundState>([state]);
        while (waiting.Count > 0)
        {
            foreach (var transition in scenario.Leaving(waiting.Pop()))
            {
                if (transition.Target is { } target && unreachable.TryGetValue(target, out var next) && marked.Add(next))
                    waiting.Push(next);
            }
        }

        return true;
    }
}
