using HerogiDsl.Runtime.Tests.Scenarios;
using HerogiDsl.Runtime.Tests.Support;

namespace HerogiDsl.Runtime.Tests.Dispatch;

public sealed class CrashTests
{
    [Theory]
    [InlineData("POST", null, 1, 0, true)]
    [InlineData("PATCH", null, 1, 0, true)]
    [InlineData("POST", "k", 2, 200, false)]
    [InlineData("PUT", null, 2, 200, false)]
    [InlineData("GET", null, 2, 200, false)]
    public async Task ACallThatACrashInterruptedIsMadeAgainOnlyWhereItMayBe(
        string method, string? key, int requests, int status, bool isUnknown)
    {
        using var folder = new TestFolder();
        await using var server = await StubServer.StartAsync((context, number) =>
            number == 0 ? Task.Delay(Timeout.Infinite, context.RequestAborted) : Task.CompletedTask);
        var caller = new CallerScenario(Steps.Call(method, "/x") with { Key = key });
        var setup = caller.Setup(folder, server.Connection());
        await using (var host = await TestHost.StartAsync(setup))
        {
            await host.Herogi.SendAsync("s", new Said("Go"));
            await Eventually.HoldsAsync(() => server.Requests.Count == 1, "the call is under way");
            host.Crash();
        }

        await using var again = await TestHost.StartAsync(setup);
        var answer = await caller.AnswerAsync();
        await Eventually.IsIdleAsync(again);
        Assert.Equal((status, isUnknown), (answer.StatusCode, answer.Unknown));
        Assert.Equal(requests, server.Requests.Count);
        Assert.Equal(1, caller.Count);
    }

    [Fact]
    public async Task APostThatACrashPreventedIsMade()
    {
        using var folder = new TestFolder();
        await using var server = await StubServer.StartAsync(200);
        var caller = new CallerScenario(Steps.Call("POST", "/x"));
        // The first call takes the only place, so that the second is not begun.
        await using var blocking = await StubServer.StartAsync((context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted));
        await using (var host = await TestHost.StartAsync(caller.Setup(folder, blocking.Connection() with { Parallel = 1 })))
        {
            await host.Herogi.SendAsync("first", new Said("Go"));
            await Eventually.HoldsAsync(() => blocking.Requests.Count == 1, "the first call is under way");
            await host.Herogi.SendAsync("second", new Said("Go"));
            await Eventually.IsInAsync(host, "second", "Asking");
            host.Crash();
        }

        await using var again = await TestHost.StartAsync(caller.Setup(folder, server.Connection()));
        await Eventually.IsInAsync(again, "first", "Answered");
        await Eventually.IsInAsync(again, "second", "Answered");

        Assert.Equal((0, 200), ((await again.StateAsync("first"))!.Number, (await again.StateAsync("second"))!.Number));
        Assert.Single(server.Requests);
        Assert.Equal(1, (await again.Monitor.GetOverviewAsync()).Totals.Unknown);
    }

    [Fact]
    public async Task CallsForAConnectionThatIsGoneWaitAndAreTold()
    {
        using var folder = new TestFolder();
        await using var server = await StubServer.StartAsync(200);
        var caller = new CallerScenario(Steps.Call("PUT", "/x"));
        var never = RetryDefinition.Default with { Every = TimeSpan.FromMinutes(1) };
        await using (var host = await TestHost.StartAsync(caller.Setup(folder, Connections.Http("http://127.0.0.1:9", never))))
        {
            await host.Herogi.SendAsync("s", new Said("Go"));
            await Eventually.HoldsAsync(async () => (await host.Monitor.GetOverviewAsync()).Totals.Retries == 1, "it is put off");
        }

        await using var again = await TestHost.StartAsync(caller.Setup(folder, server.Connection() with { Name = "Renamed" }));
        Assert.Contains(again.Log.Lines, line => line.Contains("the connection 'Api', which this build does not have", StringComparison.Ordinal));
        Assert.Equal(1, (await again.Monitor.GetOverviewAsync()).Pending.Calls);
    }

    [Fact]
    public async Task AGracefulStopWaitsForTheCallsUnderWay()
    {
        using var folder = new TestFolder();
        var release = new TaskCompletionSource();
        await using var server = await StubServer.StartAsync((_, _) => release.Task);
        var caller = new CallerScenario(Steps.Call("POST", "/x"));
        var setup = caller.Setup(folder, server.Connection());
        await using (var host = await TestHost.StartAsync(setup))
        {
            await host.Herogi.SendAsync("s", new Said("Go"));
            await Eventually.HoldsAsync(() => server.Requests.Count == 1, "the call is under way");
            var stopping = host.StopAsync();
            Assert.False(stopping.IsCompleted);
            release.SetResult();
            await stopping;
        }

        await using var again = await TestHost.StartAsync(setup);
        await Eventually.IsInAsync(again, "s", "Answered");
        Assert.Equal((200, 1), ((await again.StateAsync("s"))!.Number, server.Requests.Count));
    }
}
