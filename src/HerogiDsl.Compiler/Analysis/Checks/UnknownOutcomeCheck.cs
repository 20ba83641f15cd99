using HerogiDsl.Compiler.Analysis.Facts;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Syntax.Expressions;

namespace HerogiDsl.Compiler.Analysis.Checks;

/// <summary>HRG3019: a `post` or `patch` whose unknown outcome is not told apart.</summary>
internal sealed class UnknownOutcomeCheck : IScenarioCheck
{
    public void Run(ScenarioFacts facts, DiagnosticBag diagnostics)
    {
        var scenario = facts.Scenario;
        foreach (var state in scenario.States.Where(state => state.Symbol.Kind == StateKind.State))
        {
            if (!Soundness.IsWhole(scenario, state))
                continue;
            foreach (var call in Visits.CallsOf(scenario, state))
            {
                if (call.Statement is not BoundHttp http || !call.MayBeUnknown)
                    continue;
                var takers = scenario.Leaving(state).Where(call.IsFor).ToArray();
                if (takers.Length == 0 || takers.Any(taker => TellsApart(taker, call.Returns)))
                    continue;
                diagnostics.Report(CoverageDiagnostics.UnknownNotTold(
                    http.Text.Locate(http.Syntax.Method.Span), http.Method, call.Returns.Name, state.Symbol.Name));
            }
        }
    }

    private static bool TellsApart(BoundTransition taker, EventSymbol answer) =>
        taker.Guard is { } guard && Mentions(guard)
        && OutcomeSet.Of(guard, answer).Maybe.MayBeUnknown;

    private static bool Mentions(BoundExpression guard) => guard switch
    {
        BoundMember { Field.Name: "unknown", Target: BoundEvent } => true,
        BoundUnary { Operator: UnaryOperator.Not } negated => Mentions(negated.Operand),
        BoundBinary binary => Mentions(binary.Left) || Mentions(binary.Right),
        _ => false,
    };
}
