using System.Text.Json;

namespace HerogiDsl.Generator.Tests.Templates;

/// <summary>The event that random templates read, as JSON.</summary>
internal static class RandomValues
{
    private static readonly string[] Texts =
    [
        "", "Ada", "a\"b\\c/d", "<b>&'\"</b>", "two\nlines", "tab\tcr\r", "\0\u0001\u001f\u007f", "\u0085", "\u2028\u2029", "äöü", "😀🦊",
        ".", "..", "../etc", "a b?c=d&e#f", "  ", "100%", "{{ event.s }}", "]}", new string('x', 300) + "\"", new string('é', 70),
    ];

    private static readonly long[] Wholes = [0, 1, -5, 42, long.MaxValue, long.MinValue];
    private static readonly decimal[] Numbers = [0m, 0.10m, -1.5m, 79228162514264337593543950335m, 0.0000000000000000000000000001m, 100m];
    private static readonly string[] Moments =
        ["2026-03-04T05:06:07Z", "2026-03-04T05:06:07.1234567+02:00", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.9Z"];

    private static readonly string[] Spans = ["PT0S", "P1DT2H3M4.5S", "-PT5M", "P3650DT0.0000001S"];

    public static string Event(Random random, int which)
    {
        var fields = new Dictionary<string, object?>
        {
            ["which"] = which,
            ["s"] = Text(random),
            ["maybeS"] = Maybe(random, Text(random)),
            ["n"] = Pick(random, Wholes),
            ["maybeN"] = Maybe(random, Pick(random, Wholes)),
            ["d"] = Pick(random, Numbers),
            ["maybeD"] = Maybe(random, Pick(random, Numbers)),
            ["b"] = random.Next(2) == 0,
            ["maybeB"] = Maybe(random, random.Next(2) == 0),
            ["at"] = Pick(random, Moments),
            ["maybeAt"] = Maybe(random, Pick(random, Moments)),
            ["day"] = "2026-02-28",
            ["span"] = Pick(random, Spans),
            ["maybeSpan"] = Maybe(random, Pick(random, Spans)),
            ["colour"] = random.Next(2) == 0 ? "Red" : "DarkGreen",
            ["maybeColour"] = Maybe(random, "Red"),
            ["thirdColour"] = Maybe(random, "DarkGreen"),
            ["inner"] = new Dictionary<string, object?>
            {
                ["name"] = Text(random), ["maybe"] = Maybe(random, Text(random)), ["count"] = Pick(random, Wholes),
            },
        };
        return JsonSerializer.Serialize(fields);
    }

    // Now and then one that is longer than any text may become.
    private static string Text(Random random) => random.Next(200) == 0 ? new string('y', (1024 * 1024) - 2) : Pick(random, Texts);

    private static object? Maybe(Random random, object value) => random.Next(3) == 0 ? null : value;

    private static T Pick<T>(Random random, T[] values) => values[random.Next(values.Length)];
}
