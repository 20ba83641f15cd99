using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Syntax.Expressions;

namespace HerogiDsl.Compiler.Binding.Expressions;

/// <summary>Durations that are known when the project is built.</summary>
internal static class ConstantDuration
{
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
            return null;
        }
    }
}
