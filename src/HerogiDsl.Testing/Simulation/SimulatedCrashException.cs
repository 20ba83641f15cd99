namespace HerogiDsl.Testing.Simulation;

/// <summary>The process has ended here: whoever catches it does so in a world that is gone.</summary>
internal sealed class SimulatedCrashException() : Exception("the simulated process has ended");
