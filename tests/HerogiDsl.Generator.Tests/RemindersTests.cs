using HerogiDsl.Generator.Tests.Support;

namespace HerogiDsl.Generator.Tests;

/// <summary>What comes later: `schedule`, `cancel` and timers by the calendar.</summary>
public sealed class RemindersTests
{
    private const string Subscribe = """{ "email": "ada@acme.io", "trialEnds": "2026-02-14T00:00:00+01:00" }""";

    private static TestProject Project() => new(("Reminders.herogi", TestProject.Resource("Reminders.herogi")));

    private static Stepper Begin()
    {
        var trials = new Stepper(Project().LoadModule(), "Trials");
        trials.Send("Subscribe", Subscribe);
        return trials;
    }

    [Fact]
    public void ItsCodeIsAsVerified()
    {
        var project = Project();

        Snapshot.Verify(project.Generated("Acme.Reminders.Trials.g.cs"), "Acme.Reminders.Trials");
        Assert.Empty(project.CSharpDiagnostics());
    }

    [Fact]
    public void WhatIsScheduledHasItsTimeItsScenarioAndItsSession()
    {
        var trials = Begin();

        var reminder = Assert.IsType<ScheduleEvent>(trials.Effects[0]);
        Assert.Equal(
            ("Reminder", new DateTimeOffset(2026, 2, 11, 23, 0, 0, TimeSpan.Zero), null, null, 22),
            (reminder.Event.EventName, reminder.DueAt, reminder.Scenario, reminder.SessionId, reminder.Position.Line));
        var expired = Assert.IsType<ScheduleEvent>(trials.Effects[1]);
        Assert.Equal(
            ("Expired", Stepper.Now.AddDays(30), "Trials", "session-1", 23),
            (expired.Event.EventName, expired.DueAt, expired.Scenario, expired.SessionId, expired.Position.Line));
    }

    [Fact]
    public void TimersStandInTheOrderWrittenThoseOfAnywhereLast()
    {
        var trials = Begin();

        Assert.Equal(
            [
                new StartedTimer(0, TimeSpan.Zero) { Every = new CronSchedule("0 9 * * MON", "Europe/Berlin") },
                new StartedTimer(1, new TimeSpan(13, 14, 30, 0)),
                new StartedTimer(2, TimeSpan.Zero) { Every = new CronSchedule("0 0 L 12 *", "UTC") },
            ],
            trials.Context.Timers);
    }

    [Fact]
    public void CancelAndScheduleStandInTheOrderWritten()
    {
        var trials = Begin();

        Assert.Equal(StepOutcome.Stayed, trials.Send("Reminder", """{ "text": "a" }"""));
        Assert.Equal(new CancelScheduled("Reminder"), trials.Effects[0]);
        Assert.Equal(Stepper.Now.AddDays(1), Assert.IsType<ScheduleEvent>(trials.Effects[1]).DueAt);
        Assert.Empty(trials.Context.Timers);
    }

    [Fact]
    public void ATimerByTheCalendarIsJudgedLikeAnyOther()
    {
        var trials = Begin();

        Assert.Equal(StepOutcome.Ignored, trials.Timer(0));
        trials.Send("Reminder", """{ "text": "a" }""");
        Assert.Equal(StepOutcome.Moved, trials.Timer(0));
        Assert.Equal(new CancelScheduled("Expired"), trials.Effects[0]);
        Assert.Equal(StepOutcome.Ended, trials.Timer(2));
        Assert.Equal([new CancelScheduled("Expired"), new CancelScheduled("Reminder")], trials.Effects);
    }

    [Fact]
    public void AWaitThatIsNegativeIsAFaultWhereItStands()
    {
        var trials = Begin();
        trials.State = trials.Scenario.ReadState(
            "Trying", JsonRead("""{ "email": "a", "ends": "2026-02-14T00:00:00Z", "rounds": -2 }"""));

        var fault = Assert.Throws<ScenarioFaultException>(() => trials.Send("Reminder", """{ "text": "a" }"""));

        Assert.Equal(
            "'-P1D' is no time to schedule an event in: expected a duration from zero to 100 years", fault.Message);
        Assert.Equal(29, trials.Context.Position.Line);
    }

    private static System.Text.Json.JsonElement JsonRead(string json) => System.Text.Json.JsonDocument.Parse(json).RootElement;
}
