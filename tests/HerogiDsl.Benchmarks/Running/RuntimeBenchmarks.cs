using HerogiDsl.Benchmarks.Measuring;

namespace HerogiDsl.Benchmarks.Running;

/// <summary>Durable events a second, and what a step costs.</summary>
internal static class RuntimeBenchmarks
{
    private const int Rounds = 7;

    // So many events that a round takes about a second.
    private static readonly Load[] Loads = [new(1, 4000), new(16, 1500), new(256, 200)];

    public static void Run()
    {
        RunSteps();
        Report.Title("Durable events (each one step), SQLite with synchronous=FULL, against its storage work by hand");
        foreach (var load in Loads)
            Task.Run(() => MeasureAsync(load)).GetAwaiter().GetResult();
    }

    /// <summary>What needs no store: the step function, and the texts that a step writes.</summary>
    public static void RunSteps()
    {
        StepBenchmarks.Run();
        TemplateBenchmarks.Run();
    }

    private static async Task MeasureAsync(Load load)
    {
        // The first round only warms up.
        var rounds = new List<(double Ours, double Hand)>();
        for (var round = 0; round <= Rounds; round++)
        {
            var first = round % 2 == 0 ? await RateAsync(EngineRun.RunAsync, load) : 0;
            var hand = await RateAsync(HandRun.RunAsync, load);
            var ours = round % 2 == 0 ? first : await RateAsync(EngineRun.RunAsync, load);
            if (round > 0)
                rounds.Add((ours, hand));
        }

        var ratio = Median.Of(rounds.Select(round => round.Ours / round.Hand));
        Report.Line(
            FormattableString.Invariant($"{load.Sessions} sessions"),
            $"{ratio:0.00} of the limit   ours {Median.Of(rounds.Select(round => round.Ours)):0} /s   by hand {Median.Of(rounds.Select(round => round.Hand)):0} /s");
    }

    private static async Task<double> RateAsync(Func<string, Load, Task<TimeSpan>> run, Load load)
    {
        var folder = Directory.CreateTempSubdirectory("herogi-benchmark-");
        try
        {
            var time = await run(Path.Combine(folder.FullName, "events.db"), load);
            return load.Events / time.TotalSeconds;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
