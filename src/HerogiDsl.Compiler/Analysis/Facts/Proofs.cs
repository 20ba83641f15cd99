using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Symbols.Types;
using HerogiDsl.Compiler.Syntax.Declarations;
using HerogiDsl.Compiler.Syntax.Expressions;

namespace HerogiDsl.Compiler.Analysis.Facts;

/// <summary>What a condition proves not to be null, when it holds or when it fails.</summary>
internal static class Proofs
{
    public static IEnumerable<string> Of(BoundExpression condition, bool holds) => condition switch
    {
        BoundError { Member: { } member } error => holds && member == "ok" && error.Parts is [var brought] ? BodyOf(brought) : [],
        BoundError error => MeantBy(error),
        BoundIsNull { Value: BoundError { Member: null } error } => MeantBy(error),
        BoundUnary { Operator: UnaryOperator.Not } negated => Of(negated.Operand, !holds),
        BoundBinary { Operator: BinaryOperator.And } both => holds
            ? Of(both.Left, true).Concat(Of(both.Right, true))
            : Of(both.Left, false).Intersect(Of(both.Right, false)),
        BoundBinary { Operator: BinaryOperator.Or } either => holds
            ? Of(either.Left, true).Intersect(Of(either.Right, true))
            : Of(either.Left, false).Concat(Of(either.Right, false)),
        BoundIsNull isNull when holds == isNull.IsNot => PathAndOwners(isNull.Value),
        BoundMember { Field.Name: "ok" } ok when holds && HasBody(ok.Target.Type) => BodyOf(ok.Target),
        BoundNotNull notNull => Of(notNull.Operand, holds),
        _ => [],
    };

    // What a condition proves that was told to be wrong is not told to be missing as well.
    private static IEnumerable<string> MeantBy(BoundError error) => error.MayProve is { } meant ? [meant] : [];

    // a?.b is not null: then a is there as well.
    private static IEnumerable<string> PathAndOwners(BoundExpression value)
    {
        for (var current = value; AccessPath.Of(current) is { } path;)
        {
            yield return path;
            if (current is not BoundMember { IsConditional: true } member)
                yield break;
            current = member.Target;
        }
    }

    // example: when event.ok: the answer is a 2xx and its body is what `as` says
    private static bool HasBody(TypeSymbol type) => type switch
    {
        EventSymbol @event => @event.EventOrigin == EventOrigin.Http && @event.Body is not null,
        EventUnionType union => union.Events.All(HasBody),
        _ => false,
    };

    private static IEnumerable<string> BodyOf(BoundExpression target) =>
        AccessPath.Of(target) is { } path ? [path + ".body"] : [];
}
