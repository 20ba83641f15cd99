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
}
