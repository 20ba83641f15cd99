using Acme.Clocks;
using HerogiDsl.Runtime.Tests.Scenarios;
using HerogiDsl.Runtime.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace HerogiDsl.Runtime.Tests.Timers;

/// <summary>What cannot be scheduled faults the step where it stands.</summary>
public sealed class ScheduleFaultTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, IEvent, string, string> Impossible => new()
    {
        {
            "negative", new Plan("a", TimeSpan.FromSeconds(-1)),
            "'-PT1S' is no time to schedule an event in: expected a duration from zero to 100 years", "(22,7)"
        },
        {
            "long", new Plan("a", TimeSpan.FromDays(36526)),
            "'P36526D' is no time to schedule an event in: expected a duration from zero to 100 years", "(22,7)"
        },
        {
            "far", new Plan("a", TimeSpan.Zero) { Moment = DateTimeOffset.MaxValue },
            "'9999-12-31T23:59:59.9999999+00:00' is no time to schedule an event at: expected one in the next 100 years", "(20,48)"
        },
        {
            "large", new PlanLarge(new string('a', 200_000)),
            "the event 'Reminder' has 400011 bytes; at most 262144 are accepted", "(25,23)"
        },
        {
            "for nobody", new PlanFor("a", ""),
            "the session id is empty; expected 1 to 256 characters", "(26,21)"
        },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public async Task ItIsTheReasonAndThePlace(string what, IEvent @event, string reason, string place)
    {
        await using var time = await VirtualTime.StartAsync("2026-01-01T00:00");
        await time.SendAsync(nameof(Planner), new Begin());

        await time.Host.Herogi.SendAsync("s", @event, new SendOptions { Scenarios = [nameof(Planner)] });

        await Eventually.HasOutcomeAsync(time.Host, "s", "faulted");
        var fault = (await time.Host.Monitor.GetHistoryAsync("s"))[^1];
        Assert.Equal((what, reason, "Timers/reminders.herogi" + place), (what, fault.Reason, fault.Position));
        Assert.Null(time.NextDue);
    }

    [Fact]
    public async Task AtItsLimitsItIsScheduled()
    {
        await using var time = await VirtualTime.StartAsync("2026-01-01T00:00");
        await time.SendAsync(nameof(Planner), new Begin());

        await time.SendAsync(nameof(Planner), new Plan("a", TimeSpan.FromDays(36525)));

        Assert.Equal(VirtualTime.At("2126-01-02T00:00"), time.NextDue);
    }

    [Fact]
    public async Task ATimerBeyondAHundredYearsIsAFault()
    {
        using var folder = new TestFolder();
        var endless = new ScriptedScenario("Endless", ["Go"], (_, _, context) =>
        {
            context.EnterState("Waiting");
            context.StartTimer(0, TimeSpan.FromDays(36526));
            return StepResult.Moved(new ScriptedState("Waiting"), 0);
        });
        await using var host = await TestHost.StartAsync(new(folder.Database) { Scenarios = [endless] });

        await host.Herogi.SendAsync("s", new Said("Go"));

        await Eventually.HasOutcomeAsync(host, "s", "faulted");
    }

    [Fact]
    public async Task AnEventThatABuildDoesNotHaveWaitsForOneThatHasIt()
    {
        using var folder = new TestFolder();
        var time = new FakeTimeProvider(Start);
        var plans = new ScriptedScenario("Plans", ["Go", "Next"], (state, trigger, context) =>
        {
            if (trigger.Event?.EventName == "Next")
                return context.Move("Reminded");
            context.Add(new ScheduleEvent(new Said("Next"), context.DueIn(TimeSpan.FromHours(1)), null, null));
            return context.Move("Waiting");
        });
        var setup = new TestSetup(folder.Database) { Scenarios = [plans], Time = time };
        await using (var host = await TestHost.StartAsync(setup))
        {
            await host.Herogi.SendAsync("s", new Said("Go"));
            await Eventually.IsInAsync(host, "s", "Waiting");
        }

        time.Advance(TimeSpan.FromHours(2));
        await using (var host = await TestHost.StartAsync(setup with { Events = ["Go"] }))
        {
            await Eventually.HoldsAsync(
                () => host.Log.Lines.Any(line => line.Contains("'Next' was scheduled", StringComparison.Ordinal)), "it is told");
            Assert.Equal(1, (await host.Monitor.GetOverviewAsync()).Pending.Scheduled);
        }

        time.Advance(TimeSpan.FromHours(2));
        await using var again = await TestHost.StartAsync(setup);
        await Eventually.IsInAsync(again, "s", "Reminded");
    }

    [Fact]
    public async Task HoweverManyFallDueTheyComeOnceAndTheEventsBeforeTheTimers()
    {
        const int sessions = 700;
        using var folder = new TestFolder();
        var time = new FakeTimeProvider(Start);
        var both = new ScriptedScenario("Both", ["Go", "Next"], (state, trigger, context) =>
        {
            if (state is not null)
            {
                var digit = trigger.Event is null ? 2 : 1;
                return StepResult.Stayed(state with { Number = (state.Number * 10) + digit }, 0);
            }

            context.Add(new ScheduleEvent(new Said("Next"), context.DueIn(TimeSpan.FromHours(1)), null, null));
            context.EnterState("Waiting");
            context.StartTimer(0, TimeSpan.FromHours(1));
            context.StartTimer(1, "0 1 1 1 *", "UTC");
            return StepResult.Moved(new ScriptedState("Waiting"), 0);
        });
        var setup = new TestSetup(folder.Database) { Scenarios = [both], Time = time };
        await using (var host = await TestHost.StartAsync(setup))
        {
            await Task.WhenAll(Enumerable.Range(0, sessions).Select(n => host.Herogi.SendAsync($"s{n}", new Said("Go"))));
            await Eventually.IsIdleAsync(host);
        }

        time.Advance(TimeSpan.FromHours(2));
        await using var again = await TestHost.StartAsync(setup);
        await Eventually.HoldsAsync(
            async () => (await again.Monitor.GetOverviewAsync()).Pending is { Scheduled: 0, Timers: sessions, IsIdle: true },
            "everything has fallen due, and the calendars go on");
        var numbers = (await again.Monitor.ListInstancesAsync("Both", limit: 1000)).Select(instance => instance.DataJson);
        Assert.Equal(Enumerable.Repeat("""{"number":122}""", sessions), numbers);
    }
}
