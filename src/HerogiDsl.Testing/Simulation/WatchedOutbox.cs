using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Testing.Simulation;

internal sealed class WatchedOutbox(IOutboxTable table, IStoreWatch watch) : IOutboxTable
{
    public void Add(OutboxRow row) => watch.Write(new OutboxAdded(row), () => table.Add(row));

    public bool Remove(long id)
    {
        var write = new OutboxRemoved(id);
        return watch.Write(write, () => write.WasThere = table.Remove(id), true);
    }

    public void MarkBegun(long id) => watch.Write(new CallBegun(id), () => table.MarkBegun(id));

    public bool Postpone(long id, int tries, DateTimeOffset dueAt)
    {
        var write = new CallPostponed(id, tries, dueAt);
        return watch.Write(write, () => write.WasThere = table.Postpone(id, tries, dueAt), true);
    }

    public IReadOnlyList<OutboxRow> Read(string connection, long after, int limit) =>
        watch.Shows(table.Read(connection, after, limit));

    public IReadOnlyList<string> ListConnections() => table.ListConnections();
}
