using System.Diagnostics;
using System.Globalization;
using HerogiDsl.Testing.Simulation;

namespace HerogiDsl.Testing.Tests.Simulation;

/// <summary>Runs worlds beside each other, one a seed.</summary>
internal static class Simulations
{
    /// <summary>How many worlds are wanted.</summary>
    public static int Count(int otherwise) => Read("HEROGI_SIMULATIONS") is { } count ? (int)count : otherwise;

    public static SimulationReport Run(int count, Action<DiskFaults>? breaks = null)
    {
        if (Read("HEROGI_SEED") is { } only && breaks is null && Environment.GetEnvironmentVariable("HEROGI_SIMULATIONS") is null)
            return RunOne(only);
        var first = breaks is null ? Read("HEROGI_SEED") ?? 1 : 1;
        var workers = (int)(Read("HEROGI_WORKERS") ?? (ulong)Environment.ProcessorCount);
        var watch = Stopwatch.StartNew();
        var used = Environment.CpuUsage.TotalTime;
        var seen = new HashSet<string>();
        var problems = new SortedDictionary<ulong, string>();
        var (next, done) = (0, 0);
        var threads = Enumerable.Range(0, workers).Select(_ => new Thread(Work)).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        var problem = problems.Count == 0 ? null : Describe(problems.First().Key, problems.First().Value);
        return new SimulationReport(done, watch.Elapsed, problem)
        {
            Processor = Environment.CpuUsage.TotalTime - used,
            Seen = seen,
        };

        void Work()
        {
            while (problems.Count == 0 && Interlocked.Increment(ref next) is var number && number <= count)
            {
                var seed = first + (ulong)number - 1;
                if (Live(seed, null, breaks, seen) is { } found)
                {
                    lock (problems)
                        problems[seed] = found;
                }

                Interlocked.Increment(ref done);
            }
        }
    }

    private static SimulationReport RunOne(ulong seed)
    {
        var watch = Stopwatch.StartNew();
        var path = Environment.GetEnvironmentVariable("HEROGI_TRACE");
        using var words = path is null ? null : new StreamWriter(path);
        var problem = Live(seed, words, null, []);
        return new SimulationReport(1, watch.Elapsed, problem is null ? null : Describe(seed, problem));
    }

    private static string? Live(ulong seed, TextWriter? words, Action<DiskFaults>? breaks, HashSet<string> seen)
    {
        try
        {
            var world = new World(seed, words, breaks);
            var problem = world.Run();
            lock (seen)
                seen.UnionWith(world.Ledger.Seen);
            return problem;
        }
        catch (Exception exception)
        {
            return exception.ToString();
        }
    }

    private static string Describe(ulong seed, string problem) => string.Create(
        CultureInfo.InvariantCulture,
        $"HEROGI_SEED={seed} dotnet run --project tests/HerogiDsl.Testing.Tests -- -class \"*.SimulationTests\" : {OneLine(problem)}");

    private static string OneLine(string problem) =>
        string.Join(" | ", problem.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private static ulong? Read(string name) =>
        ulong.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>How it went.</summary>
/// <param name="Worlds">How many worlds there were.</param>
/// <param name="Time">How long it took.</param>
/// <param name="Problem">The first that has broken a promise, in one line; null for none.</param>
internal sealed record SimulationReport(int Worlds, TimeSpan Time, string? Problem)
{
    /// <summary>How long processors were busy with it.</summary>
    public TimeSpan Processor { get; init; } = Time;

    /// <summary>What there was in one world or another.</summary>
    public IReadOnlySet<string> Seen { get; init; } = new HashSet<string>();

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Worlds} worlds in {Time.TotalSeconds:0.0} s, {Worlds / Time.TotalSeconds:0} a second; "
        + $"{Worlds / Processor.TotalSeconds:0} a second of one processor");
}
