using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Testing.Storage;

internal sealed class MemoryOutbox(UndoLog log) : MemoryTable<OutboxRow>(log), IOutboxTable
{
    private readonly Counter _numbers = log.Numbers;
    private readonly OrderedRows<long, OutboxRow> _rows = new(static row => row.Id);

    private readonly OrderedRows<OwnerKey, OutboxRow> _ofConnections = new(
        static row => new OwnerKey(row.Connection, row.Id, 0));

    public IEnumerable<OutboxRow> All => _rows.All;

    /// <summary>Drops the rows of a session in every scenario; gives their ids.</summary>
    public IReadOnlyList<long> Erase(string sessionId)
    {
        var rows = _rows.All.Where(row => row.SessionId == sessionId).ToList();
        Drop(rows);
        return rows.ConvertAll(static row => row.Id);
    }

    public void Add(OutboxRow row)
    {
        lock (Gate)
        {
            row.Id = _numbers.Next();
            Write(null, row with
            {
                Request = Keep(row.Request),
                DueAt = Keep(row.DueAt),
                AskedAt = Keep(row.AskedAt),
            });
        }
    }

    public bool Remove(long id)
    {
        lock (Gate)
        {
            var row = _rows.Find(id);
            Write(row, null);
            return row is not null;
        }
    }

    public void MarkBegun(long id) => Change(id, static row => row with { IsBegun = true });

    public bool Postpone(long id, int tries, DateTimeOffset dueAt) =>
        Change(id, row => row with { IsBegun = false, Tries = tries, DueAt = Keep(dueAt) });

    public IReadOnlyList<OutboxRow> Read(string connection, long after, int limit)
    {
        lock (Gate)
        {
            return [.. _ofConnections.From(new OwnerKey(connection, after, 1))
                .TakeWhile(row => row.Connection == connection)
                .Take(limit)];
        }
    }

    public IReadOnlyList<string> ListConnections()
    {
        lock (Gate)
            return [.. _ofConnections.All.Select(static row => row.Connection).Distinct()];
    }

    protected override void Replace(OutboxRow? old, OutboxRow? next)
    {
        _rows.Replace(old, next);
        _ofConnections.Replace(old, next);
    }

    private bool Change(long id, Func<OutboxRow, OutboxRow> change)
    {
        lock (Gate)
        {
            if (_rows.Find(id) is not { } row)
                return false;
            Write(row, change(row));
            return true;
        }
    }
}
