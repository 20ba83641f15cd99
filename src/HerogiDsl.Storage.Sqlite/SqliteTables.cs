using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Storage.Sqlite;

/// <summary>The tables as one connection sees them, with their statements prepared.</summary>
internal sealed class SqliteTables(SqliteDatabase database) : IStoreTables, IDisposable
{
    private readonly SqliteSequence _sequence = new(database);
    private IInboxTable? _inbox;
    private IInstanceTable? _instances;
    private IHistoryTable? _history;
    private IOutboxTable? _outbox;
    private ITimerTable? _timers;
    private IScheduledTable? _scheduled;
    private SqliteTotals? _totals;
    private IAcceptedIdTable? _acceptedIds;
    private IAggregateTable? _aggregates;
    private SqliteErasing? _erasing;

    public IInboxTable Inbox => _inbox ??= new SqliteInbox(database, _sequence);

    public IInstanceTable Instances => _instances ??= new SqliteInstances(database);

    public IHistoryTable History => _history ??= new SqliteHistory(database);

    public IOutboxTable Outbox => _outbox ??= new SqliteOutbox(database, _sequence);

    public ITimerTable Timers => _timers ??= new SqliteTimers(database);

    public IScheduledTable Scheduled => _scheduled ??= new SqliteScheduled(database, _sequence);

    public ITotalTable Totals => _totals ??= new SqliteTotals(database);

    public IAcceptedIdTable AcceptedIds => _acceptedIds ??= new SqliteAcceptedIds(database);

    public IAggregateTable Aggregates => _aggregates ??= new SqliteAggregates(database);

    public PendingCounts CountPending() => new(
        database.QueryNumber("SELECT count(*) FROM inbox WHERE status = 'waiting'") ?? 0,
        database.QueryNumber("SELECT count(*) FROM inbox WHERE status = 'deferred'") ?? 0,
        database.QueryNumber("SELECT count(*) FROM outbox WHERE kind = 'http'") ?? 0,
        database.QueryNumber("SELECT count(*) FROM outbox WHERE kind = 'email'") ?? 0,
        database.QueryNumber("SELECT count(*) FROM timers") ?? 0,
        database.QueryNumber("SELECT count(*) FROM scheduled") ?? 0)
    {
        Actions = database.QueryNumber("SELECT count(*) FROM outbox WHERE kind = 'extern'") ?? 0,
    };

    public ErasedRows Erase(string sessionId) => (_erasing ??= new SqliteErasing(database)).Erase(sessionId);

    /// <summary>Writes what a transaction writes once, at its end.</summary>
    public void Complete()
    {
        _totals?.Save();
        _sequence.Save();
    }

    /// <summary>The transaction is safe.</summary>
    public void Committed() => _sequence.Committed();

    /// <summary>The transaction is taken back.</summary>
    public void RolledBack()
    {
        _totals?.RolledBack();
        _sequence.RolledBack();
    }

    public void Dispose() => database.Dispose();
}
