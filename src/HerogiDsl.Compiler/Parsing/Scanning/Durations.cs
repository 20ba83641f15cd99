using System.Globalization;

namespace HerogiDsl.Compiler.Parsing.Scanning;

/// <summary>Reads durations such as 1h30m.</summary>
internal static class Durations
{
    private const string UnitHint = "the units are w, d, h, m, s and ms, in this order";

    // From the longest: a duration names them in this order.
    private static readonly (string Name, long Ticks)[] Units =
    [
        ("w", 7 * TimeSpan.TicksPerDay),
        ("d", TimeSpan.TicksPerDay),
        ("h", TimeSpan.TicksPerHour),
        ("m", TimeSpan.TicksPerMinute),
        ("s", TimeSpan.TicksPerSecond),
        ("ms", TimeSpan.TicksPerMillisecond),
    ];

    /// <summary>What is wrong with <paramref name="text"/>, which begins with a digit; null where nothing is.</summary>
    public static (string Message, string? Hint)? Read(string text, out TimeSpan duration)
    {
        duration = default;
        var ticks = 0m;
        var lastUnit = -1;
        for (var at = 0; at < text.Length;)
        {
            var unitAt = SkipWhile(text, at, char.IsDigit);
            var end = SkipWhile(text, unitAt, c => !char.IsDigit(c));
            var name = text.Substring(unitAt, end - unitAt);
            var unit = Array.FindIndex(Units, candidate => candidate.Name == name);
            if (unit < 0 || !TryRead(text.Substring(at, unitAt - at), out var count))
                return ($"'{Shorten(text)}' is neither a number nor a duration", UnitHint);
            if (unit == lastUnit)
                return ($"the duration '{Shorten(text)}' names the unit '{name}' twice", null);
            if (unit < lastUnit)
                return ($"the units of the duration '{Shorten(text)}' are not in descending order", UnitHint);
            ticks += count * Units[unit].Ticks;
            if (ticks > long.MaxValue)
                return ($"the duration '{Shorten(text)}' is too long", null);
            lastUnit = unit;
            at = end;
        }

        duration = TimeSpan.FromTicks((long)ticks);
        return null;
    }

    // More digits than these are too long in every unit; fewer cannot overflow the sum.
    private static bool TryRead(string digits, out decimal count)
    {
        count = 1_000_000_000_000_000m;
        if (digits.TrimStart('0').Length > 15)
            return digits.All(digit => digit is >= '0' and <= '9');
        return decimal.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out count);
    }

    private static int SkipWhile(string text, int at, Func<char, bool> holds)
    {
        while (at < text.Length && holds(text[at]))
            at++;
        return at;
    }

    private static string Shorten(string text) => text.Length <= 30 ? text : text.Substring(0, 30) + "…";
}
