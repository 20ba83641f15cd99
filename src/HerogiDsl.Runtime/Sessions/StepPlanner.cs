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
        var reason = Faults.Describe(exception);
        var place = position.File is null ? null : position.ToString();
        var old = before?.Row ?? new InstanceRow
        {
            Scenario = scenario.Name,
            SessionId = row.SessionId,
            State = "",
            Data = "{}"u8.ToArray(),
            Visit = 0,
            EnteredAt = now,
            Fingerprint = scenario.Fingerprint,
        };
        var marked = old with { Status = InstanceStatus.Faulted, Reason = reason, Position = place };
        return new StepPlan(row)
        {
            Outcome = "faulted",
            Fate = RowFate.Keep,
            Change = before is null ? InstanceChange.Save : InstanceChange.Mark,
            After = new Instance(marked, before?.State),
            History = history.Tell(row, before, "faulted", now, () => new() { Reason = reason, Position = place }),
            Exception = exception is ScenarioFaultException { InnerException: null } ? null : exception,
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
            Change = InstanceChange.Save,
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
