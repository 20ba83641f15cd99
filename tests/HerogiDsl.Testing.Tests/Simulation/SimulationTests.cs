namespace HerogiDsl.Testing.Tests.Simulation;

/// <summary>The promises of the runtime, in as many worlds as there is time for.</summary>
public sealed class SimulationTests(ITestOutputHelper output)
{
    private static readonly string[] Everything =
    [
        "moved", "stayed", "ended", "ignored", "deferred", "stale", "faulted", "retried", "failed", "unknown", "known id",
        "fired", "delivered", "again", "skipped", "put", "erased", "erased call", "gone", "forgotten",
    ];

    [Fact]
    public void NoWorldBreaksAPromise()
    {
        var report = Simulations.Run(Simulations.Count(3000));

        output.WriteLine(report.ToString());
        Assert.True(report.Problem is null, report.Problem);
        // A world that meets nothing proves nothing.
        if (report.Worlds >= 1000)
            Assert.Empty(Everything.Except(report.Seen));
    }

    [Fact]
    public void TheSameSeedGivesTheSameWorld()
    {
        for (var seed = 1UL; seed <= 20; seed++)
        {
            var (first, second, other) = (new World(seed), new World(seed), new World(seed + 1000));
            first.Run();
            second.Run();
            other.Run();

            Assert.Equal((first.Trace.Hash, first.Trace.Count), (second.Trace.Hash, second.Trace.Count));
            Assert.NotEqual(first.Trace.Hash, other.Trace.Hash);
        }
    }
}
