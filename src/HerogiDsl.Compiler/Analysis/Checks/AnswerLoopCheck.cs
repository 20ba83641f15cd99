using HerogiDsl.Compiler.Analysis.Facts;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Symbols;

namespace HerogiDsl.Compiler.Analysis.Checks;

/// <summary>HRG3013: states that go round for ever on answers alone; told once, at the first of them.</summary>
internal sealed class AnswerLoopCheck : IScenarioCheck
{
    private const int Shown = 12;

    public void Run(ScenarioFacts facts, DiagnosticBag diagnostics)
    {
        var scenario = facts.Scenario;
        if (!Soundness.HasWholeGraph(scenario))
            return;
        var states = scenario.States.ToDictionary(state => state.Symbol);
        var told = new HashSet<StateSymbol>();
        foreach (var state in scenario.States.Where(state => facts.Reachable.Contains(state.Symbol)))
        {
            if (told.Contains(state.Symbol))
                continue;
            var round = FollowingOf(scenario, state, states);
            // A single state that only comes back to itself has no way out at all, which is told as such.
            if (round.Count < 2 || !round.Contains(state.Symbol) || round.Any(told.Contains))
                continue;
            if (!AllLeadTo(state.Symbol, round, scenario, states))
                continue;
            told.UnionWith(round);
            var path = scenario.States.Where(member => round.Contains(member.Symbol)).Select(member => member.Symbol.Name).ToArray();
            if (path.Length > Shown)
                path = [.. path.Take(Shown), "…"];
            diagnostics.Report(CoverageDiagnostics.AnswerLoop(
                Soundness.NameOf(scenario, state.Symbol), string.Join(" -> ", path.Concat([state.Symbol.Name]))));
        }
    }

    private static bool GoesOnByAnswers(BoundScenario scenario, BoundState state) => scenario.Leaving(state).All(transition =>
        transition.Target is null || transition.Trigger is BoundOnEvent { Event.IsAnswer: true });

    // Walked backwards once: what is found leads to the target.
    private static bool AllLeadTo(
        StateSymbol target, HashSet<StateSymbol> round, BoundScenario scenario, Dictionary<StateSymbol, BoundState> states)
    {
        var before = round
            .SelectMany(from => scenario.Leaving(states[from]).Select(transition => (From: from, transition.Target)))
            .ToLookup(way => way.Target, way => way.From);
        var found = new HashSet<StateSymbol> { target };
        var waiting = new Stack<StateSymbol>(found);
        while (waiting.Count > 0)
        {
            foreach (var from in before[waiting.Pop()].Where(found.Add))
                waiting.Push(from);
        }

        return round.IsSubsetOf(found);
    }

    // Empty where one of them is left in another manner: then it goes round no longer than somebody wants.
    private static HashSet<StateSymbol> FollowingOf(
        BoundScenario scenario, BoundState state, Dictionary<StateSymbol, BoundState> states)
    {
        var found = new HashSet<StateSymbol>();
        var waiting = new Stack<BoundState>();
        waiting.Push(state);
        while (waiting.Count > 0)
        {
            var next = waiting.Pop();
            if (next.Symbol.Kind != StateKind.State || !GoesOnByAnswers(scenario, next))
                return [];
            foreach (var transition in scenario.Leaving(next))
            {
                if (transition.Target is { } target && found.Add(target))
                    waiting.Push(states[target]);
            }
        }

        return found;
    }
}
