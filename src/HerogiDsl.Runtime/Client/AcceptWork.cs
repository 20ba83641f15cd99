using HerogiDsl.Runtime.Hosting;
using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Runtime.Client;

/// <summary>Writes an accepted event, once.</summary>
internal sealed class AcceptWork(IReadOnlyList<InboxRow> rows, AcceptedId? id, EngineParts parts) : AwaitedWork
{
    private readonly List<InboxRow> _newcomers = [];

    /// <summary>Whether its id was known.</summary>
    public bool WasAcceptedBefore { get; private set; }

    public override void Execute(IStoreTables tables)
    {
        WasAcceptedBefore = id is not null && !tables.AcceptedIds.TryAdd(id.EventId, id.Now, id.KnownSince);
        if (WasAcceptedBefore)
            return;
        _newcomers.Clear();
        foreach (var row in rows)
        {
            tables.Inbox.Add(row);
            // It is looked for here, where that costs least: whoever judges the event need not open the store for it.
            if (!parts.Cache.Knows(row.Scenario, row.SessionId) && tables.Instances.Find(row.Scenario, row.SessionId) is null)
                _newcomers.Add(row);
        }
    }

    public override void Committed()
    {
        if (!WasAcceptedBefore)
        {
            foreach (var row in _newcomers)
                parts.Cache.Add(row.Scenario, row.SessionId, null);
            foreach (var row in rows)
                parts.Scheduler.Publish(row);
        }

        base.Committed();
    }
}

/// <summary>An id of the sender's.</summary>
/// <param name="EventId">The id.</param>
/// <param name="Now">When it comes.</param>
/// <param name="KnownSince">Older ones are forgotten.</param>
internal sealed record AcceptedId(string EventId, DateTimeOffset Now, DateTimeOffset KnownSince);
