using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Testing.Storage;

/// <summary>The id of an event, and when it came.</summary>
internal sealed record StoredId(string EventId, DateTimeOffset AcceptedAt);

internal sealed class MemoryAcceptedIds(UndoLog log) : MemoryTable<StoredId>(log), IAcceptedIdTable
{
    private readonly Dictionary<string, StoredId> _rows = [];

    private readonly OrderedRows<DueKey<TextKey>, StoredId> _byAge = new(
        static row => new DueKey<TextKey>(row.AcceptedAt, new TextKey(row.EventId)));

    public bool TryAdd(string eventId, DateTimeOffset now, DateTimeOffset knownSince)
    {
        lock (Gate)
        {
            var old = _rows.GetValueOrDefault(eventId);
            if (old is not null && old.AcceptedAt >= Keep(knownSince))
                return false;
            Write(old, new StoredId(eventId, Keep(now)));
            return true;
        }
    }

    public int RemoveBefore(DateTimeOffset time, int limit)
    {
        var kept = Keep(time);
        lock (Gate)
        {
            var rows = _byAge.All.TakeWhile(row => row.AcceptedAt < kept).Take(limit).ToList();
            foreach (var row in rows)
                Write(row, null);
            return rows.Count;
        }
    }

    protected override void Replace(StoredId? old, StoredId? next)
    {
        if (old is not null)
            _rows.Remove(old.EventId);
        if (next is not null)
            _rows.Add(next.EventId, next);
        _byAge.Replace(old, next);
    }
}
