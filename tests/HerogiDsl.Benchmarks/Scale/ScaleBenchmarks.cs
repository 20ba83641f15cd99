using HerogiDsl.Benchmarks.Measuring;

namespace HerogiDsl.Benchmarks.Scale;

/// <summary>What a full store costs: each run is a process of its own on a store that is there.</summary>
internal static class ScaleBenchmarks
{
    private const int Few = 1000;
    private const int Many = 1_000_000;
    private const int Steps = 10_000_000;
    private const int Rounds = 3;

    public static void Run()
    {
        var folder = Directory.CreateTempSubdirectory("herogi-scale-");
        try
        {
            var few = Path.Combine(folder.FullName, "few.db");
            var many = Path.Combine(folder.FullName, "many.db");
            var now = TimeProvider.System.GetUtcNow();
            Filling.AddSleepers(few, Few, now);
            Filling.AddSleepers(many, Many, now);
            MeasureSessions(few, many);
            MeasureTimers(few, many);
            MeasureHistory(few, now);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void MeasureSessions(string few, string many)
    {
        Report.Title("A million sessions, each with a timer, against a thousand");
        var rounds = Enumerable.Range(0, Rounds).Select(_ => (Few: ScaleRun.Start(few, Few), Many: ScaleRun.Start(many, Many))).ToList();
        Report.Line("start, to the first safe event", $"{Of(rounds, one => one.Many.StartMilliseconds):0} ms   with a thousand {Of(rounds, one => one.Few.StartMilliseconds):0} ms");
        Report.Line("most memory of the process", $"{Of(rounds, one => one.Many.PeakMegabytes):0} MB   with a thousand {Of(rounds, one => one.Few.PeakMegabytes):0} MB");
        Report.Line("rate over all sessions", $"{Of(rounds, one => one.Many.Rate / one.Few.Rate):0.00} of that with a thousand   {Of(rounds, one => one.Many.Rate):0} /s");
        var some = Enumerable.Range(0, Rounds).Select(_ => (Few: ScaleRun.Start(few, Few), Many: ScaleRun.Start(many, Few))).ToList();
        Report.Line("rate over a thousand of them", $"{Of(some, one => one.Many.Rate / one.Few.Rate):0.00} of that with a thousand   {Of(some, one => one.Many.Rate):0} /s");
    }

    private static void MeasureTimers(string few, string many)
    {
        Report.Title("A hundred timers that fall due, 10 ms apart");
        foreach (var (name, database, sessions) in new[] { ("of a thousand", few, Few), ("of a million", many, Many) })
        {
            var due = new DueTimes(TimeProvider.System.GetUtcNow().AddSeconds(4).ToUnixTimeMilliseconds(), 100);
            Filling.SetDue(database, due);
            Report.Line(name, $"the latest {ScaleRun.Start(database, sessions, due).LateMilliseconds:0} ms late");
        }
    }

    private static void MeasureHistory(string few, DateTimeOffset now)
    {
        Report.Title("Ten million steps remembered, against none");
        var full = few + ".full";
        File.Copy(few, full);
        Filling.AddHistory(full, Steps, Few, now.AddDays(-3));
        var rounds = Enumerable.Range(0, Rounds).Select(_ => (Few: ScaleRun.Start(few, Few), Many: ScaleRun.Start(full, Few))).ToList();
        Report.Line("rate", $"{Of(rounds, one => one.Many.Rate / one.Few.Rate):0.00} of that with none   {Of(rounds, one => one.Many.Rate):0} /s");
        var retained = Enumerable.Range(0, Rounds)
            .Select(_ => (Few: ScaleRun.Start(full, Few), Many: ScaleRun.Start(full, Few, retentionDays: 1)))
            .ToList();
        Report.Line("rate while retention deletes them", $"{Of(retained, one => one.Many.Rate / one.Few.Rate):0.00} of that without   {Of(retained, one => one.Many.Rate):0} /s");
        Report.Line("the longest wait of a sender", $"{Of(retained, one => one.Many.LongestMilliseconds):0.0} ms   without {Of(retained, one => one.Few.LongestMilliseconds):0.0} ms");
    }

    private static double Of(IEnumerable<(Seen Few, Seen Many)> rounds, Func<(Seen Few, Seen Many), double> figure) =>
        Median.Of(rounds.Select(figure));
}
