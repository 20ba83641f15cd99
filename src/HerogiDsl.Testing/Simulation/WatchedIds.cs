using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Testing.Simulation;

internal sealed class WatchedIds(IAcceptedIdTable table, IStoreWatch watch) : IAcceptedIdTable
{
    public bool TryAdd(string eventId, DateTimeOffset now, DateTimeOffset knownSince)
    {
        var write = new IdAdded(eventId);
        return watch.Write(write, () => write.WasNew = table.TryAdd(eventId, now, knownSince), true);
    }

    public int RemoveBefore(DateTimeOffset time, int limit) =>
        watch.Write(new OtherWrite("ids forgotten"), () => table.RemoveBefore(time, limit), 0);
}
