using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.CSharp;
using HerogiDsl.Compiler.Symbols.Types;

namespace HerogiDsl.Compiler.Lowering;

/// <summary>Starts the timers of a state.</summary>
internal sealed class TimerLowerer(ScenarioPlan plan, StepScope scope, CodeBuilder code)
{
    public void Lower(BoundState state)
    {
        var text = plan.Scenario.Symbol.Origin.Text;
        var statements = new StatementLowerer(plan.Tables, scope, plan.Record(state.Symbol), code);
        var timers = plan.TimersOf(state);
        if (timers.Count > 0)
            code.Blank();
        for (var i = 0; i < timers.Count; i++)
        {
            statements.At(text, timers[i].Syntax.Span);
            Lower(i, timers[i].Trigger);
        }
    }

    // examples: after 1h -> FindCompany
    //           every "0 9 * * 1-5" zone "Europe/Berlin" -> FindCompany
    private void Lower(int number, BoundTrigger trigger)
    {
        var text = plan.Scenario.Symbol.Origin.Text;
        switch (trigger)
        {
            case BoundAfter after:
                var delay = new ExpressionLowerer(plan.Tables, scope, text).Argument(after.Delay, BuiltInTypes.Duration);
                code.AddMapped($"context.StartTimer({number}, ", delay, ");", text, after.Delay.Span);
                break;
            case BoundEvery every:
                code.Add(
                    $"context.StartTimer({number}, {CSharpLiteral.Text(every.Cron)}, {CSharpLiteral.Text(every.Zone)});");
                break;
        }
    }
}
