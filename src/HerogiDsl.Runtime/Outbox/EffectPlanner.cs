using System.Globalization;
using HerogiDsl.Runtime.Hosting;
using HerogiDsl.Runtime.Inbox;
using HerogiDsl.Runtime.Storage;
using HerogiDsl.Runtime.Timers;

namespace HerogiDsl.Runtime.Outbox;

/// <summary>What a step asked for, as rows.</summary>
/// <param name="Calls">Calls and mails, in the order written.</param>
/// <param name="Sent">Inbox rows of the events sent.</param>
/// <param name="Schedule">What is scheduled and taken back, in the order written.</param>
/// <param name="Descriptions">What the history tells.</param>
internal sealed record AskedEffects(
    IReadOnlyList<OutboxRow> Calls,
    IReadOnlyList<InboxRow> Sent,
    IReadOnlyList<ScheduleChange> Schedule,
    IReadOnlyList<string> Descriptions)
{
    public static AskedEffects None { get; } = new([], [], [], []);
}

/// <summary>A change of what is scheduled: a row that is added, or an event whose rows are taken back.</summary>
internal readonly record struct ScheduleChange(ScheduledRow? Added, string? Cancelled);

/// <summary>Turns effects into rows of the outbox, the inbox, the scheduled events and the timers.</summary>
internal sealed class EffectPlanner(EventRouter router, ScenarioCatalog catalog)
{
    public AskedEffects Plan(InboxRow row, StepContext context, long visit)
    {
        if (context.Effects.Count == 0)
            return AskedEffects.None;
        var calls = new List<OutboxRow>();
        var sent = new List<InboxRow>();
        var schedule = new List<ScheduleChange>();
        var descriptions = new List<string>();
        foreach (var effect in context.Effects)
        {
            // No other effect, of this step or of another, has the same: a step that is repeated was never safe.
            var key = string.Create(CultureInfo.InvariantCulture, $"{row.Sequence}-{descriptions.Count + 1}");
            descriptions.Add(Describe(effect));
            switch (effect)
            {
                case SendEvent send:
                    sent.AddRange(Route(row, send, context.Now));
                    break;
                case ScheduleEvent later:
                    schedule.Add(new ScheduleChange(Schedule(row, later, context.Now), null));
                    break;
                case CancelScheduled cancel:
                    schedule.Add(new ScheduleChange(null, cancel.EventName));
                    break;
                case ExternCall action:
                    calls.Add(AskAction(row, action, key, context.Now, visit));
                    break;
                default:
                    calls.Add(Ask(row, effect, context.Now, visit));
                    break;
            }
        }

        return new AskedEffects(calls, sent, schedule, descriptions);
    }

    public IReadOnlyList<TimerRow> PlanTimers(InboxRow row, StepContext context, long visit)
    {
        if (context.Timers.Count == 0)
            return [];
        var timers = new List<TimerRow>(context.Timers.Count);
        foreach (var timer in context.Timers)
        {
            if (PlanTimer(row, timer, (context.EnteredAt, context.Now), visit) is { } planned)
                timers.Add(planned);
        }

        return timers;
    }

    /// <summary>A timer that a step has started; null where its calendar has no moment to come.</summary>
    public static TimerRow? PlanTimer(
        InboxRow row, StartedTimer timer, (DateTimeOffset EnteredAt, DateTimeOffset Now) times, long visit)
    {
        var dueAt = timer.Every is { } every
            ? CronClock.FindNext(every, times.Now)
            : DueAt(times.EnteredAt, timer.Delay);
        return dueAt is { } due
            ? new TimerRow(row.Scenario, row.SessionId, visit, timer.Timer, due) { Every = timer.Every }
            : null;
    }

    /// <summary>
    /// The next time of the timer that has fallen due, where it is one of those that come again. What passed while it
    /// waited to be judged is not made up for.
    /// </summary>
    public static IReadOnlyList<TimerRow> PlanNext(InboxRow row, DateTimeOffset now)
    {
        if (TimerJson.Read(row) is not { } every
            || CronClock.FindNext(every, now > row.AcceptedAt ? now : row.AcceptedAt) is not { } due)
        {
            return [];
        }

        return [new TimerRow(row.Scenario, row.SessionId, row.Visit, row.Timer, due) { Every = every }];
    }

    private static DateTimeOffset DueAt(DateTimeOffset enteredAt, TimeSpan delay) =>
        delay > DateTimeOffset.MaxValue - enteredAt ? DateTimeOffset.MaxValue
        : delay < TimeSpan.Zero ? enteredAt
        : enteredAt + delay;

    private IReadOnlyList<InboxRow> Route(InboxRow row, SendEvent send, DateTimeOffset now)
    {
        try
        {
            var rows = router.Route(
                send.SessionId ?? row.SessionId, send.Event, send.Scenario is null ? [] : [send.Scenario], now);
            return row.Trace is null ? rows : [.. rows.Select(sent => sent with { Trace = row.Trace })];
        }
        catch (Exception exception) when (exception is EventProblemException or EventRefusedException)
        {
            throw new ScenarioFaultException(exception.Message, send.Position, exception);
        }
    }

    private ScheduledRow Schedule(InboxRow row, ScheduleEvent later, DateTimeOffset now)
    {
        var sessionId = later.SessionId ?? row.SessionId;
        try
        {
            return new ScheduledRow
            {
                Scenario = row.Scenario,
                SessionId = sessionId,
                Event = later.Event.EventName,
                Payload = router.Check(sessionId, later.Event, later.Scenario is null ? [] : [later.Scenario]),
                To = later.Scenario,
                DueAt = later.DueAt > now ? later.DueAt : now,
            };
        }
        catch (EventProblemException exception)
        {
            throw new ScenarioFaultException(exception.Message, later.Position, exception);
        }
    }

    private OutboxRow Ask(InboxRow row, Effect effect, DateTimeOffset now, long visit)
    {
        var asked = effect switch
        {
            HttpCall call => (call.Connection, call.Returns, call.Label, call.Position, Kind: OutboxKind.Http,
                Request: CallJson.Write(call), IsRepeatable: call.IsIdempotent || call.Key is not null),
            EmailMessage mail => (mail.Connection, mail.Returns, mail.Label, mail.Position, Kind: OutboxKind.Email,
                Request: MailJson.Write(mail), IsRepeatable: false),
            _ => throw new InvalidOperationException($"an effect that is not known: {effect.GetType().Name}"),
        };
        if (!catalog.Connections.ContainsKey(asked.Connection))
            throw new ScenarioFaultException($"no module declares the connection '{asked.Connection}'");
        return new OutboxRow
        {
            Scenario = row.Scenario,
            SessionId = row.SessionId,
            Visit = visit,
            Kind = asked.Kind,
            Connection = asked.Connection,
            Request = asked.Request,
            Call = effect is HttpCall http ? StoredCall.Of(http) : null,
            Returns = asked.Returns,
            Label = asked.Label,
            IsRepeatable = asked.IsRepeatable,
            DueAt = now,
            AskedAt = now,
            Position = asked.Position.File is null ? null : asked.Position.ToString(),
            Trace = row.Trace,
        };
    }

    private OutboxRow AskAction(InboxRow row, ExternCall action, string key, DateTimeOffset now, long visit)
    {
        if (!catalog.Actions.ContainsKey(action.Action))
            throw new ScenarioFaultException($"no module declares the extern action '{action.Action}'");
        return new OutboxRow
        {
            Scenario = row.Scenario,
            SessionId = row.SessionId,
            Visit = visit,
            Kind = OutboxKind.Action,
            Connection = StoredAction.LaneOf(action.Action),
            Request = StoredAction.Write(action, key),
            Returns = action.Returns,
            Label = action.Label,
            IsRepeatable = true,
            DueAt = now,
            AskedAt = now,
            Position = action.Position.File is null ? null : action.Position.ToString(),
            Trace = row.Trace,
        };
    }

    // No bodies: they hold what the session data hold already, and are long.
    private static string Describe(Effect effect) => effect switch
    {
        HttpCall call => string.Create(
            CultureInfo.InvariantCulture, $"http {call.Method.ToLowerInvariant()} {call.Connection} {call.Path}"),
        ExternCall action => $"run {action.Action[(action.Action.LastIndexOfAny(['.', '/']) + 1)..]}",
        EmailMessage mail => $"email {mail.Connection} to {mail.To}: {mail.Subject}",
        SendEvent send => $"send {send.Event.EventName}"
            + (send.Scenario is null ? "" : $" to {send.Scenario}")
            + (send.SessionId is null ? "" : $" for {send.SessionId}"),
        ScheduleEvent later => "schedule " + later.Event.EventName
            + later.DueAt.UtcDateTime.ToString("' at 'yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture)
            + (later.Scenario is null ? "" : $" to {later.Scenario}")
            + (later.SessionId is null ? "" : $" for {later.SessionId}"),
        CancelScheduled cancel => $"cancel {cancel.EventName}",
        _ => effect.GetType().Name,
    };
}
