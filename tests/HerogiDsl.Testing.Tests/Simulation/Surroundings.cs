using HerogiDsl.Testing.Simulation;

namespace HerogiDsl.Testing.Tests.Simulation;

/// <summary>What outlives a process.</summary>
internal sealed class Surroundings
{
    public Surroundings(ulong seed, TextWriter? words = null)
    {
        Random = new SeededRandom(seed);
        Trace = new SimulationTrace(words);
        // The night in which Europe sets its clocks.
        Time = new SimulatedTime(new DateTimeOffset(2026, 3, 28, 22, 0, 0, TimeSpan.Zero), Trace);
        Disk = new SimulatedDisk("simulated", Time, Random.Split(), Trace);
        Network = new SimulatedNetwork(Time, Random.Split(), Trace);
    }

    public SeededRandom Random { get; }

    public SimulationTrace Trace { get; }

    public SimulatedTime Time { get; }

    public SimulatedDisk Disk { get; }

    public SimulatedNetwork Network { get; }

    public Weather Weather { get; } = Weather.Here;
}
