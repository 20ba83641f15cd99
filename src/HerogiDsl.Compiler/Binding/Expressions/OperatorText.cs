using HerogiDsl.Compiler.Syntax.Expressions;

namespace HerogiDsl.Compiler.Binding.Expressions;

/// <summary>Operators as they are written.</summary>
internal static class OperatorText
{
    public static string Of(BinaryOperator @operator) => @operator switch
    {
        BinaryOperator.Or => "or",
        BinaryOperator.And => "and",
        BinaryOperator.Equal => "==",
        BinaryOperator.NotEqual => "!=",
        BinaryOperator.Less => "<",
        BinaryOperator.LessOrEqual => "<=",
        BinaryOperator.Greater => ">",
        BinaryOperator.GreaterOrEqual => ">=",
        BinaryOperator.Coalesce => "??",
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        BinaryOperator.Remainder => "%",
        _ => throw new InvalidOperationException(@operator.ToString()),
    };
}
