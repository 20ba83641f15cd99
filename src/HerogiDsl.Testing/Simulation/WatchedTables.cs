using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Testing.Simulation;

/// <summary>The tables of a store, each write of which is shown to a watch.</summary>
internal sealed class WatchedTables(IStoreTables tables, IStoreWatch watch) : IStoreTables
{
    public IInboxTable Inbox { get; } = new WatchedInbox(tables.Inbox, watch);

    public IInstanceTable Instances { get; } = new WatchedInstances(tables.Instances, watch);

    public IHistoryTable History { get; } = new WatchedHistory(tables.History, watch);

    public IOutboxTable Outbox { get; } = new WatchedOutbox(tables.Outbox, watch);

    public ITimerTable Timers { get; } = new WatchedTimers(tables.Timers, watch);

    public IScheduledTable Scheduled { get; } = new WatchedScheduled(tables.Scheduled, watch);

    public ITotalTable Totals { get; } = new WatchedTotals(tables.Totals, watch);

    public IAcceptedIdTable AcceptedIds { get; } = new WatchedIds(tables.AcceptedIds, watch);

    public IAggregateTable Aggregates { get; } = new WatchedAggregates(tables.Aggregates, watch);

    public PendingCounts CountPending() => tables.CountPending();

    public ErasedRows Erase(string sessionId)
    {
        var write = new SessionErased(sessionId);
        return watch.Shows(watch.Write(write, () => write.Rows = tables.Erase(sessionId), write.Rows));
    }
}

/// <summary>What all watched tables do.</summary>
internal static class WatchedWrites
{
    public static void Write(this IStoreWatch watch, StoreWrite write, Action run)
    {
        if (!watch.Allows(write))
            return;
        run();
        watch.Written(write);
    }

    public static T Write<T>(this IStoreWatch watch, StoreWrite write, Func<T> run, T skipped)
    {
        if (!watch.Allows(write))
            return skipped;
        var result = run();
        watch.Written(write);
        return result;
    }
}
