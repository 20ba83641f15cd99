using Acme.Clocks;
using HerogiDsl.Runtime.Tests.Support;

namespace HerogiDsl.Runtime.Tests.Timers;

/// <summary>`cancel E` takes back what this scenario scheduled of `E` for this session, and nothing else.</summary>
public sealed class CancelTests
{
    private static async Task<VirtualTime> ReadyAsync()
    {
        var time = await VirtualTime.StartAsync("2026-01-01T00:00");
        await time.SendAsync(nameof(Planner), new Begin());
        return time;
    }

    private static async Task<string?> ToldAsync(VirtualTime time, string sessionId = "s") =>
        (await time.StateAsync<Planner.Ready>(sessionId))?.Told;

    private static Plan In(int hours, string text) => new(text, TimeSpan.FromHours(hours), null);

    [Fact]
    public async Task ItTakesBackAllThatIsScheduledOfTheEvent()
    {
        await using var time = await ReadyAsync();
        await time.SendAsync(nameof(Planner), In(1, "a"));
        await time.SendAsync(nameof(Planner), In(2, "b"));

        await time.SendAsync(nameof(Planner), new Drop());

        Assert.Null(time.NextDue);
        Assert.Equal("", await ToldAsync(time));
    }

    [Fact]
    public async Task OfNothingItDoesNothing()
    {
        await using var time = await ReadyAsync();

        await time.SendAsync(nameof(Planner), new Drop());
        Assert.Equal(["moved", "stayed"], await time.Host.OutcomesAsync("s"));

        await time.SendAsync(nameof(Planner), In(1, "a"));
        await time.PassAsync();
        Assert.Equal("a.", await ToldAsync(time));
    }

    [Fact]
    public async Task InOneStepItActsInTheOrderWritten()
    {
        await using var time = await ReadyAsync();
        await time.SendAsync(nameof(Planner), In(1, "old"));

        await time.SendAsync(nameof(Planner), new Renew("new"));
        Assert.Equal(VirtualTime.At("2026-01-01T02:00"), time.NextDue);
        await time.PassAsync();
        Assert.Equal("new.", await ToldAsync(time));

        await time.SendAsync(nameof(Planner), new Regret("never"));
        Assert.Null(time.NextDue);
    }

    [Fact]
    public async Task ItLeavesWhatOtherScenariosHaveScheduled()
    {
        await using var time = await ReadyAsync();
        await time.SendAsync(nameof(Planner), In(1, "a"));
        await time.PassAsync();
        await time.SendAsync(nameof(Planner), In(1, "b"));

        await time.SendAsync(nameof(Listener), new Drop());

        await time.PassAsync();
        Assert.Equal("a.b.", await ToldAsync(time));
    }

    [Fact]
    public async Task ItGoesByTheSessionThatTheEventIsFor()
    {
        await using var time = await ReadyAsync();
        await time.SendAsync(nameof(Planner), new Begin(), "t");
        await time.SendAsync(nameof(Planner), new PlanFor("for t", "t"));

        // Of what 's' has scheduled, nothing is for 's'.
        await time.SendAsync(nameof(Planner), new Drop());
        Assert.Single(await time.Host.Monitor.GetScheduledAsync("t"));

        await time.SendAsync(nameof(Planner), new Drop(), "t");
        Assert.Empty(await time.Host.Monitor.GetScheduledAsync("t"));
    }

    [Fact]
    public async Task WhatIsDeliveredIsNotTakenBack()
    {
        await using var time = await ReadyAsync();
        await time.SendAsync(nameof(Planner), In(1, "a"));
        await time.SendAsync(nameof(Planner), new Turn());
        await time.PassAsync();
        Assert.Equal(1, (await time.Host.Monitor.GetOverviewAsync()).Pending.Deferred);

        await time.SendAsync(nameof(Planner), new Drop());
        await time.SendAsync(nameof(Planner), new Turn());

        await Eventually.HoldsAsync(async () => await ToldAsync(time) == "a.", "the deferred reminder is judged");
    }
}
