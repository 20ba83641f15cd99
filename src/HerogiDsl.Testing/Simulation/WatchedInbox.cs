using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Testing.Simulation;

internal sealed class WatchedInbox(IInboxTable table, IStoreWatch watch) : IInboxTable
{
    public void Add(InboxRow row)
    {
        var write = new InboxAdded(row);
        watch.Write(write, () => table.Add(row));
    }

    public void Remove(long sequence) => watch.Write(new InboxRemoved(sequence), () => table.Remove(sequence));

    public void Defer(long sequence) => watch.Write(new InboxDeferred(sequence), () => table.Defer(sequence));

    public IReadOnlyList<InboxRow> Release(string scenario, string sessionId) =>
        watch.Write(new DeferredReleased(scenario, sessionId), () => table.Release(scenario, sessionId), []);

    public void RemoveDeferred(string scenario, string sessionId) =>
        watch.Write(new DeferredDropped(scenario, sessionId), () => table.RemoveDeferred(scenario, sessionId));

    public void RemoveTimers(string scenario, string sessionId) =>
        watch.Write(new DueTimersDropped(scenario, sessionId), () => table.RemoveTimers(scenario, sessionId));

    public bool HasDeferred(string scenario, string sessionId, string eventName) =>
        table.HasDeferred(scenario, sessionId, eventName);

    public IReadOnlyList<InboxRow> ReadWaiting(long after, int limit) => table.ReadWaiting(after, limit);

    public IReadOnlyList<InboxRow> ReadWaiting(string scenario, string sessionId) => table.ReadWaiting(scenario, sessionId);
}
