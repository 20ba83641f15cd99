using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Testing.Storage;

internal sealed class MemoryScheduled(UndoLog log) : MemoryTable<ScheduledRow>(log), IScheduledTable
{
    private readonly Counter _numbers = log.Numbers;
    private readonly OrderedRows<long, ScheduledRow> _rows = new(static row => row.Id);

    private readonly OrderedRows<DueKey<long>, ScheduledRow> _due = new(
        static row => new DueKey<long>(row.DueAt, row.Id));

    private readonly OrderedRows<OwnerKey, ScheduledRow> _ofSessions = new(
        static row => new OwnerKey(row.SessionId, row.DueAt.ToUnixTimeMilliseconds(), row.Id));

    public int Count => _rows.Count;

    /// <summary>Drops what is scheduled for a session; gives how many rows.</summary>
    public int Erase(string sessionId) => Drop(Of(sessionId));

    public void Add(ScheduledRow row)
    {
        lock (Gate)
        {
            row.Id = _numbers.Next();
            Write(null, row with { Payload = Keep(row.Payload), DueAt = Keep(row.DueAt) });
        }
    }

    public void Remove(long id)
    {
        lock (Gate)
            Write(_rows.Find(id), null);
    }

    public void Cancel(string scenario, string sessionId, string eventName)
    {
        lock (Gate)
        {
            foreach (var row in Of(sessionId).Where(row => row.Scenario == scenario && row.Event == eventName).ToList())
                Write(row, null);
        }
    }

    public void Postpone(long id, DateTimeOffset dueAt)
    {
        lock (Gate)
        {
            if (_rows.Find(id) is { } row)
                Write(row, row with { DueAt = Keep(dueAt) });
        }
    }

    public IReadOnlyList<ScheduledRow> ReadDue(DateTimeOffset now, int limit)
    {
        var kept = Keep(now);
        lock (Gate)
            return [.. _due.All.TakeWhile(row => row.DueAt <= kept).Take(limit)];
    }

    public DateTimeOffset? FindNextDue()
    {
        lock (Gate)
            return _due.All.FirstOrDefault()?.DueAt;
    }

    public IReadOnlyList<ScheduledRow> Read(string sessionId, int limit)
    {
        lock (Gate)
            return [.. Of(sessionId).Take(limit)];
    }

    protected override void Replace(ScheduledRow? old, ScheduledRow? next)
    {
        _rows.Replace(old, next);
        _due.Replace(old, next);
        _ofSessions.Replace(old, next);
    }

    private IEnumerable<ScheduledRow> Of(string sessionId) =>
        _ofSessions.From(new OwnerKey(sessionId, long.MinValue, long.MinValue))
            .TakeWhile(row => row.SessionId == sessionId);
}
