using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Symbols.Types;
using HerogiDsl.Compiler.Syntax.Declarations;
using HerogiDsl.Compiler.Syntax.Expressions;

namespace HerogiDsl.Compiler.Binding.Expressions;

/// <summary>HRG2008: comparisons that are always true or always false.</summary>
internal static class ConstantComparisons
{
    private const string AllStatuses = "a status is 0 or 100 to 599";

    // Where no answer came it is 0.
    private static IEnumerable<long> Statuses => [0, .. Enumerable.Range(100, 500).Select(status => (long)status)];

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
        if (ConstantOf(status) is { } value && !IsPossible(value, value))
            Report(left, value.ToString(System.Globalization.CultureInfo.InvariantCulture), isNot, environment, context);
    }

    // example: event.statusCode >= 600; what is always true is one end of a range: statusCode >= 500 and statusCode < 600
    public static void CheckStatusOrder(
        BoundExpression left,
        BinaryOperator @operator,
        BoundExpression right,
        BinderEnvironment environment,
        BindingContext context)
    {
        var isLeft = IsStatus(left);
        if ((!isLeft && !IsStatus(right)) || ConstantOf(isLeft ? right : left) is not { } constant)
            return;
        if (!Statuses.Any(status => Holds(status.CompareTo(constant) * (isLeft ? 1 : -1))))
            environment.Report(TypeDiagnostics.ConstantComparison(context.Locate(left.Span), AllStatuses, false), context);

        bool Holds(int order) => @operator switch
        {
            BinaryOperator.Less => order < 0,
            BinaryOperator.LessOrEqual => order <= 0,
            BinaryOperator.Greater => order > 0,
            _ => order >= 0,
        };
    }

    public static void CheckStatusRange(
        BoundExpression value, (long First, long Last) range, bool isNot, BinderEnvironment environment, BindingContext context)
    {
        if (IsStatus(value) && !IsPossible(range.First, range.Last))
            Report(value, $"{range.First}..{range.Last}", isNot, environment, context);
    }

    private static long? ConstantOf(BoundExpression? expression) => expression switch
    {
        BoundLiteral { Value: long literal } => literal,
        BoundUnary { Operator: UnaryOperator.Negate, Operand: BoundLiteral { Value: long literal } } => -literal,
        _ => null,
    };

    public static bool IsStatus(BoundExpression expression) =>
        expression is BoundMember { Field.Name: "statusCode", Target.Type: var type } && type switch
        {
            EventSymbol @event => @event.EventOrigin == EventOrigin.Http,
            EventUnionType union => union.Events.All(@event => @event.EventOrigin == EventOrigin.Http),
            _ => false,
        };

    // A status is 0, where no answer came, or 100 to 599.
    private static bool IsPossible(long first, long last) =>
        first <= last && ((first <= 0 && last >= 0) || (first <= 599 && last >= 100));

    private static void Report(
        BoundExpression at, string range, bool value, BinderEnvironment environment, BindingContext context) =>
        environment.Report(
            TypeDiagnostics.ConstantComparison(
                context.Locate(at.Span), $"{AllStatuses}, never {range}", value),
            context);
}
