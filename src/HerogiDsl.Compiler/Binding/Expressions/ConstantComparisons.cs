using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Syntax.Declarations;
using HerogiDsl.Compiler.Syntax.Expressions;

namespace HerogiDsl.Compiler.Binding.Expressions;

/// <summary>HRG2008: comparisons that are always true or always false.</summary>
internal static class ConstantComparisons
{
    public static void CheckNull(
        BoundExpression value, bool isNot, BinderEnvironment environment, BindingContext context)
    {
        if (value.Type.IsNullable || value.Type.IsError || value is BoundEvent)
            return;
        environment.Report(
            TypeDiagnostics.ConstantComparison(
                context.Locate(value.Span), $"a '{value.Type.Name}' is never null", isNot),
            context);
    }

    public static void CheckStatus(
        BoundExpression left, BoundExpression right, bool isNot, BinderEnvironment environment, BindingContext context)
    {
        var status = IsStatus(left) ? right : IsStatus(right) ? left : null;
        var constant = status switch
        {
            BoundLiteral { Value: long literal } => literal,
            BoundUnary { Operator: UnaryOperator.Negate, Operand: BoundLiteral { Value: long literal } } => -literal,
            _ => (long?)null,
        };
        if (constant is { } value && !IsPossible(value, value))
            Report(left, value.ToString(System.Globalization.CultureInfo.InvariantCulture), isNot, environment, context);
    }

    public static void CheckStatusRange(
        BoundExpression value, (long First, long Last) range, bool isNot, BinderEnvironment environment, BindingContext context)
    {
        if (IsStatus(value) && !IsPossible(range.First, range.Last))
            Report(value, $"{range.First}..{range.Last}", isNot, environment, context);
    }

    public static bool IsStatus(BoundExpression expression) =>
        expression is BoundMember { Field.Name: "statusCode", Target: var target }
        && target.Type is EventSymbol { EventOrigin: EventOrigin.Http };

    // A status is 0, where no answer came, or 100 to 599.
    private static bool IsPossible(long first, long last) =>
        first <= last && ((first <= 0 && last >= 0) || (first <= 599 && last >= 100));

    private static void Report(
        BoundExpression at, string range, bool value, BinderEnvironment environment, BindingContext context) =>
        environment.Report(
            TypeDiagnostics.ConstantComparison(
                context.Locate(at.Span), $"a status is 0 or 100 to 599, never {range}", value),
            context);
}
