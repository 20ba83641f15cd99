using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Testing.Storage;

internal sealed class InMemoryTables : IStoreTables
{
    private readonly MemoryInbox _inbox;
    private readonly MemoryOutbox _outbox;
    private readonly MemoryTimers _timers;
    private readonly MemoryScheduled _scheduled;
    private readonly MemoryHistory _history;
    private readonly UndoLog _log;

    public InMemoryTables(UndoLog log)
    {
        _log = log;
        _inbox = new MemoryInbox(log);
        _outbox = new MemoryOutbox(log);
        _timers = new MemoryTimers(log);
        _scheduled = new MemoryScheduled(log);
        var instances = new MemoryInstances(log);
        Instances = instances;
        _history = new MemoryHistory(log);
        Totals = new MemoryTotals(log);
        AcceptedIds = new MemoryAcceptedIds(log);
        Aggregates = new MemoryAggregates(log, _inbox, instances);
    }

    public IInboxTable Inbox => _inbox;

    public IInstanceTable Instances { get; }

    public IHistoryTable History => _history;

    /// <summary>All sessions' steps after an id, in order.</summary>
    public IReadOnlyList<HistoryRow> ReadHistory(long after) => _history.After(after);

    public IOutboxTable Outbox => _outbox;

    public ITimerTable Timers => _timers;

    public IScheduledTable Scheduled => _scheduled;

    public ITotalTable Totals { get; }

    public IAcceptedIdTable AcceptedIds { get; }

    public IAggregateTable Aggregates { get; }

    public PendingCounts CountPending()
    {
        lock (_log.Gate)
        {
            return new PendingCounts(
                _inbox.All.LongCount(static stored => !stored.IsDeferred),
                _inbox.All.LongCount(static stored => stored.IsDeferred),
                CountCalls(OutboxKind.Http),
                CountCalls(OutboxKind.Email),
                _timers.Count,
                _scheduled.Count)
            {
                Actions = CountCalls(OutboxKind.Action),
            };
        }
    }

    private long CountCalls(OutboxKind kind) => _outbox.All.LongCount(row => row.Kind == kind);
}
