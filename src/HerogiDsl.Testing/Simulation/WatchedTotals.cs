using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Testing.Simulation;

internal sealed class WatchedTotals(ITotalTable table, IStoreWatch watch) : ITotalTable
{
    public void Add(string name, long count) => watch.Write(new TotalAdded(name), () => table.Add(name, count));

    public IReadOnlyList<KeyValuePair<string, long>> Read() => table.Read();
}
