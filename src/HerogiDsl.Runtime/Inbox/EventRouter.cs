using HerogiDsl.Runtime.Hosting;
using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Runtime.Inbox;

/// <summary>Turns an event into the inbox rows of those who take it, or says why it cannot be accepted.</summary>
internal sealed class EventRouter(ScenarioCatalog catalog, HerogiOptions options, DeferralLimit deferrals)
{
    /// <exception cref="EventProblemException">The session id, the event or a scenario's name will not do.</exception>
    /// <exception cref="EventRefusedException">The session has deferred too many such events.</exception>
    public IReadOnlyList<InboxRow> Route(
        string sessionId, IEvent @event, IReadOnlyList<string> scenarios, DateTimeOffset now)
    {
        var payload = Check(sessionId, @event, scenarios);
        var takers = FindTakers(@event.EventName, scenarios);
        var rows = new List<InboxRow>(takers.Count);
        foreach (var taker in takers)
        {
            deferrals.Check(taker.Name, sessionId, @event.EventName);
            rows.Add(new InboxRow
            {
                Scenario = taker.Name,
                SessionId = sessionId,
                Kind = InboxKind.Event,
                Event = @event.EventName,
                Payload = payload,
                AcceptedAt = now,
                Parsed = @event,
            });
        }

        return rows;
    }

    /// <summary>The event as JSON, where it can be accepted.</summary>
    /// <exception cref="EventProblemException">The session id, the event or a scenario's name will not do.</exception>
    public ReadOnlyMemory<byte> Check(string sessionId, IEvent @event, IReadOnlyList<string> scenarios)
    {
        CheckSessionId(sessionId);
        CheckEvent(@event);
        foreach (var name in scenarios)
        {
            if (!catalog.Scenarios.ContainsKey(name))
                throw new EventProblemException($"there is no scenario '{name}': the names are those of the .herogi files");
        }

        var payload = JsonBytes.Write(@event, static (@event, writer) => @event.WriteJson(writer));
        if (payload.Length > options.MaxEventBytes)
        {
            throw new EventProblemException(FormattableString.Invariant(
                $"the event '{@event.EventName}' has {payload.Length} bytes; at most {options.MaxEventBytes} are accepted"));
        }

        return payload;
    }

    /// <summary>
    /// The inbox rows of a scheduled event that is due, for those who take it now; null where this build does not have
    /// the event. A scenario that this build does not have gets its row all the same, and the row waits.
    /// </summary>
    public IReadOnlyList<InboxRow>? Route(ScheduledRow scheduled, DateTimeOffset now)
    {
        if (!catalog.Events.ContainsKey(scheduled.Event))
            return null;
        var takers = catalog.TakersOf(scheduled.Event).Select(taker => taker.Name);
        if (scheduled.To is { } to)
            takers = catalog.Scenarios.ContainsKey(to) ? takers.Where(name => name == to) : [to];
        return
        [
            .. takers.Select(name => new InboxRow
            {
                Scenario = name,
                SessionId = scheduled.SessionId,
                Kind = InboxKind.Event,
                Event = scheduled.Event,
                Payload = scheduled.Payload,
                AcceptedAt = now,
            }),
        ];
    }

    /// <exception cref="EventProblemException">It is no session id.</exception>
    public void CheckSessionId(string sessionId)
    {
        if (sessionId.Length == 0)
            throw new EventProblemException("the session id is empty; expected 1 to 256 characters");
        if (sessionId.Length > options.MaxSessionIdLength)
        {
            throw new EventProblemException(FormattableString.Invariant(
                $"the session id has {sessionId.Length} characters; expected 1 to {options.MaxSessionIdLength}"));
        }

        // A lone surrogate, or a NUL, does not come back from a database as it went in.
        for (var index = 0; index < sessionId.Length; index++)
        {
            if (char.IsSurrogatePair(sessionId, index))
                index++;
            else if (char.IsSurrogate(sessionId[index]) || sessionId[index] == '\0')
                throw new EventProblemException("the session id holds a NUL or half a surrogate pair; expected well-formed text");
        }
    }

    private void CheckEvent(IEvent @event)
    {
        if (!catalog.Events.TryGetValue(@event.EventName, out var descriptor))
        {
            throw new EventProblemException(
                $"no module declares the event '{@event.EventName}': add its module with AddScenarios()");
        }

        if (descriptor.Origin != EventOrigin.Ordinary)
        {
            throw new EventProblemException(
                $"'{@event.EventName}' is an answer: only the action that asked for it gives rise to it; send an ordinary event");
        }
    }

    private IReadOnlyList<IScenario> FindTakers(string eventName, IReadOnlyList<string> scenarios)
    {
        var takers = catalog.TakersOf(eventName);
        return scenarios.Count == 0 ? takers : [.. takers.Where(taker => scenarios.Contains(taker.Name))];
    }
}
