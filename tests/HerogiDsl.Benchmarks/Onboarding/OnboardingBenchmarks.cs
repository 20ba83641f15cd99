using HerogiDsl.Benchmarks.Measuring;

namespace HerogiDsl.Benchmarks.Onboarding;

/// <summary>The whole way of a customer: four durable events and three calls over loopback, history included.</summary>
internal static class OnboardingBenchmarks
{
    private const int Rounds = 5;

    private static readonly Crowd[] Crowds = [new(500, 1), new(4000, 16), new(8000, 256)];

    /// <param name="senders">How many senders; 0 for each of the crowds.</param>
    public static async Task RunAsync(int senders = 0)
    {
        Report.Title("Customers from SendAsync to Onboarded, SQLite with synchronous=FULL and real HTTP, against the same by hand");
        await using var server = await CrmServer.StartAsync();
        foreach (var crowd in Crowds.Where(crowd => senders == 0 || crowd.Senders == senders))
            await MeasureAsync(server.Url, crowd);
    }

    private static async Task MeasureAsync(string url, Crowd crowd)
    {
        // The first round only warms up.
        var rounds = new List<(Cost Ours, Cost Hand)>();
        for (var round = 0; round <= Rounds; round++)
        {
            var first = round % 2 == 0 ? await CostAsync(EngineOnboarding.RunAsync) : default;
            var hand = await CostAsync(HandOnboarding.RunAsync);
            var ours = round % 2 == 0 ? first : await CostAsync(EngineOnboarding.RunAsync);
            if (round > 0)
                rounds.Add((ours, hand));
        }

        var ratio = Median.Of(rounds.Select(round => round.Ours.Rate / round.Hand.Rate));
        var (mine, limit) = (Cost.Median(rounds.Select(round => round.Ours)), Cost.Median(rounds.Select(round => round.Hand)));
        if (crowd.IsOneByOne)
            Report.Line("one customer alone", $"{1 / ratio:0.00} times the limit   ours {1000 / mine.Rate:0.00} ms   by hand {1000 / limit.Rate:0.00} ms");
        else
            Report.Line(FormattableString.Invariant($"{crowd.Senders} senders"), $"{ratio:0.00} of the limit   ours {mine.Rate:0} /s   by hand {limit.Rate:0} /s");
        Report.Line("  what a customer costs", $"ours {mine}   by hand {limit}");

        async Task<Cost> CostAsync(Func<string, string, Crowd, Task<TimeSpan>> run)
        {
            var folder = Directory.CreateTempSubdirectory("herogi-benchmark-");
            try
            {
                return await Cost.OfAsync(crowd, () => run(Path.Combine(folder.FullName, "crm.db"), url, crowd));
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }
    }
}
