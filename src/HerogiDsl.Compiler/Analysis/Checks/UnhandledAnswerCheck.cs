using HerogiDsl.Compiler.Analysis.Facts;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Syntax.Declarations;

namespace HerogiDsl.Compiler.Analysis.Checks;

/// <summary>HRG3004: an answer that is not handled for every outcome.</summary>
internal sealed class UnhandledAnswerCheck : IScenarioCheck
{
    public void Run(ScenarioFacts facts, DiagnosticBag diagnostics)
    {
        var scenario = facts.Scenario;
        foreach (var state in scenario.States.Where(state => state.Symbol.Kind == StateKind.State))
        {
            if (!Soundness.IsWhole(scenario, state))
                continue;
            var calls = Visits.CallsOf(scenario, state).Where(call => call.Returns.EventOrigin != EventOrigin.Ordinary);
            foreach (var answer in calls.GroupBy(call => call.Returns))
                Check(scenario, state, answer.Key, [.. answer], diagnostics);
        }
    }

    private static void Check(
        BoundScenario scenario, BoundState state, EventSymbol answer, AnswerCall[] calls, DiagnosticBag diagnostics)
    {
        if (state.Defers.Concat(scenario.AnywhereDefers).Any(defer => defer.Event == answer))
            return;
        OutcomeSet? remaining = null;
        foreach (var call in calls)
        {
            var takers = scenario.Leaving(state).Where(call.IsFor).ToArray();
            if (takers.Length == 0)
                continue;
            var open = OutcomeSet.Everything(answer);
            if (!call.MayBeUnknown)
                open = open.WithoutUnknown();
            foreach (var taker in takers.Where(taker => OutcomeSet.SpeaksOnlyOfOutcomes(taker.Guard)))
                open = open.Except(OutcomeSet.Of(taker.Guard, answer).Surely);
            remaining = remaining is null ? open : remaining.Union(open);
        }

        if (remaining is null || remaining.IsEmpty)
            return;
        diagnostics.Report(CoverageDiagnostics.UnhandledOutcome(
            Soundness.NameOf(scenario, state.Symbol), state.Symbol.Name, answer.Name, OutcomeText.Of(remaining, answer)));
    }
}
