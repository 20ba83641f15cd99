using HerogiDsl.Runtime.History;
using HerogiDsl.Runtime.Inbox;
using HerogiDsl.Runtime.Outbox;
using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Runtime.Sessions;

/// <summary>Turns how a step ended into what is to be written.</summary>
internal sealed class StepPlanner(EffectPlanner effects, StepRecorder history)
{
    /// <summary>A step that the scenario has done.</summary>
    public StepPlan Plan(IScenario scenario, InboxRow row, Instance? before, StepResult result, StepContext context) =>
        result switch
        {
            { Outcome: StepOutcome.Ignored } => Ignored(row, before, context.Now, context.Logs) with
            {
                Timers = EffectPlanner.PlanNext(row, context.Now),
            },
            { Outcome: StepOutcome.Deferred } when before is not null => Deferred(row, before, context),
            { Outcome: StepOutcome.Stayed, State: { } state } when before is not null =>
                Stayed(scenario, row, before, state, result, context),
            { Outcome: StepOutcome.Moved, State: { } state } => Moved(scenario, row, before, state, result, context),
            { Outcome: StepOutcome.Ended } => Ended(scenario, row, before, result, context),
            _ => throw new InvalidOperationException(
                $"the scenario '{scenario.Name}' gave a result that cannot be: {result.Outcome} of '{context.State}'"),
        };

    /// <summary>Nothing takes the event.</summary>
    public StepPlan Ignored(InboxRow row, Instance? before, DateTimeOffset now, IReadOnlyList<string> logs) =>
        new(row)
        {
            Outcome = "ignored",
            Fate = RowFate.Remove,
            Change = ChangeOfIgnored(before),
            After = before is { Row.IsInStart: false } ? before with { MustMark = false } : null,
            Logs = logs,
            History = history.Tell(row, before, "ignored", now, () => new() { Logs = JsonBytes.WriteTexts(logs) }),
        };

    /// <summary>An answer or timer of a visit that is over.</summary>
    public StepPlan Stale(InboxRow row, Instance? before, DateTimeOffset now) =>
        new(row)
        {
            Outcome = "stale",
            Fate = RowFate.Remove,
            History = row.Kind == InboxKind.Timer ? null : history.Tell(row, before, "stale", now),
        };

    /// <summary>A stored state that this build cannot read.</summary>
    public StepPlan Incompatible(InboxRow row, Instance before, DateTimeOffset now) =>
        new(row)
        {
            Outcome = "incompatible",
            Fate = RowFate.Keep,
            Change = InstanceChange.Mark,
            After = before with { MustMark = false },
            History = history.Tell(row, before, "incompatible", now, () => new() { Reason = before.Row.Reason }),
        };

    /// <summary>A step that cannot be done: nothing of it is kept but the reason.</summary>
    public StepPlan Faulted(
        IScenario scenario, InboxRow row, Instance? before, Exception exception, SourcePosition position, DateTimeOffset now)
    {
        var story = new StepStory
        {
            Reason = Faults.Describe(exception),
            Position = position.File is null ? null : position.ToString(),
        };
        var old = before ?? new Instance(
            new InstanceRow
            {
                Scenario = scenario.Name,
                SessionId = row.SessionId,
                State = "",
                Data = "{}"u8.ToArray(),
                Visit = 0,
                EnteredAt = now,
                Fingerprint = scenario.Fingerprint,
            },
            null);
        return Faulted(row, before, old, story, now) with
        {
            Exception = exception is ScenarioFaultException { InnerException: null } ? null : exception,
        };
    }

    /// <summary>An action that has failed past its tries faults its instance; where there is none any more, it is told.</summary>
    public StepPlan ActionFailed(InboxRow row, Instance? before, DateTimeOffset now)
    {
        var failure = StoredFailure.Read(row);
        var story = new StepStory { Reason = failure.Reason, Position = failure.Call.Position };
        return before is { Row.Status: InstanceStatus.Active }
            ? Faulted(row, before, before, story, now)
            : new StepPlan(row)
            {
                Outcome = "failed",
                Fate = RowFate.Remove,
                History = history.Tell(row, before, "failed", now, () => story),
            };
    }

    private StepPlan Faulted(InboxRow row, Instance? before, Instance old, StepStory story, DateTimeOffset now)
    {
        var marked = old.Row with { Status = InstanceStatus.Faulted, Reason = story.Reason, Position = story.Position };
        return new StepPlan(row)
        {
            Outcome = "faulted",
            Fate = RowFate.Keep,
            Change = before is null ? InstanceChange.Save : InstanceChange.Mark,
            After = new Instance(marked, old.State),
            History = history.Tell(row, before, "faulted", now, () => story),
        };
    }

    /// <summary>A `migrate`: the visit goes on in the state that it leads to.</summary>
    public StepPlan Migrated(
        IScenario scenario, InboxRow row, Instance before, InstanceMigration migration, DateTimeOffset now)
    {
        var isElsewhere = migration.To != before.Row.State;
        var after = before.Row with
        {
            State = migration.To,
            Data = migration.Data,
            Fingerprint = scenario.Fingerprint,
            Status = migration.IsEnd ? InstanceStatus.Ended : InstanceStatus.Active,
            Reason = null,
            Position = null,
            Deferred = isElsewhere ? 0 : before.Row.Deferred,
            HasTimers = isElsewhere ? migration.Timers.Count > 0 : before.Row.HasTimers,
        };
        var isGone = migration.IsEnd && !scenario.IsOnce;
        return new StepPlan(row)
        {
            Outcome = "migrated",
            Fate = isElsewhere && row.Kind == InboxKind.Timer ? RowFate.Remove : RowFate.Again,
            Change = isGone ? InstanceChange.Remove : InstanceChange.Save,
            After = isGone ? null : new Instance(after, migration.State),
            RemovesTimers = isElsewhere,
            DropsDueTimers = isElsewhere,
            Timers =
            [
                .. migration.Timers
                    .Select(timer => EffectPlanner.PlanTimer(row, timer, (after.EnteredAt, now), after.Visit))
                    .OfType<TimerRow>(),
            ],
            ReleasesDeferred = isElsewhere && !migration.IsEnd && before.Row.Deferred > 0,
            DropsDeferred = migration.IsEnd && before.Row.Deferred > 0,
            End = migration.IsEnd ? migration.To : null,
            History = history.Tell(
                row with { Event = null }, before, "migrated", now, () => new() { To = migration.To, Sets = migration.Sets }),
        };
    }

    private static InstanceChange ChangeOfIgnored(Instance? before) => before switch
    {
        { Row.IsInStart: true } => InstanceChange.Remove,
        { MustMark: true } => InstanceChange.Mark,
        _ => InstanceChange.None,
    };

    private StepPlan Deferred(InboxRow row, Instance before, StepContext context)
    {
        var after = before.Row with { Deferred = before.Row.Deferred + 1 };
        return new StepPlan(row)
        {
            Outcome = "deferred",
            Fate = RowFate.Defer,
            Change = before.MustMark ? InstanceChange.Save : InstanceChange.Defer,
            After = new Instance(after, before.State),
            History = row.WasDeferred ? null : history.Tell(row, before, "deferred", context.Now),
        };
    }

    private StepPlan Stayed(
        IScenario scenario, InboxRow row, Instance before, IState state, StepResult result, StepContext context)
    {
        var after = before.Row with { Data = WriteData(state), Fingerprint = scenario.Fingerprint };
        var asked = effects.Plan(row, context, before.Row.Visit);
        return new StepPlan(row)
        {
            Outcome = "stayed",
            Change = before.MustMark ? InstanceChange.Save : InstanceChange.Stay,
            After = new Instance(after, state),
            Timers = EffectPlanner.PlanNext(row, context.Now),
            Calls = asked.Calls,
            Sent = asked.Sent,
            Schedule = asked.Schedule,
            Logs = context.Logs,
            History = history.Tell(row, before, "stayed", result, context, asked),
        };
    }

    private StepPlan Moved(
        IScenario scenario, InboxRow row, Instance? before, IState state, StepResult result, StepContext context)
    {
        var visit = row.Sequence;
        var asked = effects.Plan(row, context, visit);
        var timers = effects.PlanTimers(row, context, visit);
        return new StepPlan(row)
        {
            Outcome = "moved",
            Change = InstanceChange.Save,
            After = new Instance(
                new InstanceRow
                {
                    Scenario = scenario.Name,
                    SessionId = row.SessionId,
                    State = state.StateName,
                    Data = WriteData(state),
                    Visit = visit,
                    EnteredAt = context.EnteredAt,
                    Fingerprint = scenario.Fingerprint,
                    HasTimers = timers.Count > 0,
                },
                state),
            RemovesTimers = before is { Row.HasTimers: true },
            ReleasesDeferred = before is { Row.Deferred: > 0 },
            Timers = timers,
            Calls = asked.Calls,
            Sent = asked.Sent,
            Schedule = asked.Schedule,
            Logs = context.Logs,
            History = history.Tell(row, before, "moved", result, context, asked),
        };
    }

    private StepPlan Ended(IScenario scenario, InboxRow row, Instance? before, StepResult result, StepContext context)
    {
        var asked = effects.Plan(row, context, 0);
        var remembered = scenario.IsOnce
            ? new Instance(
                new InstanceRow
                {
                    Scenario = scenario.Name,
                    SessionId = row.SessionId,
                    State = result.Target ?? "",
                    Data = "{}"u8.ToArray(),
                    Visit = 0,
                    EnteredAt = context.Now,
                    Fingerprint = scenario.Fingerprint,
                    Status = InstanceStatus.Ended,
                },
                null)
            : null;
        return new StepPlan(row)
        {
            Outcome = "ended",
            Change = remembered is null ? InstanceChange.Remove : InstanceChange.Save,
            After = remembered,
            RemovesTimers = before is { Row.HasTimers: true },
            DropsDeferred = before is { Row.Deferred: > 0 },
            Calls = asked.Calls,
            Sent = asked.Sent,
            Schedule = asked.Schedule,
            Logs = context.Logs,
            End = result.Target ?? "",
            History = history.Tell(row, before, "ended", result, context, asked),
        };
    }

    private static ReadOnlyMemory<byte> WriteData(IState state) =>
        JsonBytes.Write(state, static (state, writer) => state.WriteJson(writer));
}
