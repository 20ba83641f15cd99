using Acme.Clocks;
using HerogiDsl.Runtime.Tests.Support;

namespace HerogiDsl.Runtime.Tests.Timers;

/// <summary>Rule 7 of the language: timers that go by the calendar.</summary>
public sealed class EveryTests
{
    // Berlin is at +01:00, and in summer, from March 29 to October 25, at +02:00.
    public static TheoryData<string, string, string[]> Changes => new()
    {
        { nameof(Nightly), "2026-03-27T12:00", ["2026-03-28T01:30", "2026-03-29T01:00", "2026-03-30T00:30"] },
        { nameof(Nightly), "2026-10-23T12:00", ["2026-10-24T00:30", "2026-10-25T00:30", "2026-10-26T01:30"] },
        {
            nameof(HalfHourly), "2026-03-29T00:20",
            ["2026-03-29T00:30", "2026-03-29T01:00", "2026-03-29T01:30", "2026-03-29T02:00"]
        },
        {
            nameof(HalfHourly), "2026-10-24T23:50",
            [
                "2026-10-25T00:00", "2026-10-25T00:30", "2026-10-25T01:00", "2026-10-25T01:30", "2026-10-25T02:00",
                "2026-10-25T02:30",
            ]
        },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task ItGoesByTheClocksOfItsZone(string scenario, string start, string[] times)
    {
        await using var time = await VirtualTime.StartAsync(start);
        await time.SendAsync(scenario, new Begin());

        var passed = await time.PassAsync(times.Length);

        Assert.Equal(times.Select(VirtualTime.At), passed);
        var count = scenario == nameof(Nightly)
            ? (await time.StateAsync<Nightly.Open>())?.Count
            : (await time.StateAsync<HalfHourly.Open>())?.Count;
        Assert.Equal(times.Length, count);
    }

    [Fact]
    public async Task WithoutAZoneItGoesByUtc()
    {
        await using var time = await VirtualTime.StartAsync("2026-07-01T11:00");

        await time.SendAsync(nameof(Choosy), new Begin());

        Assert.Equal(VirtualTime.At("2026-07-01T12:00"), time.NextDue);
    }

    [Fact]
    public async Task AGuardThatDoesNotHoldSpendsThatOccurrenceOnly()
    {
        await using var time = await VirtualTime.StartAsync("2026-01-01T00:00");
        await time.SendAsync(nameof(Choosy), new Begin());

        await time.PassAsync();
        Assert.Equal(["moved", "ignored"], await time.Host.OutcomesAsync("s"));
        Assert.Equal(VirtualTime.At("2026-01-02T12:00"), time.NextDue);

        await time.SendAsync(nameof(Choosy), new Turn());
        await time.PassAsync();
        Assert.Equal(1, (await time.StateAsync<Choosy.Open>())?.Calls);
        Assert.Equal(VirtualTime.At("2026-01-03T12:00"), time.NextDue);
    }

    [Fact]
    public async Task StayGoesOnAndLeavingEndsIt()
    {
        await using var time = await VirtualTime.StartAsync("2026-01-01T00:00");
        await time.SendAsync(nameof(Nightly), new Begin());
        await time.PassAsync(2);
        Assert.Equal(2, (await time.StateAsync<Nightly.Open>())?.Count);
        Assert.NotNull(time.NextDue);

        await time.SendAsync(nameof(Nightly), new Leave());

        Assert.Null(time.NextDue);
        Assert.Null(await time.StateAsync<Nightly.State>());
    }

    [Fact]
    public async Task ATransitionToItsOwnStateEntersAnew()
    {
        await using var time = await VirtualTime.StartAsync("2026-01-01T00:20");
        await time.SendAsync(nameof(Patrol), new Begin());

        await time.PassAsync();

        var state = await time.StateAsync<Patrol.Walking>();
        Assert.Equal(2, state?.Rounds);
        Assert.Equal(["moved", "moved"], await time.Host.OutcomesAsync("s"));
    }

    [Fact]
    public async Task InAnywhereItStandsInEachStateButTheOneItLeadsTo()
    {
        await using var time = await VirtualTime.StartAsync("2026-01-01T00:05");
        await time.SendAsync(nameof(Patrol), new Begin());
        Assert.Equal(VirtualTime.At("2026-01-01T00:15"), time.NextDue);

        await time.PassAsync();
        Assert.IsType<Patrol.Sitting>(await time.StateAsync<Patrol.State>());
        Assert.Null(time.NextDue);

        await time.SendAsync(nameof(Patrol), new Turn());
        Assert.IsType<Patrol.Walking>(await time.StateAsync<Patrol.State>());
        Assert.Equal(VirtualTime.At("2026-01-01T01:00"), time.NextDue);
    }

    [Fact]
    public async Task TimersOfOneStateFireEachForItselfAndTogetherInTheOrderWritten()
    {
        await using var time = await VirtualTime.StartAsync("2026-01-01T00:00");
        await time.SendAsync(nameof(Crowded), new Begin());

        // 00:30 m, 01:00 h and m, 01:30 a and m, 02:00 h and m
        var passed = await time.PassAsync(4);

        Assert.Equal("mhmamhm", (await time.StateAsync<Crowded.Open>())?.Told);
        Assert.Equal(VirtualTime.At("2026-01-01T02:00"), passed[^1]);
        Assert.Equal(2, (await time.Host.Monitor.GetOverviewAsync()).Pending.Timers);
    }

    [Fact]
    public async Task WhatFellDueWhileNothingRanFiresAtTheStartOnce()
    {
        await using var time = await VirtualTime.StartAsync("2026-01-01T00:00");
        await time.SendAsync(nameof(Nightly), new Begin());
        time.Crash();
        time.Advance(TimeSpan.FromDays(5));

        await time.StartAsync();

        await Eventually.HoldsAsync(async () => (await time.StateAsync<Nightly.Open>())?.Count > 0, "it fires");
        await Eventually.IsIdleAsync(time.Host);
        Assert.Equal(1, (await time.StateAsync<Nightly.Open>())?.Count);
        Assert.Equal(VirtualTime.At("2026-01-06T01:30"), time.NextDue);
    }

    [Fact]
    public async Task WhatIsNotDueYetOutlivesARestart()
    {
        await using var time = await VirtualTime.StartAsync("2026-01-01T00:00");
        await time.SendAsync(nameof(Nightly), new Begin());
        await time.PassAsync();
        var next = time.NextDue;
        time.Crash();

        await time.StartAsync();

        Assert.Equal(next, time.NextDue);
        await time.PassAsync();
        Assert.Equal(2, (await time.StateAsync<Nightly.Open>())?.Count);
    }

    [Fact]
    public async Task AFaultedInstanceHasOneOccurrenceWaitingHoweverLongItWaits()
    {
        await using var time = await VirtualTime.StartAsync("2026-01-01T00:00");
        await time.SendAsync(nameof(Fragile), new Begin());
        time.Advance(TimeSpan.FromHours(3.1));
        await Eventually.HasOutcomeAsync(time.Host, "s", "faulted");
        time.Advance(TimeSpan.FromDays(10));
        Assert.Null(time.NextDue);
        time.Crash();
        time.Settings["HerogiDsl:Config:whole"] = "yes";
        await time.StartAsync();

        Assert.True(await time.Host.Monitor.RetryAsync("s", nameof(Fragile)));

        await Eventually.IsIdleAsync(time.Host);
        Assert.Equal(1, (await time.StateAsync<Fragile.Open>())?.Count);
        Assert.Equal(VirtualTime.At("2026-01-12T03:00"), time.NextDue);
    }
}
