using System.Globalization;

namespace HerogiDsl.Benchmarks.Measuring;

/// <summary>Lines of a table, ratios first.</summary>
internal static class Report
{
    public static void Title(string text)
    {
        Console.WriteLine();
        Console.WriteLine(text);
    }

    public static void Line(string name, FormattableString figures) =>
        Console.WriteLine($"  {name,-44} {figures.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>How many times what by hand takes is taken.</summary>
    public static void Times(string name, Pair pair)
    {
        var (ours, hand) = (pair.Ours, pair.Hand);
        Line(
            name,
            $"{pair.Ratio:0.0} times   ours {ours.Nanoseconds:0} ns, {ours.Bytes:0} bytes   by hand {hand.Nanoseconds:0} ns, {hand.Bytes:0} bytes");
    }
}
