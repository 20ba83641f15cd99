using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Syntax.Expressions;

namespace HerogiDsl.Compiler.Binding.Expressions;

/// <summary>What a condition proves of `event`.</summary>
internal static class Narrowing
{
    // example: when event is Register and event.email == "x" -> A
    public static EventView? Apply(BoundExpression condition, EventView? view, bool holds)
    {
        if (view is null)
            return null;
        return condition switch
        {
            BoundUnary { Operator: UnaryOperator.Not } not => Apply(not.Operand, view, !holds),
            BoundBinary { Operator: BinaryOperator.And } and when holds =>
                Apply(and.Right, Apply(and.Left, view, true), true),
            BoundBinary { Operator: BinaryOperator.Or } or when !holds =>
                Apply(or.Right, Apply(or.Left, view, false), false),
            BoundBinary { Operator: BinaryOperator.Or } or => Union(Apply(or.Left, view, true), Apply(or.Right, view, true)),
            BoundIsEvent { Value: BoundEvent } @is => view.Narrow(@is.Event, holds != @is.IsNot),
            BoundIsNull { Value: BoundEvent } @is => holds == @is.IsNot ? view.Present() : view,
            _ => view,
        };
    }

    public static BindingContext When(this BindingContext context, BoundExpression condition, bool holds) =>
        context with { Event = Apply(condition, context.Event, holds) };

    // example: event is Register or event is Updated
    private static EventView? Union(EventView? left, EventView? right) =>
        left is null || right is null || left.IsUnchecked || right.IsUnchecked
            ? left
            : left with
            {
                Events = [.. left.Events.Union(right.Events)],
                MissingBecause = left.MissingBecause ?? right.MissingBecause,
            };
}
