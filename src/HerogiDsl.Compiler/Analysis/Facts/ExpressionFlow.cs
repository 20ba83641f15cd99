using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Symbols.Types;
using HerogiDsl.Compiler.Syntax.Expressions;
using HerogiDsl.Compiler.Text;
using HerogiDsl.Templates;

namespace HerogiDsl.Compiler.Analysis.Facts;

/// <summary>Told of what a walk finds; nobody listens while the facts are still being gathered.</summary>
internal interface IFlowListener
{
    void Unset(SessionSymbol datum, SourceLocation at);

    void MayBeNull(BoundNotNull value, string? path, SourceLocation at);

    void NullHole(TemplatePlace place, SourceLocation at);

    void RunBegins(BoundRun run);

    void RunEnds();
}

/// <summary>
/// Walks expressions in the order they are evaluated. What is read counts as set from there on, and what is needed as
/// not null: where it was not, that is told, and told once.
/// </summary>
internal sealed class ExpressionFlow(IFlowListener? listener)
{
    public FlowState Walk(BoundExpression? expression, FlowState state, SourceText text)
    {
        switch (expression)
        {
            case null:
                return state;
            case BoundSession session:
                return Read(session, state, text);
            case BoundNotNull notNull:
                return Need(notNull, Walk(notNull.Operand, state, text), text);
            case BoundBinary { Operator: BinaryOperator.And or BinaryOperator.Or }:
                var (whenTrue, whenFalse) = Judge(expression, state, text);
                return FlowState.Meet(whenTrue, whenFalse).Behind(state);
            case BoundBinary { Operator: BinaryOperator.Coalesce } coalesce:
                state = Walk(coalesce.Left, state, text);
                Walk(coalesce.Right, state, text);
                return state;
            case BoundConditional conditional:
                return WalkConditional(conditional, state, text);
            default:
                foreach (var part in PartsOf(expression))
                    state = Walk(part, state, text);
                return state;
        }
    }

    /// <summary>
    /// What is known where a condition holds, and where it fails. What stands to the right of an `and` is read only where
    /// the left side holds: behind the whole it counts as read where the whole holds.
    /// </summary>
    public (FlowState Holds, FlowState Fails) Judge(BoundExpression condition, FlowState state, SourceText text)
    {
        switch (condition)
        {
            case BoundUnary { Operator: UnaryOperator.Not } negated:
                var (holds, fails) = Judge(negated.Operand, state, text);
                return (fails, holds);
            case BoundBinary { Operator: BinaryOperator.And } both:
                var left = Judge(both.Left, state, text);
                var right = Judge(both.Right, left.Holds, text);
                return (right.Holds, FlowState.Meet(left.Fails, right.Fails));
            case BoundBinary { Operator: BinaryOperator.Or } either:
                var first = Judge(either.Left, state, text);
                var second = Judge(either.Right, first.Fails, text);
                return (FlowState.Meet(first.Holds, second.Holds), second.Fails);
            default:
                state = Walk(condition, state, text);
                return (state.Prove(Proofs.Of(condition, true)), state.Prove(Proofs.Of(condition, false)));
        }
    }

    /// <summary>A value is written to a place that cannot do without one.</summary>
    public void Write(BoundTemplateRead read, TemplatePlace place, FlowState state)
    {
        if (!read.Expression.Type.IsError && !IsThere(read.Expression, state))
            listener?.NullHole(place, read.Location);
    }

    /// <summary>Whether a value is certainly not null, by its type or by what is proved.</summary>
    public static bool IsThere(BoundExpression value, FlowState state) => value switch
    {
        { Type.IsNullable: false } => true,
        BoundBinary { Operator: BinaryOperator.Coalesce } coalesce =>
            IsThere(coalesce.Left, state) || IsThere(coalesce.Right, state),
        BoundConditional conditional =>
            IsThere(conditional.Then, state.Prove(Proofs.Of(conditional.Condition, true)))
            && IsThere(conditional.Else, state.Prove(Proofs.Of(conditional.Condition, false))),
        BoundConversion { Operand.Type: not NullType } conversion => IsThere(conversion.Operand, state),
        _ => AccessPath.Of(value) is { } path && state.IsProven(path),
    };

    // Of a json only the run can say whether it converts to what is needed.
    private static bool IsTaken(BoundExpression value, FlowState state) => value switch
    {
        BoundConversion { Operand.Type.Underlying: var from } conversion
            when from == BuiltInTypes.Json && conversion.Type.Underlying != BuiltInTypes.Json => true,
        BoundConditional conditional =>
            IsTaken(conditional.Then, state.Prove(Proofs.Of(conditional.Condition, true)))
            && IsTaken(conditional.Else, state.Prove(Proofs.Of(conditional.Condition, false))),
        BoundBinary { Operator: BinaryOperator.Coalesce } coalesce =>
            IsThere(coalesce.Left, state) || IsTaken(coalesce.Right, state),
        _ => IsThere(value, state),
    };

    private FlowState Read(BoundSession session, FlowState state, SourceText text)
    {
        if (!state.Assigned.Contains(session.Symbol))
            listener?.Unset(session.Symbol, text.Locate(session.Span));
        return state.Assign(session.Symbol);
    }

    private FlowState Need(BoundNotNull needed, FlowState state, SourceText text)
    {
        var path = AccessPath.Of(needed.Operand);
        if (IsTaken(needed.Operand, state))
            return state;
        listener?.MayBeNull(needed, path, text.Locate(needed.Span));
        return path is null ? state : state.Prove([path]);
    }

    private FlowState WalkConditional(BoundConditional conditional, FlowState state, SourceText text)
    {
        var (holds, fails) = Judge(conditional.Condition, state, text);
        return FlowState.Meet(Walk(conditional.Then, holds, text), Walk(conditional.Else, fails, text)).Behind(state);
    }

    private static IEnumerable<BoundExpression> PartsOf(BoundExpression expression) => expression switch
    {
        BoundMember member => [member.Target],
        BoundJsonMember member => [member.Target],
        BoundIndex index => [index.Target, index.Index],
        BoundCall call => call.Arguments,
        BoundUnary unary => [unary.Operand],
        BoundBinary binary => [binary.Left, binary.Right],
        BoundInList inList => [inList.Value, inList.List],
        BoundInRange inRange => [inRange.Value, inRange.Low, inRange.High],
        BoundInStatus inStatus => [inStatus.Value],
        BoundMatches matches => [matches.Value],
        BoundIsNull isNull => [isNull.Value],
        BoundObject literal => literal.Fields.Select(field => field.Value),
        BoundMap map => map.Entries.Select(entry => entry.Value),
        BoundList list => list.Items,
        BoundConversion conversion => [conversion.Operand],
        BoundError error => error.Parts,
        _ => [],
    };
}
