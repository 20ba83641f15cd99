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
                return OfStatus(guard) is { } test
                    ? Exactly(Where(answer, (status, _) => test(status)))
                    : (nothing, everything);
        }
    }

    /// <summary>Whether a guard speaks of nothing but `ok`, `unknown` and `statusCode`.</summary>
    public static bool SpeaksOnlyOfOutcomes(BoundExpression? guard, EventSymbol answer) => guard switch
    {
        null or BoundLiteral { Value: bool } => true,
        BoundUnary { Operator: UnaryOperator.Not } negated => SpeaksOnlyOfOutcomes(negated.Operand, answer),
        BoundBinary { Operator: BinaryOperator.And or BinaryOperator.Or } both =>
            SpeaksOnlyOfOutcomes(both.Left, answer) && SpeaksOnlyOfOutcomes(both.Right, answer),
        BoundMember { Field.Name: "ok" or "unknown", Target: BoundEvent } => true,
        _ => OfStatus(guard) is not null,
    };

    /// <summary>Names the outcomes: "no answer, 409, 5xx and a 2xx with another body".</summary>
    public string Describe(EventSymbol answer)
    {
        var parts = new List<string>();
        if (HasAny(0))
            parts.Add("no answer");
        for (var hundred = 1; hundred <= 5; hundred++)
            parts.AddRange(DescribeHundred(hundred * 100, answer));
        return parts.Count switch
        {
            0 => "none",
            1 => parts[0],
            _ => string.Join(", ", parts.Take(parts.Count - 1)) + " and " + parts[parts.Count - 1],
        };
    }

    private IEnumerable<string> DescribeHundred(int first, EventSymbol answer)
    {
        var statuses = Enumerable.Range(first, 100).Where(HasAny).ToArray();
        if (statuses.Length == 0)
            return [];
        var isOnlyBody = first == 200 && answer.Body is not null && !statuses.Any(status => _outcomes[(status * 3) + (int)Kind.Sound]);
        var what = isOnlyBody ? $" whose body is no '{answer.Body?.Name}'" : "";
        if (statuses.Length > 90)
        {
            var but = Enumerable.Range(first, 100).Except(statuses).ToArray();
            return [$"{first / 100}xx{(but.Length == 0 ? "" : " but " + string.Join(", ", but))}{what}"];
        }

        return statuses.Length > 6 ? [$"some {first / 100}xx{what}"] : statuses.Select(status => status + what);
    }

    private bool HasAny(int status) => Enumerable.Range(0, 3).Any(kind => _outcomes[(status * 3) + kind]);

    public bool Contains(OutcomeSet other) => !other._outcomes.Where((has, index) => has && !_outcomes[index]).Any();

    /// <summary>The outcomes of calls that cannot end unknown.</summary>
    public static OutcomeSet Known(EventSymbol answer) => Where(answer, (_, kind) => kind != Kind.Unknown);

    /// <summary>The outcomes that are not ok.</summary>
    public static OutcomeSet Failed(EventSymbol answer) => Where(answer, (_, kind) => kind != Kind.Sound);

    /// <summary>The outcomes of which nobody knows whether they happened.</summary>
    public static OutcomeSet Unknowns(EventSymbol answer) => Where(answer, (_, kind) => kind == Kind.Unknown);

    public bool Overlaps(OutcomeSet other) => !Intersect(other).IsEmpty;

    public bool IsEmpty => !_outcomes.Any(has => has);

    public OutcomeSet Except(OutcomeSet other) => Combine(other, (mine, its) => mine && !its);

    public OutcomeSet Intersect(OutcomeSet other) => Combine(other, (mine, its) => mine && its);

    public OutcomeSet Union(OutcomeSet other) => Combine(other, (mine, its) => mine || its);

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

    private static Func<int, bool>? OfStatus(BoundExpression guard) => guard switch
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
