using HerogiDsl.Compiler.Analysis.Facts;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Symbols;

namespace HerogiDsl.Compiler.Analysis.Checks;

/// <summary>HRG3003: a state without a way out that is no `end`; `stay` and the state itself are none.</summary>
internal sealed class DeadEndCheck : IScenarioCheck
{
    public void Run(ScenarioFacts facts, DiagnosticBag diagnostics)
    {
        var scenario = facts.Scenario;
        foreach (var state in scenario.States)
        {
            if (state.Symbol.Kind != StateKind.State || !Soundness.IsWhole(scenario, state))
                continue;
            if (scenario.Leaving(state).All(transition => transition.Target is null || transition.Target == state.Symbol))
                diagnostics.Report(CoverageDiagnostics.DeadEnd(Soundness.NameOf(scenario, state.Symbol), state.Symbol.Name));
        }
    }
}
