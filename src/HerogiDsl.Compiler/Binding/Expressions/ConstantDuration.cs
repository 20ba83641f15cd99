using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Syntax.Expressions;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Binding.Expressions;

/// <summary>Durations that are known when the project is built.</summary>
internal static class ConstantDuration
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(36525);

    /// <summary>HRG3017: a wait that is none, or longer than anybody lives.</summary>
    public static void Check(BoundExpression expression, string word, BinderEnvironment environment, BindingContext context)
    {
        if (Of(expression) is { } constant)
            Check(constant, expression.Span, word, environment, context);
    }

    /// <summary>HRG3017, of a duration that stands there.</summary>
    public static void Check(
        TimeSpan constant, TextSpan span, string word, BinderEnvironment environment, BindingContext context)
    {
        if (constant <= TimeSpan.Zero || constant > Longest)
            environment.Report(FlowDiagnostics.ImpossibleDuration(context.Locate(span), word), context);
    }

    public static TimeSpan? Of(BoundExpression expression)
    {
        try
        {
            return expression switch
            {
                BoundLiteral { Value: TimeSpan value } => value,
                BoundUnary { Operator: UnaryOperator.Negate } negate => -Of(negate.Operand),
                BoundBinary { Operator: BinaryOperator.Add } sum => Of(sum.Left) + Of(sum.Right),
                BoundBinary { Operator: BinaryOperator.Subtract } difference => Of(difference.Left) - Of(difference.Right),
                BoundBinary { Operator: BinaryOperator.Multiply, Right: BoundLiteral { Value: long factor } } product
                    when Of(product.Left) is { } value => TimeSpan.FromTicks(checked(value.Ticks * factor)),
                _ => null,
            };
        }
        catch (OverflowException)
        {
            // Longer than any that may be.
            return TimeSpan.MaxValue;
        }
    }
}
