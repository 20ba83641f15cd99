using System.Collections.Immutable;
using HerogiDsl.Compiler.Analysis.Facts;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Symbols;

namespace HerogiDsl.Compiler.Analysis.Checks;

/// <summary>HRG3020: a `defer` or `ignore` that does nothing.</summary>
internal sealed class UselessDeferCheck : IScenarioCheck
{
    public void Run(ScenarioFacts facts, DiagnosticBag diagnostics)
    {
        var scenario = facts.Scenario;
        if (scenario.HasSyntaxFaults)
            return;
        foreach (var state in scenario.States)
            Check(scenario, state.Defers, state.Transitions, $"state '{state.Symbol.Name}'", diagnostics);
        Check(scenario, scenario.AnywhereDefers, scenario.Anywhere, "'anywhere'", diagnostics);
    }

    private static void Check(
        BoundScenario scenario,
        ImmutableArray<BoundDefer> defers,
        ImmutableArray<BoundTransition> transitions,
        string place,
        DiagnosticBag diagnostics)
    {
        foreach (var defer in defers)
        {
            if (WhyUseless(scenario, defer, transitions, place) is not { } why)
                continue;
            var name = defer.Syntax.Events.First(identifier => identifier.Text == defer.Event.Name);
            diagnostics.Report(CoverageDiagnostics.UselessDefer(
                scenario.Symbol.Origin.Text.Locate(name.Span), defer.IsIgnore ? "ignore" : "defer", defer.Event.Name, why));
        }
    }

    private static string? WhyUseless(
        BoundScenario scenario, BoundDefer defer, ImmutableArray<BoundTransition> transitions, string place)
    {
        if (defer.Event.IsAnswer)
            return "it is an answer, which belongs to the visit that asked for it";
        if (TakeAll([.. transitions.Where(transition => transition.Guard is null && Takes(transition, defer.Event))]))
            return $"{place} takes it already, without a guard";
        var all = scenario.States.Append(scenario.Start).SelectMany(state => state.Transitions).Concat(scenario.Anywhere);
        return all.Any(transition => Takes(transition, defer.Event)) ? null : "nothing in this scenario ever takes it";
    }

    // In the very state that it leads to, a transition of `anywhere` does not hold: there the `defer` decides.
    private static bool TakeAll(BoundTransition[] takers) =>
        takers.Any(taker => taker is not { IsAnywhere: true, Target.Kind: StateKind.State })
        || takers.Select(taker => taker.Target).Distinct().Count() > 1;

    private static bool Takes(BoundTransition transition, EventSymbol @event) =>
        transition.Trigger is BoundOnAny || (transition.Trigger is BoundOnEvent on && on.Event == @event);
}
