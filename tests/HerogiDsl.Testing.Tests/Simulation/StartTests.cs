using HerogiDsl.Runtime.Hosting;
using Simulated;

namespace HerogiDsl.Testing.Tests.Simulation;

/// <summary>A disk that fails when the engine begins.</summary>
public sealed class StartTests
{
    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(4, true)]
    [InlineData(5, true)]
    [InlineData(6, true)]
    public void TimersFireAlthoughTheDiskFailsAtTheStart(int operation, bool starts)
    {
        var around = new Surroundings(1);
        var process = Begin(around);
        process.Do(() => process.Client.SendAsync("s", new Begin(1)));
        Live(around, process, TimeSpan.FromMinutes(1));
        process.Do(() => process.Client.SendAsync("s", new Hold(2)));
        Live(around, process, TimeSpan.FromMinutes(2));
        around.Disk.Crash();
        around.Time.Drop();
        around.Disk.Faults.FailFrom = around.Disk.Operations + operation;
        around.Disk.Faults.FailUntil = around.Disk.Faults.FailFrom + 1;

        process = Begin(around);
        Live(around, process, TimeSpan.FromMinutes(20));

        Assert.Equal(!starts, process.HasFailed);
        Assert.Null(process.Scheduler.Stranger);
        around.Disk.Crash();
        var store = around.Disk.OpenStore();
        store.Open();
        Assert.Equal(starts ? "Open" : "Holding", store.Read(tables => tables.Instances.Find("Orders", "s"))?.State);
    }

    private static SimulatedProcess Begin(Surroundings around)
    {
        var process = new SimulatedProcess(around, around.Disk.OpenStore(), new HerogiOptions { Workers = 1 });
        process.Start();
        return process;
    }

    private static void Live(Surroundings around, SimulatedProcess process, TimeSpan until)
    {
        while (process.Scheduler.RunOne() || (around.Time.NextDue <= until && around.Time.FireNext()))
        {
            // It goes on.
        }
    }
}
