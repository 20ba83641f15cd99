using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Testing.Simulation;

internal sealed class WatchedScheduled(IScheduledTable table, IStoreWatch watch) : IScheduledTable
{
    public void Add(ScheduledRow row) => watch.Write(new ScheduledAdded(row), () => table.Add(row));

    public void Remove(long id) => watch.Write(new ScheduledRemoved(id), () => table.Remove(id));

    public void Cancel(string scenario, string sessionId, string eventName) => watch.Write(
        new ScheduledCancelled(scenario, sessionId, eventName), () => table.Cancel(scenario, sessionId, eventName));

    public void Postpone(long id, DateTimeOffset dueAt) =>
        watch.Write(new OtherWrite("scheduled postponed"), () => table.Postpone(id, dueAt));

    public IReadOnlyList<ScheduledRow> ReadDue(DateTimeOffset now, int limit) => table.ReadDue(now, limit);

    public DateTimeOffset? FindNextDue() => table.FindNextDue();

    public IReadOnlyList<ScheduledRow> Read(string sessionId, int limit) => table.Read(sessionId, limit);
}
