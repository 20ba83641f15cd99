using Acme.Clocks;
using HerogiDsl.Runtime.Tests.Support;

namespace HerogiDsl.Runtime.Tests.Timers;

/// <summary>Rules 4, 7, 8 and 10 of the language: events that are delivered later.</summary>
public sealed class ScheduleTests
{
    private static async Task<VirtualTime> ReadyAsync()
    {
        var time = await VirtualTime.StartAsync("2026-01-01T00:00");
        await time.SendAsync(nameof(Planner), new Begin());
        return time;
    }

    private static async Task<string?> PlannerToldAsync(VirtualTime time, string sessionId = "s") =>
        (await time.StateAsync<Planner.Ready>(sessionId))?.Told;

    private static async Task<string?> ListenerToldAsync(VirtualTime time, string sessionId = "s") =>
        (await time.StateAsync<Listener.Heard>(sessionId))?.Told;

    private static async Task<long> ScheduledAsync(VirtualTime time) =>
        (await time.Host.Monitor.GetOverviewAsync()).Pending.Scheduled;

    [Fact]
    public async Task ItIsDeliveredWhenItIsDueToEveryScenarioThatTakesIt()
    {
        await using var time = await ReadyAsync();

        await time.SendAsync(nameof(Planner), new Plan("a", TimeSpan.FromHours(3)));
        Assert.Equal(("", null), (await PlannerToldAsync(time), await ListenerToldAsync(time)));
        Assert.Equal(VirtualTime.At("2026-01-01T03:00"), await time.PassAsync());

        Assert.Equal(("a.", "a"), (await PlannerToldAsync(time), await ListenerToldAsync(time)));
        Assert.Null(time.NextDue);
    }

    [Fact]
    public async Task AtAMomentThatIsPastItIsDeliveredAtOnce()
    {
        await using var time = await ReadyAsync();

        await time.SendAsync(nameof(Planner), new Plan("a", TimeSpan.Zero) { Moment = time.Now - TimeSpan.FromDays(3) });
        await time.SendAsync(nameof(Planner), new Plan("b", TimeSpan.Zero));

        await Eventually.HoldsAsync(async () => await PlannerToldAsync(time) == "a.b.", "both are delivered");
        Assert.Equal(0, await ScheduledAsync(time));
    }

    [Fact]
    public async Task AtAMomentToComeItWaitsForIt()
    {
        await using var time = await ReadyAsync();
        var moment = VirtualTime.At("2027-05-05T05:05");

        await time.SendAsync(nameof(Planner), new Plan("a", TimeSpan.Zero) { Moment = moment });

        Assert.Equal(moment, await time.PassAsync());
        Assert.Equal("a.", await PlannerToldAsync(time));
    }

    [Fact]
    public async Task OfOneMomentTheyComeInTheOrderWritten()
    {
        await using var time = await ReadyAsync();

        await time.SendAsync(nameof(Planner), new PlanTwo("first", "second"));
        await time.SendAsync(nameof(Planner), new Plan("before", TimeSpan.FromMinutes(59)));
        await time.PassAsync(2);

        Assert.Equal("before.first.second.", await PlannerToldAsync(time));
    }

    [Fact]
    public async Task ItGoesToTheScenarioAndTheSessionThatAreNamed()
    {
        await using var time = await ReadyAsync();
        await time.SendAsync(nameof(Planner), new Begin(), "t");

        await time.SendAsync(nameof(Planner), new PlanFor("all", "t"));
        await time.PassAsync();
        Assert.Equal(("all.", "all"), (await PlannerToldAsync(time, "t"), await ListenerToldAsync(time, "t")));
        await time.SendAsync(nameof(Planner), new PlanTo("one", "t"));
        await time.PassAsync();

        Assert.Equal(("all.", "all.one"), (await PlannerToldAsync(time, "t"), await ListenerToldAsync(time, "t")));
        Assert.Equal(("", null), (await PlannerToldAsync(time), await ListenerToldAsync(time)));
    }

    [Fact]
    public async Task ItOutlivesACrashAndIsDeliveredOnce()
    {
        await using var time = await ReadyAsync();
        await time.SendAsync(nameof(Planner), new Plan("a", TimeSpan.FromHours(1)));
        await time.SendAsync(nameof(Planner), new Plan("b", TimeSpan.FromHours(2)));
        await time.SendAsync(nameof(Planner), new Plan("c", TimeSpan.FromHours(9)));
        time.Crash();
        time.Advance(TimeSpan.FromHours(5));

        await time.StartAsync();
        await Eventually.HoldsAsync(async () => await PlannerToldAsync(time) == "a.b.", "what fell due is delivered");
        time.Crash();
        await time.StartAsync();

        await time.PassAsync();
        Assert.Equal("a.b.c.", await PlannerToldAsync(time));
        Assert.Equal("a.b.c", await ListenerToldAsync(time));
    }

    [Fact]
    public async Task WhatAScenarioHasScheduledOutlivesItsEnd()
    {
        await using var time = await ReadyAsync();

        await time.SendAsync(nameof(Planner), new Leave());
        Assert.Null(await time.StateAsync<Planner.State>());
        await time.PassAsync();

        Assert.Equal("late", await ListenerToldAsync(time));
        Assert.Null(await time.StateAsync<Planner.State>());
    }

    [Fact]
    public async Task AScenarioThatRunsOnceIgnoresWhatItScheduledForItself()
    {
        await using var time = await VirtualTime.StartAsync("2026-01-01T00:00");
        await time.SendAsync(nameof(Lonely), new Begin());

        await time.SendAsync(nameof(Lonely), new Leave());
        await time.PassAsync();

        var history = await time.Host.Monitor.GetHistoryAsync("s", nameof(Lonely));
        Assert.Equal(["moved", "ended", "ignored"], history.Select(step => step.Outcome));
    }

    [Fact]
    public async Task ItTellsTheHistoryAndTheMonitor()
    {
        await using var time = await ReadyAsync();
        await time.SendAsync(nameof(Planner), new PlanTo("a", "t"));
        await time.SendAsync(nameof(Planner), new Renew("b"));

        var asked = (await time.Host.Monitor.GetHistoryAsync("s", nameof(Planner))).Select(step => step.AskedJson);
        Assert.Equal(
            [
                null,
                """["schedule Reminder at 2026-01-01T01:00:00Z to Listener for t"]""",
                """["cancel Reminder","schedule Reminder at 2026-01-01T02:00:00Z"]""",
            ],
            asked);
        Assert.Equal(
            new ScheduledInfo(
                nameof(Planner), "t", nameof(Reminder), VirtualTime.At("2026-01-01T01:00"), nameof(Listener), """{"text":"a"}"""),
            Assert.Single(await time.Host.Monitor.GetScheduledAsync("t")));
        Assert.Equal(2, await ScheduledAsync(time));
        Assert.Empty(await time.Host.Monitor.GetScheduledAsync("u"));
    }
}
