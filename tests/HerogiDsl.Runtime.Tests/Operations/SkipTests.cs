using HerogiDsl.Runtime.Tests.Scenarios;
using HerogiDsl.Runtime.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace HerogiDsl.Runtime.Tests.Operations;

/// <summary>Skip: what has faulted a session is dropped, and the session goes on.</summary>
public sealed class SkipTests
{
    private static readonly OperatorNote Note = new("ada", "sent by mistake");

    // Adds up the texts of its events; a text that is no number faults it.
    private static readonly ScriptedScenario Adding = new("Adding", ["Go", "Next"], (state, trigger, context) =>
    {
        var text = ((Said)trigger.Event!).Text;
        return int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? context.Move("Here", (state?.Number ?? 0) + number)
            : throw new ScenarioFaultException($"'{text}' is no number");
    });

    private static async Task SendAsync(TestHost host, params string[] texts)
    {
        foreach (var text in texts)
            await host.Herogi.SendAsync("s", new Said("Go", text));
    }

    [Fact]
    public async Task TheEventThatFaultedIsDroppedAndTheNextOnesAreJudgedInOrder()
    {
        using var folder = new TestFolder();
        await using var host = await TestHost.StartAsync(new(folder.Database) { Scenarios = [Adding] });
        await SendAsync(host, "1", "x", "2", "y", "3");
        await Eventually.HasOutcomeAsync(host, "s", "faulted");
        Assert.Equal(1, (await host.StateAsync("s"))?.Number);

        Assert.True(await host.Operator.SkipAsync("s", "Adding", Note));
        await Eventually.HoldsAsync(async () => (await host.OutcomesAsync("s")).Count == 5, "the next mistake is met");
        Assert.Equal(3, (await host.StateAsync("s"))?.Number);
        Assert.True(await host.Operator.SkipAsync("s", "Adding"));
        await Eventually.IsIdleAsync(host);

        Assert.Equal(6, (await host.StateAsync("s"))?.Number);
        Assert.Equal(
            ["moved", "faulted", "skipped", "moved", "faulted", "skipped", "moved"], await host.OutcomesAsync("s"));
        var told = (await host.Monitor.GetHistoryAsync("s"))[2];
        Assert.Equal(("Go", "Here", "ada: sent by mistake"), (told.Event, told.From, told.Reason));
        Assert.False(await host.Operator.SkipAsync("s", "Adding", Note));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task WhatWasSkippedStaysSkipped(bool isCrash)
    {
        using var folder = new TestFolder();
        var setup = new TestSetup(folder.Database) { Scenarios = [Adding] };
        var first = await TestHost.StartAsync(setup);
        await SendAsync(first, "x", "2");
        await Eventually.HasOutcomeAsync(first, "s", "faulted");
        Assert.Null(await first.StateAsync("s"));
        Assert.True(await first.Operator.SkipAsync("s", "Adding", Note));
        if (isCrash)
            first.Crash();
        else
            await first.DisposeAsync();

        await using var again = await TestHost.StartAsync(setup);
        await Eventually.IsInAsync(again, "s", "Here");
        await Eventually.IsIdleAsync(again);
        Assert.Equal(2, (await again.StateAsync("s"))?.Number);
    }

    [Fact]
    public async Task ASessionThatIsNotFaultedHasNothingToSkip()
    {
        using var folder = new TestFolder();
        await using var host = await TestHost.StartAsync(new(folder.Database) { Scenarios = [Adding] });
        Assert.False(await host.Operator.SkipAsync("s", "Adding", Note));
        await SendAsync(host, "1");
        await Eventually.IsInAsync(host, "s", "Here");
        Assert.False(await host.Operator.SkipAsync("s", "Adding", Note));
        Assert.Equal(["moved"], await host.OutcomesAsync("s"));
        var mistake = await Assert.ThrowsAsync<ArgumentException>(() => host.Operator.SkipAsync("s", "Nowhere", Note));
        Assert.Contains("there is no scenario 'Nowhere'", mistake.Message);
    }

    [Fact]
    public async Task ATimerThatGoesByTheCalendarGoesOnWhenOneOfItsTimesIsSkipped()
    {
        using var folder = new TestFolder();
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var isBroken = true;
        var scenario = new ScriptedScenario("Daily", ["Go"], (state, trigger, context) =>
        {
            if (trigger.Event is null)
                return isBroken ? throw new ScenarioFaultException("not today") : (state! with { Number = state.Number + 1 }).Stay();
            context.EnterState("Open");
            context.StartTimer(0, "0 12 * * *", "UTC");
            return StepResult.Moved(new ScriptedState("Open"), 0);
        });
        await using var host = await TestHost.StartAsync(new(folder.Database) { Scenarios = [scenario], Time = time });
        await host.Herogi.SendAsync("s", new Said("Go"));
        await Eventually.IsInAsync(host, "s", "Open");
        time.Advance(TimeSpan.FromHours(13));
        await Eventually.HasOutcomeAsync(host, "s", "faulted");
        Assert.Null(NextDue(host));

        isBroken = false;
        Assert.True(await host.Operator.SkipAsync("s", "Daily", Note));

        Assert.Equal(new DateTimeOffset(2026, 1, 2, 12, 0, 0, TimeSpan.Zero), NextDue(host));
        time.Advance(TimeSpan.FromDays(1));
        await Eventually.HoldsAsync(async () => (await host.StateAsync("s"))?.Number == 1, "the next time is judged");
    }

    private static DateTimeOffset? NextDue(TestHost host) => host.Parts.Store.Read(static tables => tables.Timers.FindNextDue());
}
