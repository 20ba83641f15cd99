using HerogiDsl.Compiler.Analysis.Facts;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Syntax.Declarations;

namespace HerogiDsl.Compiler.Analysis.Checks;

/// <summary>HRG3022: a state that a failed answer leaves sessions in for good.</summary>
internal sealed class StrandedSessionCheck : IScenarioCheck
{
    public void Run(ScenarioFacts facts, DiagnosticBag diagnostics)
    {
        var scenario = facts.Scenario;
        foreach (var state in scenario.States.Where(state => state.Symbol.Kind == StateKind.State))
        {
            if (!Soundness.IsWhole(scenario, state) || state.Transitions.Any(transition => LeadsOn(transition, state.Symbol)))
                continue;
            foreach (var call in Visits.CallsOf(scenario, state).Where(call => call.Returns.EventOrigin != EventOrigin.Ordinary))
            {
                if (StrandedBy(scenario, state, call) is not { IsEmpty: false } outcomes)
                    continue;
                diagnostics.Report(CoverageDiagnostics.Strands(
                    Soundness.NameOf(scenario, state.Symbol),
                    state.Symbol.Name,
                    call.Returns.Name,
                    OutcomeText.Of(outcomes, call.Returns)));
                break;
            }
        }
    }

    // A timer, or an ordinary event that leads out; what stands in `anywhere` does not count.
    private static bool LeadsOn(BoundTransition transition, StateSymbol state) => transition.Trigger switch
    {
        BoundAfter or BoundEvery => true,
        BoundOnEvent { Event.IsAnswer: false } or BoundOnAny => transition.Target is not null && transition.Target != state,
        _ => false,
    };

    private static OutcomeSet? StrandedBy(BoundScenario scenario, BoundState state, AnswerCall call)
    {
        var takers = scenario.Leaving(state).Where(call.IsFor).ToArray();
        if (takers.Length == 0)
            return null;
        var open = OutcomeSet.Everything(call.Returns).WithoutOk();
        if (!call.MayBeUnknown)
            open = open.WithoutUnknown();
        var stranded = open.Except(open);
        foreach (var taker in takers)
        {
            var (surely, maybe) = OutcomeSet.Of(taker.Guard, call.Returns);
            if (taker.Syntax.IsStay)
                stranded = stranded.Union(open.Intersect(maybe));
            open = open.Except(surely);
        }

        return stranded.Union(open);
    }
}
