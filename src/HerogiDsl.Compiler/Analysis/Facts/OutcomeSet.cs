using System.Runtime.CompilerServices;
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
    private const int Kinds = 3;
    private const int Words = ((Statuses * Kinds) + 63) / 64;

    private static readonly OutcomeSet Nothing = new(new ulong[Words]);
    private static readonly OutcomeSet WithBody = Where((status, kind) => IsPossible(status, kind, hasBody: true));
    private static readonly OutcomeSet WithoutBody = Where((status, kind) => IsPossible(status, kind, hasBody: false));
    private static readonly OutcomeSet Sound = Where((_, kind) => kind == Kind.Sound);
    private static readonly OutcomeSet Unknown = Where((_, kind) => kind == Kind.Unknown);

    // A guard stands at one transition, which is about one answer.
    private static readonly ConditionalWeakTable<BoundExpression, Tuple<(OutcomeSet Surely, OutcomeSet Maybe)>> Known = new();

    // A bit an outcome. Per status: not sound, sound, unknown (an unknown outcome is never ok).
    private readonly ulong[] _outcomes;

    private OutcomeSet(ulong[] outcomes) => _outcomes = outcomes;

    private enum Kind
    {
        Unsound,
        Sound,
        Unknown,
    }

    /// <summary>Every outcome that an answer may have.</summary>
    public static OutcomeSet Everything(EventSymbol answer) => answer.Body is null ? WithoutBody : WithBody;

    /// <summary>The same as <see cref="Of"/>, of the guard of a transition on an answer, which is asked for again and again.</summary>
    public static (OutcomeSet Surely, OutcomeSet Maybe) OfGuard(BoundExpression? guard, EventSymbol answer) => guard is null
        ? Of(guard, answer)
        : Known.GetValue(guard, unread => Tuple.Create(Of(unread, answer))).Item1;

    /// <summary>What a guard surely lets through, and what it may let through; the same where it speaks of outcomes only.</summary>
    public static (OutcomeSet Surely, OutcomeSet Maybe) Of(BoundExpression? guard, EventSymbol answer)
    {
        var everything = Everything(answer);
        switch (guard)
        {
            case null:
                return (everything, everything);
            case BoundLiteral { Value: bool value }:
                return value ? (everything, everything) : (Nothing, Nothing);
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
                return Exactly(everything.Intersect(Sound));
            case BoundMember { Field.Name: "unknown", Target: BoundEvent }:
                return Exactly(everything.Intersect(Unknown));
            default:
                return OfStatus(guard) is { } test
                    ? Exactly(Where(answer, (status, _) => test(status)))
                    : (Nothing, everything);
        }
    }

    /// <summary>Whether a guard speaks of nothing but `ok`, `unknown` and `statusCode`.</summary>
    public static bool SpeaksOnlyOfOutcomes(BoundExpression? guard) => guard switch
    {
        null or BoundLiteral { Value: bool } => true,
        BoundUnary { Operator: UnaryOperator.Not } negated => SpeaksOnlyOfOutcomes(negated.Operand),
        BoundBinary { Operator: BinaryOperator.And or BinaryOperator.Or } both =>
            SpeaksOnlyOfOutcomes(both.Left) && SpeaksOnlyOfOutcomes(both.Right),
        BoundMember { Field.Name: "ok" or "unknown", Target: BoundEvent } => true,
        _ => OfStatus(guard) is not null,
    };

    /// <summary>Those of calls that cannot end unknown.</summary>
    public OutcomeSet WithoutUnknown() => Except(Unknown);

    /// <summary>Those that are not ok.</summary>
    public OutcomeSet WithoutOk() => Except(Sound);

    /// <summary>Whether one of them is unknown.</summary>
    public bool MayBeUnknown => !Intersect(Unknown).IsEmpty;

    /// <summary>Whether a status is among them.</summary>
    public bool Has(int status) => Enumerable.Range(0, Kinds).Any(kind => HasBit((status * Kinds) + kind));

    /// <summary>Whether a status is among them with the answer as it should be.</summary>
    public bool HasOk(int status) => HasBit((status * Kinds) + (int)Kind.Sound);

    public bool Contains(OutcomeSet other) => other.Except(this).IsEmpty;

    public bool IsEmpty => Array.TrueForAll(_outcomes, word => word == 0);

    public OutcomeSet Except(OutcomeSet other) => Combine(other, static (mine, its) => mine & ~its);

    public OutcomeSet Intersect(OutcomeSet other) => Combine(other, static (mine, its) => mine & its);

    public OutcomeSet Union(OutcomeSet other) => Combine(other, static (mine, its) => mine | its);

    private bool HasBit(int bit) => (_outcomes[bit / 64] & (1UL << (bit % 64))) != 0;

    private OutcomeSet Combine(OutcomeSet other, Func<ulong, ulong, ulong> combine)
    {
        var words = new ulong[Words];
        for (var i = 0; i < words.Length; i++)
            words[i] = combine(_outcomes[i], other._outcomes[i]);
        return new OutcomeSet(words);
    }

    private static (OutcomeSet Surely, OutcomeSet Maybe) Exactly(OutcomeSet set) => (set, set);

    private static OutcomeSet Where(EventSymbol answer, Func<int, Kind, bool> holds) =>
        Everything(answer).Intersect(Where(holds));

    private static OutcomeSet Where(Func<int, Kind, bool> holds)
    {
        var words = new ulong[Words];
        for (var bit = 0; bit < Statuses * Kinds; bit++)
        {
            if (holds(bit / Kinds, (Kind)(bit % Kinds)))
                words[bit / 64] |= 1UL << (bit % 64);
        }

        return new OutcomeSet(words);
    }

    private static bool IsPossible(int status, Kind kind, bool hasBody) => status switch
    {
        > 0 and < 100 => false,
        >= 200 and < 300 => kind == Kind.Sound || (kind == Kind.Unsound && hasBody),
        0 or >= 500 => kind != Kind.Sound,
        _ => kind == Kind.Unsound,
    };

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
