using System.Globalization;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.CSharp;
using Names = HerogiDsl.Compiler.CSharp.RuntimeNames;

namespace HerogiDsl.Compiler.Lowering;

/// <summary>Turns `in`, `matches` and `is` into C#.</summary>
internal sealed class TestLowerer(ExpressionLowerer expressions, ScenarioTables tables, StepScope scope)
{
    public CSharpCode Lower(BoundExpression expression) => expression switch
    {
        BoundInList test => Call(
            test.IsNot,
            $"{Names.Functions}.In({expressions.Argument(test.Value)}, {expressions.Argument(test.List)})"),
        BoundInRange test => LowerRange(test),
        BoundInStatus test => Pattern(
            test.Value,
            test.IsNot,
            $">= {test.First.ToString(CultureInfo.InvariantCulture)} and <= {test.Last.ToString(CultureInfo.InvariantCulture)}"),
        BoundMatches test => Call(
            test.IsNot, $"{tables.Regex(test.Pattern)}.IsMatch({expressions.Argument(test.Value)})"),
        BoundIsNull test => LowerIsNull(test),
        BoundIsEvent test => LowerIsEvent(test),
        _ => throw new InvalidOperationException(expression.GetType().Name),
    };

    private CSharpCode LowerRange(BoundInRange test)
    {
        if (Bound(test.Low) is { } low && Bound(test.High) is { } high)
            return Pattern(test.Value, test.IsNot, $">= {low} and <= {high}");
        var arguments = new[] { test.Value, test.Low, test.High }
            .Select(argument => expressions.Argument(argument, test.Value.Type));
        return Call(test.IsNot, $"{Names.Functions}.InRange({string.Join(", ", arguments)})");
    }

    private string? Bound(BoundExpression expression) => expression is BoundLiteral { Value: long or decimal }
        ? expressions.Argument(expression)
        : null;

    private CSharpCode Pattern(BoundExpression value, bool isNot, string pattern)
    {
        var code = expressions.Lower(value);
        var operand = ExpressionLowerer.IsConstant(value)
            ? $"{Names.Functions}.Value({code.Text})"
            : code.At(Precedence.Relational);
        return new CSharpCode(
            isNot ? $"{operand} is not ({pattern})" : $"{operand} is {pattern}", Precedence.Relational, false);
    }

    private CSharpCode LowerIsNull(BoundIsNull test)
    {
        var value = expressions.Lower(test.Value);
        return value.IsNullable
            ? new CSharpCode(
                value.At(Precedence.Relational) + (test.IsNot ? " is not null" : " is null"), Precedence.Relational, false)
            : Call(test.IsNot, $"{Names.Functions}.IsNull({value.Text})");
    }

    // Of an event whose type C# knows it would not let us ask.
    private CSharpCode LowerIsEvent(BoundIsEvent test)
    {
        var @event = scope.Event.Type is null ? scope.Event.Text : $"(({Names.IEvent}){scope.Event.Text})";
        return new CSharpCode(
            $"{@event} {(test.IsNot ? "is not" : "is")} {tables.Names.Global(test.Event)}", Precedence.Relational, false);
    }

    private static CSharpCode Call(bool isNot, string call) =>
        isNot ? new CSharpCode("!" + call, Precedence.Unary, false) : CSharpCode.Primary(call);
}
