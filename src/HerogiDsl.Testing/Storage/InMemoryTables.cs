using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Testing.Storage;

internal sealed class InMemoryTables : IStoreTables
{
    private readonly MemoryInbox _inbox;
    private readonly MemoryOutbox _outbox;
    private readonly MemoryTimers _timers;
    private readonly MemoryScheduled _scheduled;
    private readonly MemoryInstances _instances;
    private readonly MemoryAggregates _aggregates;
    private readonly MemoryHistory _history;
    private readonly UndoLog _log;

    public InMemoryTables(UndoLog log)
    {
        _log = log;
        _inbox = new MemoryInbox(log);
        _outbox = new MemoryOutbox(log);
        _timers = new MemoryTimers(log);
        _scheduled = new MemoryScheduled(log);
        _instances = new MemoryInstances(log);
        _history = new MemoryHistory(log);
        Totals = new MemoryTotals(log);
        AcceptedIds = new MemoryAcceptedIds(log);
        _aggregates = new MemoryAggregates(log, _inbox, _instances);
    }

    public IInboxTable Inbox => _inbox;

    public IInstanceTable Instances => _instances;

    public IHistoryTable History => _history;

    /// <summary>All sessions' steps after an id, in order.</summary>
    public IReadOnlyList<HistoryRow> ReadHistory(long after) => _history.After(after);

    public IOutboxTable Outbox => _outbox;

    public ITimerTable Timers => _timers;

    public IScheduledTable Scheduled => _scheduled;

    public ITotalTable Totals { get; }

    public IAcceptedIdTable AcceptedIds { get; }

    public IAggregateTable Aggregates => _aggregates;

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

    public ErasedRows Erase(string sessionId)
    {
        lock (_log.Gate)
        {
            var scenarios = _instances.Erase(sessionId);
            var calls = _outbox.Erase(sessionId);
            var others = _inbox.Erase(sessionId) + _timers.Erase(sessionId) + _scheduled.Erase(sessionId)
                + _aggregates.Erase(sessionId) + History.RemoveOf(sessionId, int.MaxValue);
            return new ErasedRows(scenarios, calls, scenarios.Count + calls.Count + others);
        }
    }

    private long CountCalls(OutboxKind kind) => _outbox.All.LongCount(row => row.Kind == kind);
}
