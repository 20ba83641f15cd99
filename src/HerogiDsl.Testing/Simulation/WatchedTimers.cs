using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Testing.Simulation;

internal sealed class WatchedTimers(ITimerTable table, IStoreWatch watch) : ITimerTable
{
    public void Add(TimerRow row) => watch.Write(new TimerAdded(row), () => table.Add(row));

    public void Remove(string scenario, string sessionId) =>
        watch.Write(new TimersRemoved(scenario, sessionId), () => table.Remove(scenario, sessionId));

    public void Remove(TimerRow row) => watch.Write(new TimerRemoved(row), () => table.Remove(row));

    public IReadOnlyList<TimerRow> ReadDue(DateTimeOffset now, int limit) => table.ReadDue(now, limit);

    public DateTimeOffset? FindNextDue() => table.FindNextDue();
}
