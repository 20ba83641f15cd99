using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Testing.Storage;

internal sealed class MemoryHistory(UndoLog log) : MemoryTable<HistoryRow>(log), IHistoryTable
{
    private readonly Counter _numbers = log.HistoryNumbers;
    private readonly OrderedRows<long, HistoryRow> _rows = new(static row => row.Id);

    private readonly OrderedRows<OwnerKey, HistoryRow> _ofSessions = new(
        static row => new OwnerKey(row.SessionId, row.Id, 0));

    /// <summary>All sessions' rows after an id, in order.</summary>
    public IReadOnlyList<HistoryRow> After(long id)
    {
        lock (Gate)
            return [.. _rows.From(id + 1)];
    }

    public void Add(HistoryRow row)
    {
        lock (Gate)
        {
            Write(null, row with
            {
                Id = _numbers.Next(),
                At = Keep(row.At),
                Sets = Keep(row.Sets),
                Asked = Keep(row.Asked),
                Logs = Keep(row.Logs),
            });
        }
    }

    public IReadOnlyList<HistoryRow> Read(string sessionId, string? scenario, long after, int limit)
    {
        lock (Gate)
        {
            return [.. _ofSessions.From(new OwnerKey(sessionId, after, 1))
                .TakeWhile(row => row.SessionId == sessionId)
                .Where(row => scenario is null || row.Scenario == scenario)
                .Take(limit)];
        }
    }

    public int RemoveOf(string sessionId, int limit)
    {
        lock (Gate)
        {
            return Drop(_ofSessions.From(new OwnerKey(sessionId, long.MinValue, 0))
                .TakeWhile(row => row.SessionId == sessionId).Take(limit));
        }
    }

    public int RemoveBefore(DateTimeOffset time, int limit)
    {
        var kept = Keep(time);
        lock (Gate)
        {
            var rows = _rows.All.Take(limit).Where(row => row.At < kept).ToList();
            foreach (var row in rows)
                Write(row, null);
            return rows.Count;
        }
    }

    protected override void Replace(HistoryRow? old, HistoryRow? next)
    {
        _rows.Replace(old, next);
        _ofSessions.Replace(old, next);
    }
}
