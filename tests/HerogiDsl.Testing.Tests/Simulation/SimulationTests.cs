namespace HerogiDsl.Testing.Tests.Simulation;

/// <summary>The promises of the runtime, in as many worlds as there is time for.</summary>
public sealed class SimulationTests(ITestOutputHelper output)
{
    [Fact]
    public void NoWorldBreaksAPromise()
    {
        var report = Simulations.Run(Simulations.Count(2000));
        output.WriteLine(report.ToString());
        Assert.True(report.Problem is null, report.Problem);
    }

    [Fact]
    public void TheSameSeedGivesTheSameWorld()
    {
        for (var seed = 1UL; seed <= 20; seed++)
        {
            var (first, second) = (new World(seed), new World(seed));
            first.Run();
            second.Run();
            Assert.Equal(first.Trace.Hash, second.Trace.Hash);
            Assert.Equal(first.Trace.Count, second.Trace.Count);
        }
    }
}
