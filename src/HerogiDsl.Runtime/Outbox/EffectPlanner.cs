using System.Globalization;
using HerogiDsl.Runtime.Hosting;
using HerogiDsl.Runtime.Inbox;
using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Runtime.Outbox;

/// <summary>What a step asked for, as rows.</summary>
/// <param name="Calls">Calls and mails, in the order written.</param>
/// <param name="Sent">Inbox rows of the events sent.</param>
/// <param name="Descriptions">What the history tells.</param>
internal sealed record AskedEffects(
    IReadOnlyList<OutboxRow> Calls, IReadOnlyList<InboxRow> Sent, IReadOnlyList<string> Descriptions)
{
    public static AskedEffects None { get; } = new([], [], []);
}

/// <summary>Turns effects into rows of the outbox, the inbox and the timers.</summary>
internal sealed class EffectPlanner(EventRouter router, ScenarioCatalog catalog)
{
    public AskedEffects Plan(InboxRow row, StepContext context, long visit)
    {
        if (context.Effects.Count == 0)
            return AskedEffects.None;
        var calls = new List<OutboxRow>();
        var sent = new List<InboxRow>();
        var descriptions = new List<string>();
        foreach (var effect in context.Effects)
        {
            descriptions.Add(Describe(effect));
            if (effect is SendEvent send)
                sent.AddRange(Route(row, send, context.Now));
            else
                calls.Add(Ask(row, effect, context.Now, visit));
        }

        return new AskedEffects(calls, sent, descriptions);
    }

    public IReadOnlyList<TimerRow> PlanTimers(InboxRow row, StepContext context, long visit)
    {
        if (context.Timers.Count == 0)
            return [];
        var timers = new List<TimerRow>(context.Timers.Count);
        foreach (var timer in context.Timers)
            timers.Add(PlanTimer(row, timer, context.EnteredAt, visit));
        return timers;
    }

    public static TimerRow PlanTimer(InboxRow row, StartedTimer timer, DateTimeOffset enteredAt, long visit) =>
        new(row.Scenario, row.SessionId, visit, timer.Timer, DueAt(enteredAt, timer.Delay));

    private static DateTimeOffset DueAt(DateTimeOffset enteredAt, TimeSpan delay) =>
        delay > DateTimeOffset.MaxValue - enteredAt ? DateTimeOffset.MaxValue
        : delay < TimeSpan.Zero ? enteredAt
        : enteredAt + delay;

    private IReadOnlyList<InboxRow> Route(InboxRow row, SendEvent send, DateTimeOffset now)
    {
        try
        {
            return router.Route(
                send.SessionId ?? row.SessionId, send.Event, send.Scenario is null ? [] : [send.Scenario], now);
        }
        catch (Exception exception) when (exception is EventProblemException or EventRefusedException)
        {
            throw new ScenarioFaultException(exception.Message, exception);
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
            Returns = asked.Returns,
            Label = asked.Label,
            IsRepeatable = asked.IsRepeatable,
            DueAt = now,
            AskedAt = now,
            Position = asked.Position.File is null ? null : asked.Position.ToString(),
        };
    }

    // No bodies: they hold what the session data hold already, and are long.
    private static string Describe(Effect effect) => effect switch
    {
        HttpCall call => string.Create(
            CultureInfo.InvariantCulture, $"http {call.Method.ToLowerInvariant()} {call.Connection} {call.Path}"),
        EmailMessage mail => $"email {mail.Connection} to {mail.To}: {mail.Subject}",
        SendEvent send => $"send {send.Event.EventName}"
            + (send.Scenario is null ? "" : $" to {send.Scenario}")
            + (send.SessionId is null ? "" : $" for {send.SessionId}"),
        _ => effect.GetType().Name,
    };
}
