using HerogiDsl.Compiler.Analysis.Facts;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Diagnostics.Catalog;

namespace HerogiDsl.Compiler.Analysis.Checks;

/// <summary>HRG3010: an answer that neither the state nor `anywhere` waits for.</summary>
internal sealed class UnawaitedAnswerCheck : IScenarioCheck
{
    public void Run(ScenarioFacts facts, DiagnosticBag diagnostics)
    {
        var scenario = facts.Scenario;
        foreach (var state in scenario.States)
        {
            if (!Soundness.IsWhole(scenario, state))
                continue;
            foreach (var call in Visits.CallsOf(scenario, state))
            {
                var isDeferred = state.Defers.Concat(scenario.AnywhereDefers).Any(defer => defer.Event == call.Returns);
                if (!isDeferred && !scenario.Leaving(state).Any(call.IsFor))
                    diagnostics.Report(CoverageDiagnostics.NotAwaited(call.At, call.Returns.Name, state.Symbol.Name));
            }
        }
    }
}
