using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.CSharp;
using HerogiDsl.Compiler.Symbols.Types;
using HerogiDsl.Compiler.Syntax.Expressions;
using Names = HerogiDsl.Compiler.CSharp.RuntimeNames;

namespace HerogiDsl.Compiler.Lowering;

/// <summary>Turns operators into C#: whole numbers checked, texts compared by their characters.</summary>
internal sealed class OperatorLowerer(ExpressionLowerer expressions)
{
    private bool _isChecked;

    public CSharpCode Lower(BoundExpression expression, TypeSymbol? wanted) => expression switch
    {
        BoundUnary { Operator: UnaryOperator.Not } unary => new CSharpCode(
            "!" + expressions.Lower(unary.Operand, BuiltInTypes.Bool).At(Precedence.Unary), Precedence.Unary, false),
        BoundUnary unary => Checked(unary.Type == BuiltInTypes.Int, () => new CSharpCode(
            "-" + expressions.Lower(unary.Operand, unary.Type).At(Precedence.Primary), Precedence.Unary, false)),
        BoundBinary binary => LowerBinary(binary, wanted),
        _ => throw new InvalidOperationException(expression.GetType().Name),
    };

    private CSharpCode LowerBinary(BoundBinary binary, TypeSymbol? wanted) => binary.Operator switch
    {
        BinaryOperator.And => Join(binary, " && ", Precedence.And),
        BinaryOperator.Or => Join(binary, " || ", Precedence.Or),
        BinaryOperator.Coalesce => LowerCoalesce(binary, wanted),
        BinaryOperator.Equal or BinaryOperator.NotEqual => LowerEquality(binary),
        BinaryOperator.Less => LowerOrder(binary, " < "),
        BinaryOperator.LessOrEqual => LowerOrder(binary, " <= "),
        BinaryOperator.Greater => LowerOrder(binary, " > "),
        BinaryOperator.GreaterOrEqual => LowerOrder(binary, " >= "),
        _ => LowerArithmetic(binary),
    };

    private CSharpCode LowerCoalesce(BoundBinary binary, TypeSymbol? wanted)
    {
        var type = binary.Type is NeverType && wanted is not null ? wanted : binary.Type;
        var left = expressions.Lower(binary.Left, type);
        if (!left.IsNullable)
            return left;
        var right = expressions.Lower(binary.Right, type);
        return new CSharpCode(
            $"{left.At(Precedence.Or)} ?? {right.At(Precedence.Coalesce)}", Precedence.Coalesce, right.IsNullable);
    }

    private CSharpCode LowerEquality(BoundBinary binary)
    {
        var isNot = binary.Operator == BinaryOperator.NotEqual;
        return Join(binary, isNot ? " != " : " == ", Precedence.Equality);
    }

    private CSharpCode LowerOrder(BoundBinary binary, string symbol)
    {
        if (binary.Left.Type.Underlying != BuiltInTypes.String)
            return Join(binary, symbol, Precedence.Relational);
        var arguments = $"({expressions.Argument(binary.Left)}, {expressions.Argument(binary.Right)})";
        return new CSharpCode($"string.CompareOrdinal{arguments}{symbol}0", Precedence.Relational, false);
    }

    private CSharpCode Join(BoundBinary binary, string symbol, Precedence precedence)
    {
        var type = precedence <= Precedence.And ? BuiltInTypes.Bool : binary.Left.Type;
        var left = Operand(binary.Left, binary.Right, type).At(precedence);
        var right = Operand(binary.Right, binary.Left, binary.Left.Type).At(precedence + 1);

        // C# warns of comparing a variable with itself.
        if (left == right && precedence is Precedence.Equality or Precedence.Relational)
            right = $"{Names.Functions}.Value({right})";
        return new CSharpCode(left + symbol + right, precedence, false);
    }

    private CSharpCode LowerArithmetic(BoundBinary binary)
    {
        var (left, right) = (binary.Left.Type.Underlying, binary.Right.Type.Underlying);
        if (left == BuiltInTypes.Duration && right == BuiltInTypes.Int)
            return Call(binary, $"{Names.Functions}.Multiply");
        if (left == BuiltInTypes.Date && right == BuiltInTypes.Duration)
            return Call(binary, $"{Names.TimeFunctions}.{(binary.Operator == BinaryOperator.Add ? "Add" : "Subtract")}");

        var (symbol, precedence) = binary.Operator switch
        {
            BinaryOperator.Add => (" + ", Precedence.Additive),
            BinaryOperator.Subtract => (" - ", Precedence.Additive),
            BinaryOperator.Multiply => (" * ", Precedence.Multiplicative),
            BinaryOperator.Divide => (" / ", Precedence.Multiplicative),
            _ => (" % ", Precedence.Multiplicative),
        };
        return Checked(binary.Type == BuiltInTypes.Int, () => new CSharpCode(
            Hidden(binary, expressions.Lower(binary.Left, binary.Type)).At(precedence) + symbol
                + HiddenZero(binary, Operand(binary.Right, binary.Left, binary.Type)).At(precedence + 1),
            precedence,
            false));
    }

    private CSharpCode Call(BoundBinary binary, string method) => CSharpCode.Primary(
        $"{method}({expressions.Argument(binary.Left)}, {expressions.Argument(binary.Right)})");

    // Beside a value that is a long already, C# needs no suffix.
    private CSharpCode Operand(BoundExpression operand, BoundExpression other, TypeSymbol type)
    {
        var code = expressions.Lower(operand, type);
        return operand is BoundLiteral { Value: long and >= int.MinValue and <= int.MaxValue }
            && !ExpressionLowerer.IsConstant(other)
                ? code with { Text = code.Text.TrimEnd('L') }
                : code;
    }

    // Constants that C# would compute (and refuse to, where it overflows) are computed when the step runs.
    private static CSharpCode Hidden(BoundBinary binary, CSharpCode left) =>
        ExpressionLowerer.IsConstant(binary) ? CSharpCode.Primary($"{Names.Functions}.Value({left.Text})") : left;

    private static CSharpCode HiddenZero(BoundBinary binary, CSharpCode right) =>
        binary.Operator is BinaryOperator.Divide or BinaryOperator.Remainder && ExpressionLowerer.IsConstant(binary.Right)
            && binary.Right is BoundLiteral { Value: 0L or 0m } or BoundConversion
            ? CSharpCode.Primary($"{Names.Functions}.Value({right.Text})")
            : right;

    private CSharpCode Checked(bool isInt, Func<CSharpCode> lower)
    {
        if (!isInt || _isChecked)
            return lower();
        _isChecked = true;
        try
        {
            return CSharpCode.Primary($"checked({lower().Text})");
        }
        finally
        {
            _isChecked = false;
        }
    }
}
