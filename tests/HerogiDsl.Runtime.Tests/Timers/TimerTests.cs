using HerogiDsl.Runtime.Tests.Scenarios;
using HerogiDsl.Runtime.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace HerogiDsl.Runtime.Tests.Timers;

public sealed class TimerTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // Go enters 'Waiting' with timer 0 after 1 h and timer 1 after 2 h; a timer counts; Next leaves.
    private static ScriptedScenario Waiting() => new("Waiting", ["Go", "Next", "Other"], (state, trigger, context) =>
    {
        if (trigger.Event is null)
            return StepResult.Stayed(state! with { Number = (state.Number * 10) + trigger.Timer + 1 }, 0);
        if (trigger.Event.EventName == "Other")
            return state!.Stay();
        if (trigger.Event.EventName == "Next")
            return context.Move("Left", state!.Number);
        context.EnterState("Waiting");
        context.StartTimer(0, TimeSpan.FromHours(1));
        context.StartTimer(1, TimeSpan.FromHours(2));
        return StepResult.Moved(new ScriptedState("Waiting"), 0);
    });

    private static async Task NumberBecomesAsync(TestHost host, int number) => await Eventually.HoldsAsync(
        async () => (await host.StateAsync("s"))?.Number == number, $"the number is {number}");

    [Fact]
    public async Task ATimerFiresWhenItIsDueAndNotBefore()
    {
        using var folder = new TestFolder();
        var time = new FakeTimeProvider(Start);
        await using var host = await TestHost.StartAsync(new(folder.Database) { Scenarios = [Waiting()], Time = time });
        await host.Herogi.SendAsync("s", new Said("Go"));
        await Eventually.IsInAsync(host, "s", "Waiting");

        time.Advance(TimeSpan.FromMinutes(59));
        await host.Herogi.SendAsync("s", new Said("Other"));
        await Eventually.HasOutcomeAsync(host, "s", "stayed");
        Assert.Equal(0, (await host.StateAsync("s"))?.Number);
        Assert.Equal(2, (await host.Monitor.GetOverviewAsync()).Pending.Timers);

        await Eventually.HoldsAsync(
            async () =>
            {
                time.Advance(TimeSpan.FromMinutes(1));
                return (await host.StateAsync("s"))?.Number == 1;
            },
            "the first timer fires");
    }

    [Fact]
    public async Task TimersSurviveARestartAndFireOnceWhereTheyFellDueMeanwhile()
    {
        using var folder = new TestFolder();
        var time = new FakeTimeProvider(Start);
        var setup = new TestSetup(folder.Database) { Scenarios = [Waiting()], Time = time };
        await using (var host = await TestHost.StartAsync(setup))
        {
            await host.Herogi.SendAsync("s", new Said("Go"));
            await Eventually.IsInAsync(host, "s", "Waiting");
            host.Crash();
        }

        time.Advance(TimeSpan.FromHours(3));
        await using (var host = await TestHost.StartAsync(setup))
        {
            await NumberBecomesAsync(host, 12);
            Assert.Equal(0, (await host.Monitor.GetOverviewAsync()).Pending.Timers);
        }

        await using var again = await TestHost.StartAsync(setup);
        await again.Herogi.SendAsync("s", new Said("Other"));
        await Eventually.IsIdleAsync(again);
        Assert.Equal(12, (await again.StateAsync("s"))?.Number);
    }

    [Fact]
    public async Task LeavingAStateEndsItsTimersAndStayingDoesNot()
    {
        using var folder = new TestFolder();
        var time = new FakeTimeProvider(Start);
        await using var host = await TestHost.StartAsync(new(folder.Database) { Scenarios = [Waiting()], Time = time });
        await host.Herogi.SendAsync("s", new Said("Go"));
        await host.Herogi.SendAsync("s", new Said("Other"));
        await Eventually.HasOutcomeAsync(host, "s", "stayed");
        Assert.Equal(2, (await host.Monitor.GetOverviewAsync()).Pending.Timers);

        await host.Herogi.SendAsync("s", new Said("Next"));
        await Eventually.IsInAsync(host, "s", "Left");
        Assert.Equal(0, (await host.Monitor.GetOverviewAsync()).Pending.Timers);
        time.Advance(TimeSpan.FromHours(3));
        await host.Herogi.SendAsync("s", new Said("Other"));
        await Eventually.IsIdleAsync(host);
        Assert.Equal(["moved", "stayed", "moved", "stayed"], await host.OutcomesAsync("s"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ATimerQueuesBehindTheEventsAcceptedBeforeItFellDue(bool everyMinute)
    {
        using var folder = new TestFolder();
        using var gate = new ManualResetEventSlim();
        var time = new FakeTimeProvider(Start);
        var slow = new ScriptedScenario("Slow", ["Go", "Next", "Other"], (state, trigger, context) =>
        {
            if (trigger.Event is null)
                return StepResult.Stayed(state! with { Number = (state.Number * 10) + 2 }, 0);
            if (trigger.Event.EventName == "Next")
                gate.Wait(TimeSpan.FromSeconds(20));
            if (trigger.Event.EventName != "Go")
                return StepResult.Stayed(state! with { Number = (state.Number * 10) + 1 }, 0);
            context.EnterState("Waiting");
            if (everyMinute)
                context.StartTimer(0, "* * * * *", "UTC");
            else
                context.StartTimer(0, TimeSpan.FromMinutes(1));
            return StepResult.Moved(new ScriptedState("Waiting"), 0);
        });
        await using var host = await TestHost.StartAsync(new(folder.Database) { Scenarios = [slow], Time = time });
        await host.Herogi.SendAsync("s", new Said("Go"));
        await Eventually.IsInAsync(host, "s", "Waiting");

        await host.Herogi.SendAsync("s", new Said("Next"));
        await host.Herogi.SendAsync("s", new Said("Other"));
        time.Advance(TimeSpan.FromSeconds(90));
        await Eventually.HoldsAsync(
            async () => (await host.Monitor.GetOverviewAsync()).Pending is { Events: 3, Timers: 0 }, "the timer has fallen due");
        gate.Set();

        await NumberBecomesAsync(host, 112);
    }
}
