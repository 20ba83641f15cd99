using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Testing.Storage;

internal sealed class MemoryInstances(UndoLog log) : MemoryTable<InstanceRow>(log), IInstanceTable
{
    private readonly OrderedRows<InstanceKey, InstanceRow> _rows = new(
        static row => new InstanceKey(row.Scenario, row.SessionId, 0));

    public InstanceRow? Find(string scenario, string sessionId)
    {
        lock (Gate)
            return _rows.Find(new InstanceKey(scenario, sessionId, 0));
    }

    public void Save(InstanceRow row, bool staysInState = false)
    {
        lock (Gate)
        {
            Write(
                Find(row.Scenario, row.SessionId),
                row with { Data = Keep(row.Data), EnteredAt = Keep(row.EnteredAt) });
        }
    }

    public void SetDeferred(string scenario, string sessionId, int deferred)
    {
        lock (Gate)
        {
            if (Find(scenario, sessionId) is { } row)
                Write(row, row with { Deferred = deferred });
        }
    }

    public void Mark(InstanceRow row, InstanceStatus status, string? reason, string? position)
    {
        lock (Gate)
        {
            if (Find(row.Scenario, row.SessionId) is { } old)
                Write(old, old with { Status = status, Reason = reason, Position = position });
        }
    }

    public void Remove(string scenario, string sessionId)
    {
        lock (Gate)
            Write(Find(scenario, sessionId), null);
    }

    public IReadOnlyList<StateCountRow> CountByState()
    {
        lock (Gate)
        {
            return [.. _rows.All
                .GroupBy(static row => (row.Scenario, row.State, row.Status))
                .OrderBy(static group => new TextKey(group.Key.Scenario))
                .ThenBy(static group => new TextKey(group.Key.State))
                .ThenBy(static group => group.Key.Status.ToString(), StringComparer.Ordinal)
                .Select(static group => new StateCountRow(
                    group.Key.Scenario, group.Key.State, group.Key.Status, group.LongCount()))];
        }
    }

    public IReadOnlyList<InstanceRow> List(InstanceQuery query, string after, int limit)
    {
        lock (Gate)
        {
            return [.. _rows.From(new InstanceKey(query.Scenario, after, 1))
                .TakeWhile(row => row.Scenario == query.Scenario)
                .Where(row => query.State is null || row.State == query.State)
                .Where(row => query.Status is null || row.Status == query.Status)
                .Take(limit)];
        }
    }

    public (long Faulted, long Incompatible) CountHeld()
    {
        lock (Gate)
        {
            return (
                _rows.All.LongCount(static row => row.Status == InstanceStatus.Faulted),
                _rows.All.LongCount(static row => row.Status == InstanceStatus.Incompatible));
        }
    }

    /// <summary>Drops the instances of a session; gives their scenarios.</summary>
    public IReadOnlyList<string> Erase(string sessionId)
    {
        var rows = _rows.All.Where(row => row.SessionId == sessionId).ToList();
        Drop(rows);
        return rows.ConvertAll(static row => row.Scenario);
    }

    public IReadOnlyList<(string Scenario, string SessionId)> ListDeferring(int atLeast)
    {
        lock (Gate)
        {
            return [.. _rows.All.Where(row => row.Deferred >= atLeast)
                .Select(static row => (row.Scenario, row.SessionId))];
        }
    }

    protected override void Replace(InstanceRow? old, InstanceRow? next) => _rows.Replace(old, next);
}
