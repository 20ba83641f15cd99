using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Testing.Storage;

internal sealed class MemoryTimers(UndoLog log) : MemoryTable<TimerRow>(log), ITimerTable
{
    private readonly OrderedRows<InstanceKey, TimerRow> _rows = new(KeyOf);

    private readonly OrderedRows<DueKey<InstanceKey>, TimerRow> _due = new(
        static row => new DueKey<InstanceKey>(row.DueAt, KeyOf(row)));

    public int Count => _rows.Count;

    /// <summary>Drops the timers of a session in every scenario; gives how many.</summary>
    public int Erase(string sessionId) => Drop(_rows.All.Where(row => row.SessionId == sessionId));

    public void Add(TimerRow row)
    {
        lock (Gate)
            Write(_rows.Find(KeyOf(row)), row with { DueAt = Keep(row.DueAt) });
    }

    public void Remove(string scenario, string sessionId)
    {
        lock (Gate)
        {
            var rows = _rows.From(new InstanceKey(scenario, sessionId, long.MinValue))
                .TakeWhile(row => row.SessionId == sessionId && row.Scenario == scenario).ToList();
            foreach (var row in rows)
                Write(row, null);
        }
    }

    public void Remove(TimerRow row)
    {
        lock (Gate)
            Write(_rows.Find(KeyOf(row)), null);
    }

    public IReadOnlyList<TimerRow> ReadDue(DateTimeOffset now, int limit)
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

    protected override void Replace(TimerRow? old, TimerRow? next)
    {
        _rows.Replace(old, next);
        _due.Replace(old, next);
    }

    private static InstanceKey KeyOf(TimerRow row) => new(row.Scenario, row.SessionId, row.Timer);
}
