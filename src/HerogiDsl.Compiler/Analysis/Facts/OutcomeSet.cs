using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Syntax.Declarations;
using HerogiDsl.Compiler.Syntax.Expressions;

namespace HerogiDsl.Compiler.Analysis.Facts;

/// <summary>
/// The outcomes of an answer that a guard speaks of. An outcome is a status (0 without an answer, 100 to 599), whether
/// the answer is what it should be, and whether it is unknown if it happened.
/// </summary>
internal sealed class OutcomeSet
{
    private const int Statuses = 600;

    // Per status: not sound, sound, unknown (an unknown outcome is never ok).
    private readonly bool[] _outcomes;

    private OutcomeSet(bool[] outcomes) => _outcomes = outcomes;

    private enum Kind
    {
        Unsound,
        Sound,
        Unknown,
    }

    /// <summary>Every outcome that an answer may have.</summary>
    public static OutcomeSet Everything(EventSymbol answer) => Where(answer, (_, _) => true);

    /// <summary>What a guard surely lets through, and what it may let through; the same where it speaks of outcomes only.</summary>
    public static (OutcomeSet Surely, OutcomeSet Maybe) Of(BoundExpression? guard, EventSymbol answer)
    {
        var everything = Everything(answer);
        var nothing = Where(answer, (_, _) => false);
        switch (guard)
        {
            case null:
                return (everything, everything);
            case BoundLiteral { Value: bool value }:
                return value ? (everything, everything) : (nothing, nothing);
            case BoundUnary { Operator: UnaryOperator.Not } negated:
                var (surely, maybe) = Of(negated.Operand, answer);
                return (everything.Except(maybe), everything.Except(surely));
            case BoundBinary { Operator: BinaryOperator.And } both:
                var (leftSurely, leftMaybe) = Of(both.Left, answer);
                var (rightSurely, rightMaybe) = Of(both.Right, answer);
                return (leftSurely.Intersect(rightSurely), leftMaybe.Intersect(rightMaybe));
            case BoundBinary { Operator: BinaryOperator.Or } either:
                var (firstSurely, firstMaybe) = Of(either.Left, answer);
                var (secondSurely, secondMaybe) = Of(either.Right, answer);
                return (firstSurely.Union(secondSurely), firstMaybe.Union(secondMaybe));
            case BoundMember { Field.Name: "ok", Target: BoundEvent }:
                return Exactly(Where(answer, (_, kind) => kind == Kind.Sound));
            case BoundMember { Field.Name: "unknown", Target: BoundEvent }:
                return Exactly(Where(answer, (_, kind) => kind == Kind.Unknown));
            default:
                return OfStatus(guard, answer) is { } test
                    ? Exactly(Where(answer, (status, _) => test(status)))
                    : (nothing, everything);
        }
    }

    public bool Contains(OutcomeSet other) => !other._outcomes.Where((has, index) => has && !_outcomes[index]).Any();

    public bool IsEmpty => !_outcomes.Any(has => has);

    private OutcomeSet Except(OutcomeSet other) => Combine(other, (mine, its) => mine && !its);

    private OutcomeSet Intersect(OutcomeSet other) => Combine(other, (mine, its) => mine && its);

    private OutcomeSet Union(OutcomeSet other) => Combine(other, (mine, its) => mine || its);

    private OutcomeSet Combine(OutcomeSet other, Func<bool, bool, bool> combine) =>
        new([.. _outcomes.Select((has, index) => combine(has, other._outcomes[index]))]);

    private static (OutcomeSet Surely, OutcomeSet Maybe) Exactly(OutcomeSet set) => (set, set);

    private static OutcomeSet Where(EventSymbol answer, Func<int, Kind, bool> holds)
    {
        var outcomes = new bool[Statuses * 3];
        for (var status = 0; status < Statuses; status++)
        {
            foreach (var kind in KindsOf(status, answer))
                outcomes[(status * 3) + (int)kind] = holds(status, kind);
        }

        return new OutcomeSet(outcomes);
    }

    private static IEnumerable<Kind> KindsOf(int status, EventSymbol answer)
    {
        if (status is > 0 and < 100)
            yield break;
        if (status is >= 200 and < 300)
        {
            yield return Kind.Sound;
            if (answer.Body is not null)
                yield return Kind.Unsound;
            yield break;
        }

        yield return Kind.Unsound;
        if (status is 0 or >= 500)
            yield return Kind.Unknown;
    }

    private static Func<int, bool>? OfStatus(BoundExpression guard, EventSymbol answer) => guard switch
    {
        BoundInStatus inStatus when IsStatus(inStatus.Value) =>
            status => (status >= inStatus.First && status <= inStatus.Last) != inStatus.IsNot,
        BoundInRange { Low: BoundLiteral { Value: long low }, High: BoundLiteral { Value: long high } } inRange
            when IsStatus(inRange.Value) => status => (status >= low && status <= high) != inRange.IsNot,
        BoundInList { List: BoundList list } inList
            when IsStatus(inList.Value) && list.Items.All(item => item is BoundLiteral { Value: long }) =>
            status => list.Items.Any(item => item is BoundLiteral { Value: long value } && value == status) != inList.IsNot,
        BoundBinary { Right: BoundLiteral { Value: long right } } binary when IsStatus(binary.Left) =>
            Compare(binary.Operator, right),
        BoundBinary { Left: BoundLiteral { Value: long left } } binary when IsStatus(binary.Right) =>
            Compare(Mirror(binary.Operator), left),
        _ => null,
    };

    private static bool IsStatus(BoundExpression value) =>
        value is BoundMember
        {
            Field.Name: "statusCode",
            Target: BoundEvent { Type: EventSymbol { EventOrigin: not EventOrigin.Ordinary } },
        };

    private static Func<int, bool>? Compare(BinaryOperator @operator, long value) => @operator switch
    {
        BinaryOperator.Equal => status => status == value,
        BinaryOperator.NotEqual => status => status != value,
        BinaryOperator.Less => status => status < value,
        BinaryOperator.LessOrEqual => status => status <= value,
        BinaryOperator.Greater => status => status > value,
        BinaryOperator.GreaterOrEqual => status => status >= value,
        _ => null,
    };

    private static BinaryOperator Mirror(BinaryOperator @operator) => @operator switch
    {
        BinaryOperator.Less => BinaryOperator.Greater,
        BinaryOperator.LessOrEqual => BinaryOperator.GreaterOrEqual,
        BinaryOperator.Greater => BinaryOperator.Less,
        BinaryOperator.GreaterOrEqual => BinaryOperator.LessOrEqual,
        _ => @operator,
    };
}
