using HerogiDsl.Runtime.Tests.Scenarios;
using HerogiDsl.Runtime.Tests.Support;

namespace HerogiDsl.Runtime.Tests.Sessions;

/// <summary>More comes in than goes out: what there is no room for waits, and memory stays flat.</summary>
[Collection(nameof(Alone))]
public sealed class FloodTests
{
    private const int QueueSize = 64;
    private const int Senders = 32;
    private const int Megabyte = 1024 * 1024;

    private static readonly string Large = new('x', 100_000);

    [Fact]
    public async Task SendersWaitForRoomAndAllGetThrough()
    {
        const int Events = 1_500;
        using var folder = new TestFolder();
        using var gate = new ManualResetEventSlim();
        var handled = 0;
        var scenario = new ScriptedScenario("Slow", ["Go"], (_, _, context) =>
        {
            gate.Wait();
            Interlocked.Increment(ref handled);
            return context.Move("There");
        });
        await using var host = await TestHost.StartAsync(Setup(folder, scenario));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var accepted = 0;

        var senders = Enumerable.Range(0, Senders).Select(sender => Task.Run(async () =>
        {
            for (var number = sender; number < Events; number += Senders)
            {
                await host.Herogi.SendAsync($"s{number}", new Said("Go", Large + number));
                Interlocked.Increment(ref accepted);
            }
        })).ToList();
        await Eventually.HoldsAsync(() => accepted >= QueueSize, "the queue is full");

        // 150 MB are on their way. Whoever saw room has sent, and nobody else.
        await Eventually.HoldsAsync(async () => (await host.Monitor.GetOverviewAsync()).Pending.Events == accepted, "all is told");
        Assert.InRange(accepted, QueueSize, QueueSize + (2 * Senders));
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, -50 * Megabyte, 50 * Megabyte);
        Assert.Equal(0, handled);

        gate.Set();
        await Task.WhenAll(senders);
        await Eventually.IsIdleAsync(host);
        Assert.Equal((Events, Events), (accepted, handled));
    }

    [Fact]
    public async Task CallsWaitOnDiskForAServerThatHangs()
    {
        const int Calls = 1_000;
        using var folder = new TestFolder();
        var gate = new TaskCompletionSource();
        await using var server = await StubServer.StartAsync(async (_, _) => await gate.Task);
        var scenario = new ScriptedScenario("Calling", ["Go"], (state, trigger, context) =>
        {
            if (trigger.Event is not Said said)
                return context.Move("Answered");
            context.Add(Steps.Call("PUT", "/a") with { Body = $"\"{said.Text}\"" });
            return context.Move("Asking");
        });
        await using var host = await TestHost.StartAsync(Setup(folder, scenario) with { Connections = [Connections.Http(server.Url)] });
        var before = GC.GetTotalMemory(forceFullCollection: true);

        for (var number = 0; number < Calls; number++)
            await host.Herogi.SendAsync($"s{number}", new Said("Go", Large + number));
        await Eventually.HoldsAsync(
            async () => (await host.Monitor.GetOverviewAsync()).Pending is { Events: 0, Calls: Calls }, "all calls wait");

        // 100 MB of bodies.
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, -50 * Megabyte, 50 * Megabyte);

        gate.SetResult();
        await Eventually.IsIdleAsync(host);
        Assert.Equal(Calls, server.Requests.Select(request => request.Body).Distinct().Count());
        Assert.Equal(Calls, server.Requests.Count);
        Assert.Equal(Calls, Assert.Single((await host.Monitor.GetOverviewAsync()).States, count => count.State == "Answered").Count);
    }

    private static TestSetup Setup(TestFolder folder, ScriptedScenario scenario) => new(folder.Database)
    {
        Scenarios = [scenario],
        Settings = new() { ["HerogiDsl:QueueSize"] = $"{QueueSize}", ["HerogiDsl:CachedSessions"] = $"{QueueSize}" },
    };

    /// <summary>The memory is the whole process's: no other test runs beside.</summary>
    [CollectionDefinition(nameof(Alone), DisableParallelization = true)]
    public sealed class Alone;
}
