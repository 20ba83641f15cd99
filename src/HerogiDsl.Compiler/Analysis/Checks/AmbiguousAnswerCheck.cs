using HerogiDsl.Compiler.Analysis.Facts;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Symbols;

namespace HerogiDsl.Compiler.Analysis.Checks;

/// <summary>HRG3011: an `on` that does not say which, where two statements of the state return the same event.</summary>
internal sealed class AmbiguousAnswerCheck : IScenarioCheck
{
    public void Run(ScenarioFacts facts, DiagnosticBag diagnostics)
    {
        var scenario = facts.Scenario;
        foreach (var state in scenario.States.Where(state => state.Symbol.Kind == StateKind.State))
        {
            var calls = Visits.CallsOf(scenario, state).Where(call => call.IsOwn).ToArray();
            foreach (var transition in state.Transitions)
            {
                if (transition.Trigger is not BoundOnEvent { From: null, Event: var answer })
                    continue;
                var sources = calls.Where(call => call.Returns == answer).ToArray();
                if (Visits.MostAsked(state.Statements, answer) < 2)
                    continue;
                diagnostics.Report(CoverageDiagnostics.Ambiguous(
                    scenario.Symbol.Origin.Text.Locate(transition.Syntax.KeywordSpan),
                    answer.Name,
                    state.Symbol.Name,
                    [.. sources.Select(call => new RelatedLocation(call.At, $"this statement returns '{answer.Name}'"))]));
            }
        }
    }
}
