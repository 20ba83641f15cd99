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
            BoundUnary { Operator: UnaryOperator.Not } negated => Apply(negated.Operand, view, !holds),
            BoundBinary { Operator: BinaryOperator.And } both when holds =>
                Apply(both.Right, Apply(both.Left, view, true), true),
            BoundBinary { Operator: BinaryOperator.Or } either when !holds =>
                Apply(either.Right, Apply(either.Left, view, false), false),
            // Which of the two it was, nobody knows.
            BoundBinary { Operator: BinaryOperator.And or BinaryOperator.Or } logical =>
                Union(view, Apply(logical.Left, view, holds), Apply(logical.Right, view, holds)),
            BoundIsEvent { Value: BoundEvent } @is => view.Narrow(@is.Event, holds != @is.IsNot),
            BoundIsNull { Value: BoundEvent } @is => holds == @is.IsNot ? view.Present() : view.Missing(),
            _ => view,
        };
    }

    public static BindingContext When(this BindingContext context, BoundExpression condition, bool holds) =>
        context with { Event = Apply(condition, context.Event, holds) };

    // example: event is Register or event is Updated
    private static EventView? Union(EventView whole, EventView? left, EventView? right)
    {
        if (left is null || right is null || left.IsUnchecked || right.IsUnchecked)
            return whole;
        // What cannot come here was told, and does not come by being named.
        if (right.IsImpossible)
            return left;
        return left.IsImpossible ? right : left with
        {
            Events = [.. left.Events.Union(right.Events)],
            MissingBecause = left.MissingBecause ?? right.MissingBecause,
            IsSettled = left.IsSettled && right.IsSettled,
        };
    }
}
