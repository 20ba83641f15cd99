using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Symbols.Types;
using HerogiDsl.Compiler.Syntax.Expressions;
using T = HerogiDsl.Compiler.Symbols.Types.BuiltInTypes;

namespace HerogiDsl.Compiler.Binding.Expressions;

/// <summary>datetime - datetime, datetime ± duration, date ± duration, duration ± duration, duration * int.</summary>
internal static class TimeArithmetic
{
    public static TypeSymbol? TypeOf(BinaryOperator @operator, TypeSymbol left, TypeSymbol right)
    {
        if (@operator == BinaryOperator.Subtract && left == T.DateTime && right == T.DateTime)
            return T.Duration;
        if (@operator is BinaryOperator.Add or BinaryOperator.Subtract && right == T.Duration && Conversions.IsTime(left))
            return left;
        return @operator == BinaryOperator.Multiply && left == T.Duration && right == T.Int ? T.Duration : null;
    }

    public static bool IsConstantPartOfDay(BoundExpression value) =>
        ConstantDuration.Of(value) is { } duration && duration.Ticks % TimeSpan.TicksPerDay != 0;
}
