using System.Diagnostics;
using System.Globalization;
using HerogiDsl.Benchmarks.Measuring;

namespace HerogiDsl.Benchmarks.Compiling;

/// <summary>From text to generated code in a process of its own, in which nothing is compiled yet.</summary>
internal static class ColdCompile
{
    public const string Argument = "cold";

    /// <summary>What the child does: it tells how long the whole took since its first line, and the three parts.</summary>
    public static int Run(long started)
    {
        var parts = Project.Crm().TimeParts(TimeProvider.System);
        Console.Write(Stopwatch.GetElapsedTime(started).TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
        foreach (var part in parts)
            Console.Write(" " + part.ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    /// <summary>
    /// The medians of some children: the whole process from its start to its end, what of it is its own lines, and of
    /// those parsing, compiling, emitting; milliseconds.
    /// </summary>
    public static IReadOnlyList<double> Measure(string program, int children)
    {
        var runs = Enumerable.Range(0, children).Select(_ => RunChild(program)).ToList();
        return [.. Enumerable.Range(0, 5).Select(part => Median.Of(runs.Select(run => run[part])))];
    }

    private static double[] RunChild(string program)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add(program);
        start.ArgumentList.Add(Argument);
        var started = Stopwatch.GetTimestamp();
        using var child = Process.Start(start) ?? throw new InvalidOperationException("the child did not start");
        var output = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        var whole = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        return [whole, .. output.Split(' ').Select(part => double.Parse(part, CultureInfo.InvariantCulture))];
    }
}
