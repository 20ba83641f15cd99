using HerogiDsl.Runtime.Tests.Dispatch;
using HerogiDsl.Runtime.Tests.Scenarios;
using HerogiDsl.Runtime.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace HerogiDsl.Runtime.Tests.Operations;

/// <summary>Move: somebody puts a session into a state.</summary>
public sealed class MoveTests
{
    private static readonly OperatorNote Note = new("ada", "the import was wrong");

    private static readonly ScriptedScenario Doors = new("Doors", ["Go", "Next", "Stop"], (state, trigger, context) =>
        (state?.StateName, trigger.Event?.EventName) switch
        {
            (null, _) => context.Move("Closed"),
            ("Closed", "Next") => StepResult.Deferred(state),
            ("Open", "Next") => context.Move("Passed", state.Number + 1),
            (_, "Stop") => throw new ScenarioFaultException("it is stuck"),
            ("Open", null) => context.Move("Closed"),
            _ => StepResult.Ignored(state),
        })
    {
        States = ["Closed", "Open", "Passed"],
        Timers = static (state, context) =>
        {
            if (state.StateName == "Open")
                context.StartTimer(0, TimeSpan.FromMinutes(state.Number));
        },
    };

    private static async Task<TestHost> StartAsync(TestFolder folder, TimeProvider? time = null)
    {
        var host = await TestHost.StartAsync(new(folder.Database) { Scenarios = [Doors], Time = time });
        await host.Herogi.SendAsync("s", new Said("Go"));
        await Eventually.IsInAsync(host, "s", "Closed");
        return host;
    }

    [Fact]
    public async Task ASessionIsInTheStateWithItsDataAndTheHistoryTellsWhoAndWhy()
    {
        using var folder = new TestFolder();
        await using (var host = await StartAsync(folder))
        {
            await host.Operator.MoveAsync("s", new ScriptedState("Passed", 7), Note);
            Assert.Equal(new ScriptedState("Passed", 7), await host.StateAsync("s"));
            var told = (await host.Monitor.GetHistoryAsync("s"))[^1];
            Assert.Equal(
                ("put", "Closed", "Passed", "ada: the import was wrong", """["number",7]"""),
                (told.Outcome, told.From, told.To, told.Reason, told.SetsJson));
            await host.Operator.MoveAsync("new", new MoveTarget("Doors", "Closed", """{"number":1}"""), Note);
        }

        await using var again = await TestHost.StartAsync(new(folder.Database) { Scenarios = [Doors] });
        Assert.Equal(new ScriptedState("Passed", 7), await again.StateAsync("s"));
        Assert.Equal(new ScriptedState("Closed", 1), await again.StateAsync("new"));
    }

    [Theory]
    [InlineData("Doors", "Nowhere", """{"number":1}""", "no state 'Nowhere'")]
    [InlineData("Doors", "Open", """{}""", "cannot be put into 'Open'")]
    [InlineData("Doors", "Open", """{"number":"x"}""", "cannot be put into 'Open'")]
    [InlineData("Doors", "Open", "no json", "cannot be put into 'Open'")]
    [InlineData("Elsewhere", "Open", """{"number":1}""", "no scenario 'Elsewhere'")]
    public async Task WhatIsNoStateWithItsDataIsRefusedAndChangesNothing(string scenario, string state, string data, string reason)
    {
        using var folder = new TestFolder();
        await using var host = await StartAsync(folder);
        var mistake = await Assert.ThrowsAsync<ArgumentException>(
            () => host.Operator.MoveAsync("s", new MoveTarget(scenario, state, data), Note));
        Assert.Contains(reason, mistake.Message);
        Assert.Equal("Closed", (await host.StateAsync("s"))?.StateName);
        Assert.Equal(["moved"], await host.OutcomesAsync("s"));
        await Assert.ThrowsAsync<ArgumentException>(() => host.Operator.MoveAsync("", new ScriptedState("Open"), Note));
    }

    [Fact]
    public async Task WhatWasDeferredIsJudgedInTheNewState()
    {
        using var folder = new TestFolder();
        await using var host = await StartAsync(folder);
        await host.Herogi.SendAsync("s", new Said("Next"));
        await Eventually.HasOutcomeAsync(host, "s", "deferred");

        await host.Operator.MoveAsync("s", new ScriptedState("Open", 5), Note);

        await Eventually.IsInAsync(host, "s", "Passed");
        Assert.Equal(6, (await host.StateAsync("s"))?.Number);
        Assert.Equal(0, (await host.Monitor.GetOverviewAsync()).Pending.Deferred);
    }

    [Fact]
    public async Task TheTimersOfTheTargetStartAndThoseOfTheStateThatIsLeftAreGone()
    {
        using var folder = new TestFolder();
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using var host = await StartAsync(folder, time);

        await host.Operator.MoveAsync("s", new ScriptedState("Open", 10), Note);
        Assert.Equal(time.GetUtcNow().AddMinutes(10), NextDue(host));
        await host.Operator.MoveAsync("s", new ScriptedState("Open", 60), Note);
        Assert.Equal(time.GetUtcNow().AddMinutes(60), NextDue(host));
        time.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal("Open", (await host.StateAsync("s"))?.StateName);
        time.Advance(TimeSpan.FromMinutes(31));
        await Eventually.IsInAsync(host, "s", "Closed");

        await host.Operator.MoveAsync("s", new ScriptedState("Open", 10), Note);
        await host.Operator.MoveAsync("s", new ScriptedState("Passed"), Note);
        Assert.Null(NextDue(host));
    }

    [Fact]
    public async Task AFaultedSessionGoesOnInTheNewStateWithTheEventThatFaultedIt()
    {
        using var folder = new TestFolder();
        var scenario = new ScriptedScenario("One", ["Go", "Next"], (state, trigger, context) => state?.StateName switch
        {
            null => context.Move("Broken"),
            "Broken" => throw new ScenarioFaultException("it is broken"),
            _ => context.Move("Mended", state.Number + 1),
        });
        await using var host = await TestHost.StartAsync(new(folder.Database) { Scenarios = [scenario] });
        await host.Herogi.SendAsync("s", new Said("Go"));
        await host.Herogi.SendAsync("s", new Said("Next"));
        await host.Herogi.SendAsync("s", new Said("Next"));
        await Eventually.HasOutcomeAsync(host, "s", "faulted");

        await host.Operator.MoveAsync("s", new ScriptedState("Mended", 10), Note);

        await Eventually.HoldsAsync(async () => (await host.StateAsync("s"))?.Number == 12, "both events are judged");
        Assert.Equal(InstanceCondition.Active, Assert.Single(await host.Monitor.ListInstancesAsync("One")).Condition);
    }

    [Fact]
    public async Task ASessionThatThisBuildCannotReadIsPutWhereItCan()
    {
        using var folder = new TestFolder();
        await using (var host = await StartAsync(folder))
            await host.Operator.MoveAsync("s", new ScriptedState("Open", 99), Note);
        var newer = new ScriptedScenario("Doors", ["Go"], (state, _, context) => context.Move("Shut", state!.Number + 1))
        {
            States = ["Shut"],
            Fingerprint = "2",
        };
        await using var again = await TestHost.StartAsync(new(folder.Database) { Scenarios = [newer] });
        await again.Herogi.SendAsync("s", new Said("Go"));
        await Eventually.HasOutcomeAsync(again, "s", "incompatible");

        await again.Operator.MoveAsync("s", new ScriptedState("Shut", 1), Note);

        await Eventually.HoldsAsync(async () => (await again.StateAsync("s"))?.Number == 2, "what waited is judged");
    }

    [Fact]
    public async Task AnAnswerToTheVisitThatWasLeftIsStale()
    {
        using var folder = new TestFolder();
        using var answering = new SemaphoreSlim(0);
        await using var server = await StubServer.StartAsync(async (context, _) =>
        {
            await answering.WaitAsync();
            context.Response.StatusCode = 200;
        });
        var caller = new CallerScenario(Steps.Call("GET", "/"));
        await using var host = await TestHost.StartAsync(caller.Setup(folder, server.Connection()));
        await host.Herogi.SendAsync("s", new Said("Go"));
        await Eventually.HoldsAsync(() => !server.Requests.IsEmpty, "it is called");

        await host.Operator.MoveAsync("s", new ScriptedState("Asking", 5), Note);
        answering.Release();

        await Eventually.HasOutcomeAsync(host, "s", "stale");
        Assert.Equal(new ScriptedState("Asking", 5), await host.StateAsync("s"));
    }

    [Fact]
    public async Task AStepUnderWayIsJudgedAgainWhenItsSessionIsMoved()
    {
        using var folder = new TestFolder();
        using var begun = new SemaphoreSlim(0);
        using var go = new SemaphoreSlim(0);
        var scenario = new ScriptedScenario("One", ["Go"], (state, _, context) =>
        {
            begun.Release();
            go.Wait();
            return context.Move("Here", (state?.Number ?? 0) + 1);
        });
        await using var host = await TestHost.StartAsync(new(folder.Database) { Scenarios = [scenario] });
        await host.Herogi.SendAsync("s", new Said("Go"));
        await begun.WaitAsync();

        await host.Operator.MoveAsync("s", new ScriptedState("There", 100), Note);
        go.Release(2);

        await Eventually.IsInAsync(host, "s", "Here");
        await Eventually.IsIdleAsync(host);
        Assert.Equal(101, (await host.StateAsync("s"))?.Number);
        Assert.Equal(["put", "moved"], await host.OutcomesAsync("s"));
    }

    private static DateTimeOffset? NextDue(TestHost host) => host.Parts.Store.Read(static tables => tables.Timers.FindNextDue());
}
