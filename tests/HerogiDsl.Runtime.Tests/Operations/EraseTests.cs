using HerogiDsl.Runtime.Storage;
using HerogiDsl.Runtime.Tests.Dispatch;
using HerogiDsl.Runtime.Tests.Scenarios;
using HerogiDsl.Runtime.Tests.Support;
using HerogiDsl.Storage.Sqlite;

namespace HerogiDsl.Runtime.Tests.Operations;

/// <summary>Erase: nothing of a session is left, and nothing brings it back.</summary>
public sealed class EraseTests
{
    private static readonly string[] Tables =
        ["inbox", "instances", "history", "outbox", "timers", "scheduled", "windows", "contributions"];

    // Has something in each table: it defers, asks, waits, schedules and counts.
    private static readonly ScriptedScenario Busy = new("Busy", ["Go", "Next", "Stop"], (state, trigger, context) =>
    {
        if (trigger.Event is Said { EventName: "Next" } && state is not null)
            return StepResult.Deferred(state);
        if (trigger.Event is Said { EventName: "Stop" })
            throw new ScenarioFaultException("it is stuck");
        context.EnterState("Here");
        context.StartTimer(0, TimeSpan.FromDays(1));
        context.Add(Steps.Call("GET", "/ada"));
        context.Add(new ScheduleEvent(new Said("Go", "ada"), context.Now.AddDays(1), null, null));
        return StepResult.Moved(new ScriptedState("Here"), 0);
    });

    private static Dictionary<string, long> Count(TestFolder folder, string sessionId)
    {
        using var database = SqliteDatabase.Open(folder.Database, readOnly: true);
        return Tables.ToDictionary(
            table => table,
            table => database.QueryNumber($"SELECT count(*) FROM {table} WHERE session_id = '{sessionId}'") ?? 0);
    }

    private static void AddWindow(TestHost host, string sessionId) => host.Parts.Commits.RunAsync(new DelegateWork(tables =>
        tables.Aggregates.Apply(new WindowChange(new WindowRow(new WindowKey("Elsewhere", sessionId, "spent"))
        {
            Text = "",
            AsOf = DateTimeOffset.UnixEpoch,
            Oldest = DateTimeOffset.UnixEpoch,
            Newest = DateTimeOffset.UnixEpoch,
            Count = 1,
            Value = "1",
            ExpiresAt = DateTimeOffset.MaxValue.AddDays(-1),
        })
        { Added = new ContributionRow(DateTimeOffset.UnixEpoch, 1, 1m) }))).GetAwaiter().GetResult();

    [Fact]
    public async Task NothingOfTheSessionIsLeftInAnyTableAndNothingOfOthersIsTouched()
    {
        using var folder = new TestFolder();
        var connection = Connections.Http("http://127.0.0.1:1", RetryDefinition.Default with { Every = TimeSpan.FromHours(1) });
        await using var host = await TestHost.StartAsync(new(folder.Database)
        {
            Scenarios = [Busy, new ScriptedScenario("Second", ["Go"], (_, _, context) => context.Move("There"))],
            Connections = [connection],
        });
        foreach (var session in new[] { "ada", "bob" })
        {
            foreach (var name in new[] { "Go", "Next", "Stop" })
                await host.Herogi.SendAsync(session, new Said(name, session));
            await Eventually.HasOutcomeAsync(host, session, "faulted");
            AddWindow(host, session);
        }

        var others = Count(folder, "bob");
        Assert.All(others, table => Assert.True(table.Value > 0, table.Key));

        Assert.True(await host.Operator.EraseAsync("ada"));

        Assert.All(Count(folder, "ada"), table => Assert.Equal((table.Key, 0L), (table.Key, table.Value)));
        Assert.Equal(others, Count(folder, "bob"));
        Assert.Null(await host.StateAsync("ada"));
        Assert.Empty(await host.OutcomesAsync("ada"));
        Assert.False(await host.Operator.EraseAsync("ada"));
    }

    [Fact]
    public async Task AnErasedSessionBeginsAnewWithItsNextEvent()
    {
        using var folder = new TestFolder();
        var counter = new ScriptedScenario("Counter", ["Go"], (state, _, context) => context.Move("Here", (state?.Number ?? 0) + 1));
        await using var host = await TestHost.StartAsync(new(folder.Database) { Scenarios = [counter] });
        await host.Herogi.SendAsync("s", new Said("Go"));
        await host.Herogi.SendAsync("s", new Said("Go"), new SendOptions { EventId = "one" });
        await Eventually.HoldsAsync(async () => (await host.StateAsync("s"))?.Number == 2, "it is there");
        await host.Operator.EraseAsync("s");

        // The ids of events are kept: what a sender repeats does not bring the session back.
        await host.Herogi.SendAsync("s", new Said("Go"), new SendOptions { EventId = "one" });
        await Eventually.IsIdleAsync(host);
        Assert.Null(await host.StateAsync("s"));
        await host.Herogi.SendAsync("s", new Said("Go"));
        await Eventually.IsInAsync(host, "s", "Here");
        Assert.Equal(1, (await host.StateAsync("s"))?.Number);
    }

    [Theory]
    [InlineData(200, "GET")]
    [InlineData(503, "GET")]
    [InlineData(200, "POST")]
    public async Task ALateAnswerBringsNothingBackAndIsNotCounted(int status, string method)
    {
        using var folder = new TestFolder();
        using var answering = new SemaphoreSlim(0);
        await using var server = await StubServer.StartAsync(async (context, _) =>
        {
            await answering.WaitAsync();
            context.Response.StatusCode = status;
        });
        var caller = new CallerScenario(Steps.Call(method, "/"));
        await using var host = await TestHost.StartAsync(caller.Setup(folder, server.Connection()));
        await host.Herogi.SendAsync("s", new Said("Go"));
        await Eventually.HoldsAsync(() => !server.Requests.IsEmpty, "it is called");

        Assert.True(await host.Operator.EraseAsync("s"));
        answering.Release(100);
        await host.StopAsync();

        Assert.Single(server.Requests);
        Assert.All(Count(folder, "s"), table => Assert.Equal(0, table.Value));
        Assert.Equal(0, caller.Count);
        using var database = SqliteDatabase.Open(folder.Database, readOnly: true);
        Assert.Equal(0, database.QueryNumber("SELECT count(*) FROM totals WHERE value > 0"));
    }

    [Fact]
    public async Task CallsThatHaveNotBegunAreNotMade()
    {
        using var folder = new TestFolder();
        using var answering = new SemaphoreSlim(0);
        await using var server = await StubServer.StartAsync(async (context, _) =>
        {
            await answering.WaitAsync();
            context.Response.StatusCode = 200;
        });
        var caller = new CallerScenario([.. Enumerable.Range(0, 5).Select(number => Steps.Call("GET", $"/{number}"))]);
        await using var host = await TestHost.StartAsync(caller.Setup(folder, server.Connection() with { Parallel = 1 }));
        await host.Herogi.SendAsync("s", new Said("Go"));
        await Eventually.HoldsAsync(() => !server.Requests.IsEmpty, "the first is called");
        await host.Herogi.SendAsync("t", new Said("Go"));
        await Eventually.IsInAsync(host, "t", "Asking");

        await host.Operator.EraseAsync("s");
        answering.Release(100);
        await Eventually.IsIdleAsync(host);

        Assert.Equal(6, server.Requests.Count);
        Assert.Equal(5, (await host.Monitor.GetOverviewAsync()).Totals.Calls);
    }

    [Fact]
    public async Task AStepUnderWayBringsNothingBack()
    {
        using var folder = new TestFolder();
        using var begun = new SemaphoreSlim(0);
        using var go = new SemaphoreSlim(0);
        var scenario = new ScriptedScenario("One", ["Go"], (_, _, context) =>
        {
            begun.Release();
            go.Wait();
            context.Add(Steps.Call("GET", "/", returns: null));
            return context.Move("Here");
        });
        await using var server = await StubServer.StartAsync(200);
        var setup = new TestSetup(folder.Database) { Scenarios = [scenario], Connections = [server.Connection()] };
        await using (var host = await TestHost.StartAsync(setup))
        {
            await host.Herogi.SendAsync("s", new Said("Go"));
            await begun.WaitAsync();
            Assert.True(await host.Operator.EraseAsync("s"));
            go.Release(100);
            await host.Herogi.SendAsync("t", new Said("Go"));
            await Eventually.IsInAsync(host, "t", "Here");
            await Eventually.IsIdleAsync(host);
        }

        Assert.All(Count(folder, "s"), table => Assert.Equal(0, table.Value));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task ACrashAfterItBringsNothingBack()
    {
        using var folder = new TestFolder();
        var counter = new ScriptedScenario("Counter", ["Go"], (state, _, context) => context.Move("Here", (state?.Number ?? 0) + 1));
        var setup = new TestSetup(folder.Database) { Scenarios = [counter] };
        var host = await TestHost.StartAsync(setup);
        for (var number = 0; number < 500; number++)
            await host.Herogi.SendAsync("s", new Said("Go"));
        Assert.True(await host.Operator.EraseAsync("s"));
        host.Crash();

        Assert.All(Count(folder, "s"), table => Assert.Equal(0, table.Value));
        await using var again = await TestHost.StartAsync(setup);
        await Eventually.IsIdleAsync(again);
        Assert.Null(await again.StateAsync("s"));
        Assert.Empty(await again.OutcomesAsync("s"));
    }
}
