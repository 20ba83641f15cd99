using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Symbols;

namespace HerogiDsl.Compiler.Analysis.Facts;

/// <summary>Gathers what is known of a scenario, and tells what is read without being there.</summary>
internal static class FactGatherer
{
    public static ScenarioFacts Gather(BoundScenario scenario, DiagnosticBag diagnostics)
    {
        var flow = ScenarioFlow.Run(scenario);
        new FlowReporter(scenario, flow, diagnostics).Report();
        var states = scenario.States.Select(state => state.Symbol).ToArray();
        return new ScenarioFacts(
            scenario,
            scenario.Reachable,
            states.ToDictionary(state => state, state => EntryOf(scenario, state)),
            states.ToDictionary(state => state, state => Certain(scenario, state, flow.Entries)),
            states.ToDictionary(state => state, state => Certain(scenario, state, flow.Rests)))
        {
            Chains = flow.Migrations.Chains,
        };
    }

    private static StateEntry EntryOf(BoundScenario scenario, StateSymbol state)
    {
        var view = scenario.Views[state];
        return new StateEntry(view.Events, view.MissingBecause is not null);
    }

    private static IReadOnlyList<CertainDatum> Certain(
        BoundScenario scenario, StateSymbol state, IReadOnlyDictionary<StateSymbol, FlowState> states)
    {
        var known = states.TryGetValue(state, out var found) ? found : ScenarioFlow.Unchecked(scenario.Symbol);
        var certain = new List<CertainDatum>();
        foreach (var datum in scenario.Symbol.Session)
        {
            if (known.Assigned.Contains(datum))
                certain.Add(new CertainDatum(datum, known.Proven.Contains("session." + datum.Name)));
        }

        return certain;
    }
}
