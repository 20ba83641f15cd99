using System.Globalization;
using HubSpotStandIn.Errors;
using HubSpotStandIn.Objects;

namespace HubSpotStandIn.Search;

// {"propertyName":"domain","operator":"EQ","value":"acme.example"}
internal sealed class SearchFilter(string property, Func<string?, bool> holds)
{
    public static SearchFilter Read(JsonInput filter)
    {
        var name = filter.RequiredText("operator");
        var property = filter.RequiredText("propertyName");
        return new SearchFilter(property, name.ToUpperInvariant() switch
        {
            "EQ" => Present(Value(filter), (own, value) => Compare(own, value) == 0),
            "NEQ" => Not(Present(Value(filter), (own, value) => Compare(own, value) == 0)),
            "LT" => Present(Value(filter), (own, value) => Compare(own, value) < 0),
            "LTE" => Present(Value(filter), (own, value) => Compare(own, value) <= 0),
            "GT" => Present(Value(filter), (own, value) => Compare(own, value) > 0),
            "GTE" => Present(Value(filter), (own, value) => Compare(own, value) >= 0),
            "BETWEEN" => Between(Value(filter), filter.RequiredText("highValue")),
            "IN" => Among(filter.Texts("values")),
            "NOT_IN" => Not(Among(filter.Texts("values"))),
            "HAS_PROPERTY" => own => own is not null,
            "NOT_HAS_PROPERTY" => own => own is null,
            "CONTAINS_TOKEN" => Present(Value(filter), HasToken),
            "NOT_CONTAINS_TOKEN" => Not(Present(Value(filter), HasToken)),
            _ => throw Failures.Invalid($"'{name}' is not a valid operator: EQ, NEQ, LT, LTE, GT, GTE, BETWEEN, IN, "
                + "NOT_IN, HAS_PROPERTY, NOT_HAS_PROPERTY, CONTAINS_TOKEN and NOT_CONTAINS_TOKEN are"),
        });
    }

    public bool Holds(CrmObject item) => holds(item[property]);

    // Numbers and times compare as such, everything else as text without regard to case.
    public static int Compare(string one, string other)
    {
        if (AsNumber(one) is { } number && AsNumber(other) is { } otherNumber)
        {
            return number.CompareTo(otherNumber);
        }
        return string.Compare(one, other, StringComparison.OrdinalIgnoreCase);
    }

    private static string Value(JsonInput filter) => filter.RequiredText("value");

    private static Func<string?, bool> Present(string value, Func<string, string, bool> test) =>
        own => own is not null && test(own, value);

    private static Func<string?, bool> Not(Func<string?, bool> test) => own => !test(own);

    private static Func<string?, bool> Between(string low, string high) =>
        own => own is not null && Compare(own, low) >= 0 && Compare(own, high) <= 0;

    private static Func<string?, bool> Among(IReadOnlyList<string> values) =>
        own => own is not null && values.Any(value => Compare(own, value) == 0);

    // `*` stands for any letters: *@acme.example
    private static bool HasToken(string own, string pattern)
    {
        var wanted = pattern.Trim('*');
        if (wanted.Length != pattern.Length)
        {
            return own.Contains(wanted, StringComparison.OrdinalIgnoreCase);
        }
        char[] separators = [' ', '@', '.', ',', '-', '/'];
        return own.Split(separators).Contains(wanted, StringComparer.OrdinalIgnoreCase)
            || own.Equals(wanted, StringComparison.OrdinalIgnoreCase);
    }

    private static decimal? AsNumber(string text)
    {
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }
        // createdate is written 2026-03-01T10:00:00.000Z, and asked for in milliseconds as well
        return text.Length >= 10 && text[4] == '-' && DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time.ToUnixTimeMilliseconds()
            : null;
    }
}
