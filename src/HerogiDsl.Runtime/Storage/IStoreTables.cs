namespace HerogiDsl.Runtime.Storage;

/// <summary>What a store keeps, as one connection sees it.</summary>
internal interface IStoreTables
{
    IInboxTable Inbox { get; }

    IInstanceTable Instances { get; }

    IHistoryTable History { get; }

    IOutboxTable Outbox { get; }

    ITimerTable Timers { get; }

    IScheduledTable Scheduled { get; }

    ITotalTable Totals { get; }

    IAcceptedIdTable AcceptedIds { get; }

    IAggregateTable Aggregates { get; }

    /// <summary>How much waits, in all.</summary>
    PendingCounts CountPending();

    /// <summary>
    /// Deletes what is kept of a session, in every scenario: instances, history, inbox, outbox, timers, what is scheduled
    /// for it, windows and contributions.
    /// </summary>
    ErasedRows Erase(string sessionId);
}

/// <summary>What waits to be judged.</summary>
internal interface IInboxTable
{
    /// <summary>Writes a row and gives it its sequence.</summary>
    void Add(InboxRow row);

    void Remove(long sequence);

    /// <summary>Puts a row off until the session changes its state; it keeps its place.</summary>
    void Defer(long sequence);

    /// <summary>Makes the deferred rows of an instance wait again, and gives them in order.</summary>
    IReadOnlyList<InboxRow> Release(string scenario, string sessionId);

    /// <summary>Drops the deferred rows of an instance.</summary>
    void RemoveDeferred(string scenario, string sessionId);

    /// <summary>Drops the timers of an instance that have fallen due and were not judged yet.</summary>
    void RemoveTimers(string scenario, string sessionId);

    /// <summary>Whether an instance has deferred an event of this name.</summary>
    bool HasDeferred(string scenario, string sessionId, string eventName);

    /// <summary>The rows that wait (deferred ones do not), in order.</summary>
    IReadOnlyList<InboxRow> ReadWaiting(long after, int limit);

    /// <summary>The rows of one instance that wait, in order.</summary>
    IReadOnlyList<InboxRow> ReadWaiting(string scenario, string sessionId);
}

/// <summary>The sessions in the scenarios.</summary>
internal interface IInstanceTable
{
    InstanceRow? Find(string scenario, string sessionId);

    /// <param name="row">The whole row.</param>
    /// <param name="staysInState">Hints that the row is there, with this state and status.</param>
    void Save(InstanceRow row, bool staysInState = false);

    void SetDeferred(string scenario, string sessionId, int deferred);

    /// <summary>Marks an instance and leaves its state untouched.</summary>
    void Mark(InstanceRow row, InstanceStatus status, string? reason, string? position);

    void Remove(string scenario, string sessionId);

    IReadOnlyList<StateCountRow> CountByState();

    /// <summary>
    /// The instances of a scenario in a state and with a status (null for any), in the order of the session ids, from the
    /// one after <paramref name="after"/> on. Looks at no more rows than it gives for each state and status.
    /// </summary>
    IReadOnlyList<InstanceRow> List(InstanceQuery query, string after, int limit);

    /// <summary>How many instances are faulted, and how many incompatible; at no cost for the others.</summary>
    (long Faulted, long Incompatible) CountHeld();

    /// <summary>The instances that have at least so many deferred events.</summary>
    IReadOnlyList<(string Scenario, string SessionId)> ListDeferring(int atLeast);
}

/// <summary>What happened.</summary>
internal interface IHistoryTable
{
    void Add(HistoryRow row);

    IReadOnlyList<HistoryRow> Read(string sessionId, string? scenario, long after, int limit);

    /// <summary>Forgets the oldest rows, at most so many; gives how many there were.</summary>
    int RemoveBefore(DateTimeOffset time, int limit);

    /// <summary>Forgets rows of a session, the oldest first, at most so many; gives how many there were.</summary>
    int RemoveOf(string sessionId, int limit);
}

/// <summary>What is to be sent.</summary>
internal interface IOutboxTable
{
    /// <summary>Writes a row and gives it its id.</summary>
    void Add(OutboxRow row);

    /// <summary>Removes a row; false when it was not there, so that its answer counts once.</summary>
    bool Remove(long id);

    void MarkBegun(long id);

    /// <summary>Has a row made again later; false when it was not there.</summary>
    bool Postpone(long id, int tries, DateTimeOffset dueAt);

    IReadOnlyList<OutboxRow> Read(string connection, long after, int limit);

    /// <summary>The connections that calls wait for.</summary>
    IReadOnlyList<string> ListConnections();
}

/// <summary>What falls due.</summary>
internal interface ITimerTable
{
    void Add(TimerRow row);

    void Remove(string scenario, string sessionId);

    void Remove(TimerRow row);

    /// <summary>What is due, the oldest first; of one moment, a state's timers in the order written.</summary>
    IReadOnlyList<TimerRow> ReadDue(DateTimeOffset now, int limit);

    DateTimeOffset? FindNextDue();
}

/// <summary>The events that are delivered later.</summary>
internal interface IScheduledTable
{
    /// <summary>Writes a row and gives it its id.</summary>
    void Add(ScheduledRow row);

    void Remove(long id);

    /// <summary>Drops what a scenario has scheduled of an event for a session.</summary>
    void Cancel(string scenario, string sessionId, string eventName);

    void Postpone(long id, DateTimeOffset dueAt);

    /// <summary>What is due, the oldest first; of one moment, in the order written.</summary>
    IReadOnlyList<ScheduledRow> ReadDue(DateTimeOffset now, int limit);

    DateTimeOffset? FindNextDue();

    /// <summary>What is scheduled for a session, the next first.</summary>
    IReadOnlyList<ScheduledRow> Read(string sessionId, int limit);
}

/// <summary>Counters that survive restarts.</summary>
internal interface ITotalTable
{
    void Add(string name, long count);

    IReadOnlyList<KeyValuePair<string, long>> Read();
}

/// <summary>The ids of events that were accepted.</summary>
internal interface IAcceptedIdTable
{
    /// <summary>Remembers an id; false when it is known since <paramref name="knownSince"/>.</summary>
    bool TryAdd(string eventId, DateTimeOffset now, DateTimeOffset knownSince);

    /// <summary>Forgets the oldest ids, at most so many; gives how many there were.</summary>
    int RemoveBefore(DateTimeOffset time, int limit);
}

/// <summary>The windows of aggregates, which are kept whether or not the session is in the scenario.</summary>
internal interface IAggregateTable
{
    /// <summary>The windows of a session in a scenario.</summary>
    IReadOnlyList<WindowRow> Read(string scenario, string sessionId);

    /// <summary>Shows the contributions up to a time, that one included.</summary>
    void ReadUpTo(WindowKey key, DateTimeOffset time, Action<ContributionRow> show);

    /// <summary>The first contribution after a time.</summary>
    ContributionRow? FindAfter(WindowKey key, DateTimeOffset time);

    /// <summary>Shows the contributions from the newest one back, until told to stop.</summary>
    void ReadBack(WindowKey key, Func<ContributionRow, bool> show);

    void Apply(WindowChange change);

    /// <summary>Forgets windows of a scenario in which nothing counts any more, a piece at a time; gives whether there is more.</summary>
    bool RemoveExpired(string scenario, DateTimeOffset now, int limit);
}
