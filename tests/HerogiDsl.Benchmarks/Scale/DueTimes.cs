using System.Globalization;

namespace HerogiDsl.Benchmarks.Scale;

/// <summary>When timers fall due: the first, and every 10 ms one more.</summary>
/// <param name="First">The first, in milliseconds since 1970.</param>
/// <param name="Count">How many.</param>
internal sealed record DueTimes(long First, int Count)
{
    private const int Apart = 10;

    public static DueTimes None { get; } = new(0, 0);

    public DateTimeOffset Of(long number) => DateTimeOffset.FromUnixTimeMilliseconds(First + (number * Apart));

    public static DueTimes Parse(string text) =>
        text.Split(',') is [var first, var count]
            ? new(long.Parse(first, CultureInfo.InvariantCulture), int.Parse(count, CultureInfo.InvariantCulture))
            : throw new FormatException($"'{text}' is no due times: expected 'first,count'");

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{First},{Count}");
}
