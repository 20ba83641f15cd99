using HerogiDsl.Runtime.Sessions;
using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Runtime.Client;

/// <summary>Writes an accepted event, once.</summary>
internal sealed class AcceptWork(
    IReadOnlyList<InboxRow> rows, AcceptedId? id, SessionScheduler scheduler) : AwaitedWork
{
    /// <summary>Whether its id was known.</summary>
    public bool WasAcceptedBefore { get; private set; }

    public override void Execute(IStoreTables tables)
    {
        WasAcceptedBefore = id is not null && !tables.AcceptedIds.TryAdd(id.EventId, id.Now, id.KnownSince);
        if (WasAcceptedBefore)
            return;
        foreach (var row in rows)
            tables.Inbox.Add(row);
    }

    public override void Committed()
    {
        if (!WasAcceptedBefore)
        {
            foreach (var row in rows)
                scheduler.Publish(row);
        }

        base.Committed();
    }
}

/// <summary>An id of the sender's.</summary>
/// <param name="EventId">The id.</param>
/// <param name="Now">When it comes.</param>
/// <param name="KnownSince">Older ones are forgotten.</param>
internal sealed record AcceptedId(string EventId, DateTimeOffset Now, DateTimeOffset KnownSince);
