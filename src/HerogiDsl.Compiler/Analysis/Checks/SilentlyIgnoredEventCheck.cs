using HerogiDsl.Compiler.Analysis.Facts;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Symbols;

namespace HerogiDsl.Compiler.Analysis.Checks;

/// <summary>HRG3018: a state that silently ignores ordinary events which other states take.</summary>
internal sealed class SilentlyIgnoredEventCheck : IScenarioCheck
{
    public void Run(ScenarioFacts facts, DiagnosticBag diagnostics)
    {
        var scenario = facts.Scenario;
        var states = scenario.States.Where(state => state.Symbol.Kind == StateKind.State).ToArray();
        var taken = states.SelectMany(state => state.Transitions).Select(EventOf).OfType<EventSymbol>().Distinct()
            .Where(@event => !scenario.UnsureEvents.Contains(@event))
            .ToArray();
        var everywhere = scenario.Anywhere.Select(EventOf).OfType<EventSymbol>()
            .Concat(scenario.AnywhereDefers.Select(defer => defer.Event))
            .ToArray();
        var takesAny = scenario.Anywhere.Any(transition => transition.Trigger is BoundOnAny);
        foreach (var state in states)
        {
            if (takesAny || !Soundness.IsWhole(scenario, state)
                || state.Transitions.Any(transition => transition.Trigger is BoundOnAny))
            {
                continue;
            }

            var known = state.Transitions.Select(EventOf).Concat(state.Defers.Select(defer => (EventSymbol?)defer.Event)).ToArray();
            var ignored = taken.Where(@event => !known.Contains(@event) && !everywhere.Contains(@event))
                .Select(@event => @event.Name).ToArray();
            if (ignored.Length > 0)
            {
                diagnostics.Report(CoverageDiagnostics.SilentlyIgnored(
                    Soundness.NameOf(scenario, state.Symbol), state.Symbol.Name, ignored));
            }
        }
    }

    private static EventSymbol? EventOf(BoundTransition transition) =>
        transition.Trigger is BoundOnEvent { Event: { IsAnswer: false } @event } ? @event : null;
}
