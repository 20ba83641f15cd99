using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Symbols.Types;
using HerogiDsl.Compiler.Syntax.Expressions;
using T = HerogiDsl.Compiler.Symbols.Types.BuiltInTypes;

namespace HerogiDsl.Compiler.Binding.Expressions;

/// <summary>Operators, by the types of their operands.</summary>
internal sealed class OperatorBinder(BinderEnvironment environment, ExpressionBinder expressions)
{
    public BoundExpression BindUnary(UnarySyntax syntax, BindingContext context)
    {
        var operand = expressions.Bind(syntax.Operand, context);
        if (operand.Type.IsError)
            return new BoundUnary(syntax.Operator, operand, T.Error, syntax.Span);
        var value = expressions.Converter.NotNull(operand, context);
        if (syntax.Operator == UnaryOperator.Not)
        {
            return value.Type == T.Bool ? new BoundUnary(UnaryOperator.Not, value, T.Bool, syntax.Span)
                : WrongOperand(value, "not", "a 'bool'", context);
        }

        return Conversions.IsNumeric(value.Type) || value.Type == T.Duration
            ? new BoundUnary(UnaryOperator.Negate, value, value.Type, syntax.Span)
            : WrongOperand(value, "-", "an 'int', a 'decimal' or a 'duration'", context);
    }

    public BoundExpression BindBinary(BinarySyntax syntax, BindingContext context, TypeSymbol? expected)
    {
        if (syntax.Operator is BinaryOperator.And or BinaryOperator.Or)
            return BindLogical(syntax, context);
        var left = expressions.Bind(syntax.Left, context, syntax.Operator == BinaryOperator.Coalesce ? expected : null);
        var right = expressions.Bind(
            syntax.Right, context, syntax.Operator == BinaryOperator.Coalesce ? left.Type.Underlying : null);
        if ((left.Type.IsError && right.Type is NullType) || (left.Type is NullType && right.Type.IsError))
            return NullTest(syntax, left, right) with { Type = T.Error };
        if (left.Type.IsError || right.Type.IsError)
            return BindBeside(syntax, left, right, context);
        return syntax.Operator switch
        {
            BinaryOperator.Coalesce => BindCoalesce(syntax, left, right, context),
            BinaryOperator.Equal or BinaryOperator.NotEqual => BindEquality(syntax, left, right, context),
            BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater
                or BinaryOperator.GreaterOrEqual => BindOrder(syntax, left, right, context),
            _ => BindArithmetic(syntax, left, right, context),
        };
    }

    private BoundExpression BindLogical(BinarySyntax syntax, BindingContext context)
    {
        var symbol = syntax.Operator == BinaryOperator.And ? "and" : "or";
        var left = BindTruth(syntax.Left, symbol, context);
        var right = BindTruth(syntax.Right, symbol, context.When(left, syntax.Operator == BinaryOperator.And));
        var isBroken = left.Type.IsError || right.Type.IsError;
        return new BoundBinary(syntax.Operator, left, right, isBroken ? T.Error : T.Bool, syntax.Span);
    }

    // Whatever is wrong with the other side, null has no order and no sum.
    private BoundExpression BindBeside(
        BinarySyntax syntax, BoundExpression left, BoundExpression right, BindingContext context) =>
        syntax.Operator is BinaryOperator.Coalesce or BinaryOperator.Equal or BinaryOperator.NotEqual
            ? Broken(syntax, left, right)
            : Broken(syntax, expressions.Converter.NotNullBeside(left, context), expressions.Converter.NotNullBeside(right, context));

    // What stands right of `??` is read only where the left side is null, whatever is wrong with one of them.
    private static BoundExpression Broken(ExpressionSyntax syntax, BoundExpression left, BoundExpression right) =>
        syntax is BinarySyntax { Operator: BinaryOperator.Coalesce }
            ? new BoundBinary(BinaryOperator.Coalesce, left, right, T.Error, syntax.Span)
            : new BoundError(syntax.Span)
            {
                Parts = [left, right],
                MayProve = MayBeNullTest(syntax, left, right) ? BoundError.Anything : null,
            };

    // example: session.name != nil
    private static bool MayBeNullTest(ExpressionSyntax syntax, BoundExpression left, BoundExpression right) =>
        syntax is BinarySyntax { Operator: BinaryOperator.Equal or BinaryOperator.NotEqual } test
        && ((test.Left is NameSyntax && left.Type.IsError) || (test.Right is NameSyntax && right.Type.IsError));

    private BoundExpression BindTruth(ExpressionSyntax syntax, string symbol, BindingContext context)
    {
        var operand = expressions.Bind(syntax, context);
        if (operand.Type.IsError || operand.Type is NeverType)
            return operand;
        return operand.Type.Underlying == T.Bool
            ? expressions.Converter.NotNull(operand, context)
            : WrongOperand(operand, symbol, "'bool' on both sides", context);
    }

    // example: firstMatch(event.text, "…") ?? fail("the 409 names no contact")
    private BoundExpression BindCoalesce(
        BinarySyntax syntax, BoundExpression left, BoundExpression right, BindingContext context)
    {
        if (Conversions.Common(left.Type, right.Type) is not { } common)
            return WrongOperands(syntax, left, right, context);
        var type = right.Type.IsNullable ? common.ToNullable() : common;
        return new BoundBinary(
            BinaryOperator.Coalesce,
            expressions.Converter.TryConvert(left, common.ToNullable(), context) ?? left,
            expressions.Converter.TryConvert(right, type, context) ?? right,
            type,
            syntax.Span);
    }

    private BoundExpression BindEquality(
        BinarySyntax syntax, BoundExpression left, BoundExpression right, BindingContext context)
    {
        var isNot = syntax.Operator == BinaryOperator.NotEqual;
        if (left.Type is NullType || right.Type is NullType)
        {
            var test = NullTest(syntax, left, right);
            ConstantComparisons.CheckNull(test.Value, isNot, environment, context);
            return test;
        }

        if (Unify(syntax, left, right, keepNull: true, context) is not var (a, b))
            return Broken(syntax, left, right);
        ConstantComparisons.CheckStatus(a, b, isNot, environment, context);
        return new BoundBinary(syntax.Operator, a, b, T.Bool, syntax.Span);
    }

    private static BoundIsNull NullTest(BinarySyntax syntax, BoundExpression left, BoundExpression right) =>
        new(left.Type is NullType ? right : left, syntax.Operator == BinaryOperator.NotEqual, syntax.Span);

    private BoundExpression BindOrder(
        BinarySyntax syntax, BoundExpression left, BoundExpression right, BindingContext context)
    {
        if (Unify(syntax, left, right, keepNull: false, context) is not var (a, b))
            return Broken(syntax, left, right);
        ConstantComparisons.CheckStatusOrder(a, syntax.Operator, b, environment, context);
        return Conversions.IsOrdered(a.Type) || a.Type is NeverType
            ? new BoundBinary(syntax.Operator, a, b, T.Bool, syntax.Span)
            : WrongOperands(syntax, left, right, context);
    }

    /// <summary>Both operands in the one type that they share; null where they share none, which is told.</summary>
    public (BoundExpression Left, BoundExpression Right)? Unify(
        ExpressionSyntax syntax, BoundExpression left, BoundExpression right, bool keepNull, BindingContext context)
    {
        var common = Conversions.Common(left.Type, right.Type);
        if (common is null || (common == T.Json && !(left.Type is NeverType || right.Type is NeverType)))
        {
            WrongOperands(syntax, left, right, context);
            return null;
        }

        // A json beside a value may be missing: then it is not equal, which is no fault.
        var anyNull = left.Type.IsNullable || right.Type.IsNullable || left.Type == T.Json || right.Type == T.Json;
        var type = keepNull && anyNull ? common.ToNullable() : common;
        return (expressions.Converter.TryConvert(left, type, context) ?? left,
            expressions.Converter.TryConvert(right, type, context) ?? right);
    }

    private BoundExpression BindArithmetic(
        BinarySyntax syntax, BoundExpression left, BoundExpression right, BindingContext context)
    {
        if (TimeArithmetic.TypeOf(syntax.Operator, left.Type.Underlying, right.Type.Underlying) is { } time)
        {
            var a = expressions.Converter.NotNull(left, context);
            var b = expressions.Converter.NotNull(right, context);
            if (time == T.Date && TimeArithmetic.IsConstantPartOfDay(b))
            {
                environment.Report(TypeDiagnostics.NotWholeDays(context.Locate(b.Span)), context);
                return new BoundError(syntax.Span);
            }

            return new BoundBinary(syntax.Operator, a, b, time, syntax.Span);
        }

        var common = Conversions.Common(left.Type, right.Type);
        var fits = common is not null
            && (Conversions.IsNumeric(common) || (common == T.String && syntax.Operator == BinaryOperator.Add));
        if (common is null || !fits)
            return WrongOperands(syntax, left, right, context);
        return new BoundBinary(
            syntax.Operator,
            expressions.Converter.TryConvert(left, common, context) ?? left,
            expressions.Converter.TryConvert(right, common, context) ?? right,
            common,
            syntax.Span);
    }

    private BoundExpression WrongOperands(
        ExpressionSyntax syntax, BoundExpression left, BoundExpression right, BindingContext context)
    {
        var symbol = syntax is BinarySyntax binary ? OperatorText.Of(binary.Operator) : "in";
        environment.Report(
            TypeDiagnostics.WrongOperands(context.Locate(syntax.Span), symbol, left.Type.Name, right.Type.Name), context);
        return Broken(syntax, left, right);
    }

    private BoundError WrongOperand(BoundExpression operand, string symbol, string wanted, BindingContext context)
    {
        environment.Report(
            operand.Type.Underlying == T.Json
                ? TypeDiagnostics.JsonWithoutType(context.Locate(operand.Span), $"the operand of '{symbol}'")
                : TypeDiagnostics.WrongOperand(context.Locate(operand.Span), symbol, operand.Type.Name, wanted),
            context);
        return new BoundError(operand.Span) { Parts = [operand] };
    }
}
