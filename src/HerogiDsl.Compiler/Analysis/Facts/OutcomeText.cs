using System.Globalization;
using HerogiDsl.Compiler.Symbols;

namespace HerogiDsl.Compiler.Analysis.Facts;

/// <summary>Outcomes as people say them: "no answer, 409, 5xx and a 2xx whose body is no 'Created'".</summary>
internal static class OutcomeText
{
    public static string Of(OutcomeSet outcomes, EventSymbol answer)
    {
        var parts = new List<string>();
        if (outcomes.Has(0))
            parts.Add("no answer");
        for (var hundred = 100; hundred <= 500; hundred += 100)
            parts.AddRange(OfHundred(outcomes, hundred, answer));
        return parts.Count < 2
            ? string.Concat(parts)
            : string.Join(", ", parts.Take(parts.Count - 1)) + " and " + parts[parts.Count - 1];
    }

    private static IEnumerable<string> OfHundred(OutcomeSet outcomes, int first, EventSymbol answer)
    {
        var all = Enumerable.Range(first, 100);
        var statuses = all.Where(outcomes.Has).ToArray();
        if (statuses.Length == 0)
            return [];
        var isOnlyBody = first == 200 && answer.Body is not null && !statuses.Any(outcomes.HasOk);
        var body = isOnlyBody ? $" whose body is no '{answer.Body?.Name}'" : "";
        if (statuses.Length <= 6)
            return statuses.Select(status => status.ToString(CultureInfo.InvariantCulture) + body);
        var but = all.Except(statuses).ToArray();
        return but.Length > 9
            ? [$"some {first / 100}xx{body}"]
            : [$"{first / 100}xx{(but.Length == 0 ? "" : " but " + string.Join(", ", but))}{body}"];
    }
}
