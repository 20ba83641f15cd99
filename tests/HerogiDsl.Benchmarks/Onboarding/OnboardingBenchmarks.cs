using HerogiDsl.Benchmarks.Measuring;

namespace HerogiDsl.Benchmarks.Onboarding;

/// <summary>The whole way of a customer: four durable events and three calls over loopback, history included.</summary>
internal static class OnboardingBenchmarks
{
    private const int Rounds = 5;

    private static readonly Crowd[] Crowds = [new(500, 1), new(4000, 16), new(8000, 256)];

    public static async Task RunAsync()
    {
        Report.Title("Customers from SendAsync to Onboarded, SQLite with synchronous=FULL and real HTTP, against the same by hand");
        await using var server = await CrmServer.StartAsync();
        foreach (var crowd in Crowds)
            await MeasureAsync(server.Url, crowd);
    }

    private static async Task MeasureAsync(string url, Crowd crowd)
    {
        // The first round only warms up.
        var rounds = new List<(double Ours, double Hand)>();
        for (var round = 0; round <= Rounds; round++)
        {
            var first = round % 2 == 0 ? await RateAsync(EngineOnboarding.RunAsync) : 0;
            var hand = await RateAsync(HandOnboarding.RunAsync);
            var ours = round % 2 == 0 ? first : await RateAsync(EngineOnboarding.RunAsync);
            if (round > 0)
                rounds.Add((ours, hand));
        }

        var ratio = Median.Of(rounds.Select(round => round.Ours / round.Hand));
        var (mine, limit) = (Median.Of(rounds.Select(round => round.Ours)), Median.Of(rounds.Select(round => round.Hand)));
        if (crowd.IsOneByOne)
            Report.Line("one customer alone", $"{1 / ratio:0.00} times the limit   ours {1000 / mine:0.00} ms   by hand {1000 / limit:0.00} ms");
        else
            Report.Line(FormattableString.Invariant($"{crowd.Senders} senders"), $"{ratio:0.00} of the limit   ours {mine:0} /s   by hand {limit:0} /s");

        async Task<double> RateAsync(Func<string, string, Crowd, Task<TimeSpan>> run)
        {
            var folder = Directory.CreateTempSubdirectory("herogi-benchmark-");
            try
            {
                return crowd.Customers / (await run(Path.Combine(folder.FullName, "crm.db"), url, crowd)).TotalSeconds;
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }
    }
}
