using HerogiDsl.Runtime.Sessions;
using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Runtime.Client;

/// <summary>Writes events in their order, all of them or none; those whose ids are known are left out.</summary>
internal sealed class BatchWork(IReadOnlyList<PreparedEvent> events, SessionScheduler scheduler) : AwaitedWork
{
    private readonly bool[] _isKnown = new bool[events.Count];

    /// <summary>Whether the id of an event was known.</summary>
    public bool WasAcceptedBefore(int index) => _isKnown[index];

    public override void Execute(IStoreTables tables)
    {
        for (var index = 0; index < events.Count; index++)
        {
            var @event = events[index];
            _isKnown[index] = @event.Id is { } id && !tables.AcceptedIds.TryAdd(id.EventId, id.Now, id.KnownSince);
            if (_isKnown[index])
                continue;
            foreach (var row in @event.Rows)
                tables.Inbox.Add(row);
        }
    }

    public override void Committed()
    {
        for (var index = 0; index < events.Count; index++)
        {
            if (_isKnown[index])
                continue;
            foreach (var row in events[index].Rows)
                scheduler.Publish(row);
        }

        base.Committed();
    }
}
