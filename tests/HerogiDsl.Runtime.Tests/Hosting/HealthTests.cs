using HerogiDsl.Runtime.Tests.Dispatch;
using HerogiDsl.Runtime.Tests.Scenarios;
using HerogiDsl.Runtime.Tests.Support;
using HerogiDsl.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HerogiDsl.Runtime.Tests.Hosting;

/// <summary>Health with its reasons, and a stop that breaks nothing off.</summary>
public sealed class HealthTests
{
    private static async Task<(HealthStatus Status, string? Reason)> AskAsync(TestHost host)
    {
        var report = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        return (report.Status, report.Entries["herogi"].Description);
    }

    [Fact]
    public async Task FaultedSessionsDegradeItUntilSomebodyHasSeenToThem()
    {
        using var folder = new TestFolder();
        var scenario = new ScriptedScenario("One", ["Go"], (_, _, _) => throw new ScenarioFaultException("it is stuck"));
        await using var host = await TestHost.StartAsync(new(folder.Database) { Scenarios = [scenario] });
        Assert.Equal(HealthStatus.Healthy, (await AskAsync(host)).Status);
        await host.Herogi.SendAsync("s", new Said("Go"));
        await Eventually.HasOutcomeAsync(host, "s", "faulted");

        Assert.Equal((HealthStatus.Degraded, "sessions that are faulted: 1"), await AskAsync(host));

        await host.Operator.SkipAsync("s", "One");
        Assert.Equal(HealthStatus.Healthy, (await AskAsync(host)).Status);
    }

    [Fact]
    public async Task AStoreThatCannotBeWrittenMakesItUnhealthy()
    {
        using var folder = new TestFolder();
        await using var host = await TestHost.StartAsync(new(folder.Database));
        Assert.Equal(HealthStatus.Healthy, (await AskAsync(host)).Status);
        using (var other = SqliteDatabase.Open(folder.Database, readOnly: false))
            other.Execute("CREATE TRIGGER full BEFORE INSERT ON totals BEGIN SELECT RAISE(FAIL, 'the disk is full'); END");

        var (status, reason) = await AskAsync(host);

        Assert.Equal(HealthStatus.Unhealthy, status);
        Assert.Contains("the store cannot be written", reason);
        Assert.Contains("the disk is full", reason);
    }

    [Fact]
    public async Task AsManyEventsAsFitInMemoryDegradeIt()
    {
        using var folder = new TestFolder();
        using var gate = new SemaphoreSlim(0);
        var scenario = new ScriptedScenario("One", ["Go"], (_, _, context) =>
        {
            gate.Wait();
            return context.Move("Here");
        });
        await using var host = await TestHost.StartAsync(
            new(folder.Database) { Scenarios = [scenario], Settings = new() { ["HerogiDsl:QueueSize"] = "16" } });
        await host.Herogi.SendAsync([.. Enumerable.Range(0, 16).Select(_ => new BatchEvent("s", new Said("Go")))]);

        await Eventually.HoldsAsync(
            async () => await AskAsync(host) == (HealthStatus.Degraded, "as many events wait as fit in memory: senders wait for room"),
            "there is no room");
        gate.Release(100);
        await Eventually.IsIdleAsync(host);
        await Eventually.HoldsAsync(async () => (await AskAsync(host)).Status == HealthStatus.Healthy, "there is room again");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AStopWaitsForCallsUnderWayAsLongAsItMay(bool isAnswered)
    {
        using var folder = new TestFolder();
        using var answering = new SemaphoreSlim(0);
        await using var server = await StubServer.StartAsync(async (context, _) =>
        {
            await answering.WaitAsync(context.RequestAborted);
            context.Response.StatusCode = 200;
        });
        var caller = new CallerScenario(Steps.Call("POST", "/"));
        var setup = caller.Setup(folder, server.Connection());
        var host = await TestHost.StartAsync(setup);
        await host.Herogi.SendAsync("s", new Said("Go"));
        await Eventually.HoldsAsync(() => !server.Requests.IsEmpty, "it is called");

        using var timeIsUp = new CancellationTokenSource();
        var stopping = host.StopAsync(timeIsUp.Token);
        await Assert.ThrowsAsync<InvalidOperationException>(() => host.Herogi.SendAsync("s", new Said("Go")));
        Assert.False(stopping.IsCompleted);
        if (isAnswered)
            answering.Release();
        else
            await timeIsUp.CancelAsync();
        await stopping;
        host.Crash();

        await using var again = await TestHost.StartAsync(setup);
        var answer = await caller.AnswerAsync();
        Assert.Equal((isAnswered ? 200 : 0, !isAnswered), (answer.StatusCode, answer.Unknown));
        Assert.Single(server.Requests);
    }
}
