using HerogiDsl.Runtime.Hosting;
using HerogiDsl.Testing.Simulation;
using Simulated;

namespace HerogiDsl.Testing.Tests.Simulation;

/// <summary>A session that is erased at each moment between the asking for a call and its answer.</summary>
public sealed class ErasedCallTests
{
    [Fact]
    public void ACallThatIsNotMarkedIsNotMadeOnceItsSessionIsErased()
    {
        var (before, after) = (0, 0);
        for (var seed = 1UL; seed <= 20; seed++)
        {
            for (var moment = 0; moment < 40; moment++)
            {
                var (wasErased, isLate) = Live(seed, moment);

                Assert.True(wasErased);
                Assert.False(isLate == true, $"seed {seed}, moment {moment}");
                before += isLate is null ? 1 : 0;
                after += isLate is null ? 0 : 1;
            }
        }

        // Both were met: calls that were not made, and calls that were made before.
        Assert.True(before > 0 && after > 0, $"{before} {after}");
    }

    /// <summary>Tells whether the session was erased, and whether its call was made after that; null where it was not made.</summary>
    private static (bool WasErased, bool? IsLate) Live(ulong seed, int moment)
    {
        var around = new Surroundings(seed);
        var (wasErased, wasMarked, isLate) = (false, false, (bool?)null);
        around.Network.IsCalm = true;
        around.Network.Begun = (_, _) => isLate = wasErased && !wasMarked;
        around.Disk.Committed = writes =>
        {
            foreach (var write in writes)
            {
                wasErased |= write is SessionErased;
                wasMarked |= write is CallBegun && !wasErased;
            }
        };
        var process = new SimulatedProcess(around, around.Disk.OpenStore(), new HerogiOptions { Workers = 1 });
        process.Start();
        process.Do(() => process.Client.SendAsync("s", new Begin(1)));
        Live(around, process, static () => false);
        process.Do(() => process.Client.SendAsync("s", new Post(2)));
        Live(around, process, () => around.Network.Attempts.Count > 0);
        Live(around, process, () => moment-- == 0);
        process.Do(() => process.Operator.EraseAsync("s"));
        Live(around, process, static () => false);
        return (wasErased, isLate);
    }

    private static void Live(Surroundings around, SimulatedProcess process, Func<bool> isOver)
    {
        var until = around.Time.Elapsed + TimeSpan.FromMinutes(1);
        while (!isOver() && (process.Scheduler.RunOne() || (around.Time.NextDue < until && around.Time.FireNext())))
        {
            // It goes on.
        }
    }
}
