using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Testing.Simulation;

internal sealed class WatchedAggregates(IAggregateTable table, IStoreWatch watch) : IAggregateTable
{
    public IReadOnlyList<WindowRow> Read(string scenario, string sessionId) => table.Read(scenario, sessionId);

    public void ReadUpTo(WindowKey key, DateTimeOffset time, Action<ContributionRow> show) => table.ReadUpTo(key, time, show);

    public ContributionRow? FindAfter(WindowKey key, DateTimeOffset time) => table.FindAfter(key, time);

    public void ReadBack(WindowKey key, Func<ContributionRow, bool> show) => table.ReadBack(key, show);

    public void Apply(WindowChange change) => watch.Write(new OtherWrite("window"), () => table.Apply(change));

    public bool RemoveExpired(string scenario, DateTimeOffset now, int limit) =>
        watch.Write(new OtherWrite("windows forgotten"), () => table.RemoveExpired(scenario, now, limit), false);
}
