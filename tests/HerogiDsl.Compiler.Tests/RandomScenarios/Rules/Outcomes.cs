using System.Collections.Immutable;
using System.Globalization;
using HerogiDsl.Compiler.Tests.RandomScenarios.Model;

namespace HerogiDsl.Compiler.Tests.RandomScenarios.Rules;

/// <param name="Status">0 without an answer.</param>
internal sealed record Outcome(int Status, bool IsOk, bool IsUnknown);

/// <summary>The outcomes that an answer may have, and what a guard says of each of them.</summary>
internal static class Outcomes
{
    // Every constant of the generated guards, its neighbours, and what none of them names.
    private static readonly ImmutableArray<int> Statuses =
    [
        0, 100, 150, 199, 200, 201, 202, 250, 298, 299, 300, 350, 399, 400, 401, 403, 404, 405, 408, 409, 410, 428, 429, 430,
        450, 498, 499, 500, 501, 502, 503, 504, 550, 598, 599,
    ];

    private static readonly ImmutableArray<Outcome> Plain = [.. Statuses.SelectMany(status => Of(status, hasBody: false))];

    private static readonly ImmutableArray<Outcome> WithBody = [.. Statuses.SelectMany(status => Of(status, hasBody: true))];

    private static readonly ImmutableArray<Outcome> PlainKnown = [.. Plain.Where(outcome => !outcome.IsUnknown)];

    private static readonly ImmutableArray<Outcome> WithBodyKnown = [.. WithBody.Where(outcome => !outcome.IsUnknown)];

    /// <summary>What may come, where nothing is said of the call.</summary>
    public static ImmutableArray<Outcome> Of(EventDecl answer) => Of(answer, mayBeUnknown: true);

    public static ImmutableArray<Outcome> Of(EventDecl answer, bool mayBeUnknown) => (answer.Origin, mayBeUnknown) switch
    {
        (Origin.HttpAs, true) => WithBody,
        (Origin.HttpAs, false) => WithBodyKnown,
        (_, true) => Plain,
        _ => PlainKnown,
    };

    /// <summary>Whether a status test is the same for every status that there is.</summary>
    public static bool IsConstant(Expr test) =>
        Plain.Select(outcome => Judge(test, outcome)).Distinct().Count() == 1;

    public static bool MayHold(Expr test) => Plain.Any(outcome => Judge(test, outcome) != false);

    /// <summary>Null: it hangs on something else than the outcome.</summary>
    public static bool? Judge(Expr? guard, Outcome outcome)
    {
        switch (guard)
        {
            case null:
                return true;
            case Flag flag:
                return flag.Value;
            case Not not:
                return !Judge(not.Operand, outcome);
            case And and:
                var (left, right) = (Judge(and.Left, outcome), Judge(and.Right, outcome));
                return left == false || right == false ? false : left is null || right is null ? null : true;
            case Or or:
                var (first, second) = (Judge(or.Left, outcome), Judge(or.Right, outcome));
                return first == true || second == true ? true : first is null || second is null ? null : false;
            case MemberRead { Name: "ok" }:
                return outcome.IsOk;
            case MemberRead { Name: "unknown" }:
                return outcome.IsUnknown;
            case InStatus test:
                return (outcome.Status / 100 == test.Hundred) != test.IsNot;
            case InRange { Value: MemberRead { Name: "statusCode" } } test:
                return (outcome.Status >= test.Low && outcome.Status <= test.High) != test.IsNot;
            case InList { Value: MemberRead { Name: "statusCode" } } test:
                return test.Items.Contains(outcome.Status) != test.IsNot;
            case Compare { Left: MemberRead { Name: "statusCode" }, Right: Number number } test:
                return Is(test.Operator, outcome.Status, number.Value);
            case Compare { Left: Number number, Right: MemberRead { Name: "statusCode" } } test:
                return Is(test.Operator, number.Value, outcome.Status);
            default:
                return null;
        }
    }

    public static bool Is(string @operator, long left, long right) => @operator switch
    {
        "==" => left == right,
        "!=" => left != right,
        "<" => left < right,
        "<=" => left <= right,
        ">" => left > right,
        _ => left >= right,
    };

    /// <summary>Whether a guard speaks of nothing but `ok`, `unknown` and `statusCode`.</summary>
    public static bool SpeaksOnlyOfOutcomes(Expr? guard) => guard switch
    {
        Not not => SpeaksOnlyOfOutcomes(not.Operand),
        And and => SpeaksOnlyOfOutcomes(and.Left) && SpeaksOnlyOfOutcomes(and.Right),
        Or or => SpeaksOnlyOfOutcomes(or.Left) && SpeaksOnlyOfOutcomes(or.Right),
        _ => Judge(guard, Plain[0]) is not null,
    };

    private static IEnumerable<Outcome> Of(int status, bool hasBody)
    {
        var isFine = status is >= 200 and < 300;
        if (isFine)
            yield return new Outcome(status, true, false);
        if (!isFine || hasBody)
            yield return new Outcome(status, false, false);
        if (status is 0 or >= 500)
            yield return new Outcome(status, false, true);
    }
}

/// <summary>Outcomes as a message names them: "no answer, 409, 5xx but 503 and some 2xx whose body is no 'OfSaved'".</summary>
internal sealed class NamedStatuses
{
    private readonly HashSet<int> _named = [];
    private readonly HashSet<int> _unsure = [];

    public NamedStatuses(string text)
    {
        var hundred = -1;
        var isBut = false;
        foreach (var word in text.Replace(",", "", StringComparison.Ordinal).Split(' '))
        {
            if (word == "answer")
                _named.Add(0);
            else if (word is [var digit, 'x', 'x'] && char.IsDigit(digit))
                (hundred, isBut) = (AddAll((digit - '0') * 100), false);
            else if (word == "some")
                (hundred, isBut) = (-1, false);
            else if (word == "but")
                isBut = true;
            else if (int.TryParse(word, CultureInfo.InvariantCulture, out var status))
                AddOne(status, isBut && status / 100 * 100 == hundred);
        }

        foreach (var some in text.Split("some ").Skip(1))
            _unsure.Add(some[0] - '0');
    }

    /// <summary>Whether it says of a status that it is among them, or says nothing else.</summary>
    public bool Allows(int status, bool isAmong) =>
        _unsure.Contains(status / 100) || _named.Contains(status) == isAmong;

    private int AddAll(int hundred)
    {
        _named.UnionWith(Enumerable.Range(hundred, 100));
        return hundred;
    }

    private void AddOne(int status, bool isLeftOut)
    {
        if (isLeftOut)
            _named.Remove(status);
        else
            _named.Add(status);
    }
}
