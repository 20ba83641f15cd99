using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Testing.Simulation;

internal sealed class WatchedHistory(IHistoryTable table, IStoreWatch watch) : IHistoryTable
{
    public void Add(HistoryRow row) => watch.Write(new HistoryAdded(row), () => table.Add(row));

    public IReadOnlyList<HistoryRow> Read(string sessionId, string? scenario, long after, int limit) =>
        table.Read(sessionId, scenario, after, limit);

    public int RemoveOf(string sessionId, int limit)
    {
        var write = new HistoryErased(sessionId);
        return watch.Write(write, () => write.Count = table.RemoveOf(sessionId, limit), 0);
    }

    public int RemoveBefore(DateTimeOffset time, int limit)
    {
        var write = new HistoryForgotten(time, limit);
        return watch.Write(write, () => write.Count = table.RemoveBefore(time, limit), 0);
    }
}
