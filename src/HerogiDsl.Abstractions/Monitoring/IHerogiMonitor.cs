namespace HerogiDsl;

/// <summary>What the runtime holds and has done, for displays and support. All of it comes from the store and survives restarts.</summary>
public interface IHerogiMonitor
{
    /// <summary>How many instances, how much waits, and what was done.</summary>
    Task<HerogiOverview> GetOverviewAsync(CancellationToken cancellationToken = default);

    /// <summary>The instances of a scenario, in the order of their session ids.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="state">Only those in this state; null for all.</param>
    /// <param name="after">The last session id of the page before; null for the first page.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<IReadOnlyList<InstanceInfo>> ListInstancesAsync(
        string scenario, string? state = null, string? after = null, int limit = 100, CancellationToken cancellationToken = default);

    /// <summary>The instances of a scenario that a filter lets through, in the order of their session ids.</summary>
    /// <param name="filter">Which ones.</param>
    /// <param name="after">The last session id of the page before; null for the first page.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<IReadOnlyList<InstanceInfo>> ListInstancesAsync(
        InstanceFilter filter, string? after = null, int limit = 100, CancellationToken cancellationToken = default);

    /// <summary>What happened to a session, the oldest first.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="scenario">Only in this scenario; null for all.</param>
    /// <param name="after">The last id of the page before; 0 for the first page.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<IReadOnlyList<HistoryEntry>> GetHistoryAsync(
        string sessionId, string? scenario = null, long after = 0, int limit = 1000, CancellationToken cancellationToken = default);

    /// <summary>What is scheduled for a session, the next first.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<IReadOnlyList<ScheduledInfo>> GetScheduledAsync(
        string sessionId, int limit = 1000, CancellationToken cancellationToken = default);

    /// <summary>
    /// Has a faulted instance judge its event again, or, where an <c>extern</c> action has failed, that action done again.
    /// </summary>
    /// <returns>False when the instance is not faulted.</returns>
    Task<bool> RetryAsync(string sessionId, string scenario, CancellationToken cancellationToken = default);
}

/// <summary>What may happen to an instance.</summary>
public enum InstanceCondition
{
    /// <summary>It takes events.</summary>
    Active,

    /// <summary>A step could not be done: its events wait.</summary>
    Faulted,

    /// <summary>This build cannot read its state: its events wait.</summary>
    Incompatible,

    /// <summary>It is through a scenario that is run once.</summary>
    Ended,
}

/// <summary>What the runtime holds and has done.</summary>
/// <param name="States">How many instances are in each state.</param>
/// <param name="Ends">How many instances have reached each end, ever.</param>
/// <param name="Pending">How much waits.</param>
/// <param name="Totals">What was done, ever.</param>
public sealed record HerogiOverview(
    IReadOnlyList<StateCount> States, IReadOnlyList<EndCount> Ends, PendingWork Pending, HerogiTotals Totals);

/// <summary>How many instances are in a state.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="State">The state; <c>start</c> for those that a fault holds there.</param>
/// <param name="Condition">Their condition.</param>
/// <param name="Count">How many.</param>
public sealed record StateCount(string Scenario, string State, InstanceCondition Condition, long Count);

/// <summary>How many instances have reached an end.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="End">The end.</param>
/// <param name="Count">How many.</param>
public sealed record EndCount(string Scenario, string End, long Count);

/// <summary>How much waits.</summary>
/// <param name="Events">Events, answers, timers and failures of actions that are to be judged, those of faulted instances included.</param>
/// <param name="Deferred">Events that wait for another state.</param>
/// <param name="Calls">HTTP calls that have no answer yet.</param>
/// <param name="Mails">Mails that are not accepted yet.</param>
/// <param name="Timers">Timers that are not due.</param>
/// <param name="Scheduled">Scheduled events that are not due.</param>
public sealed record PendingWork(long Events, long Deferred, long Calls, long Mails, long Timers, long Scheduled)
{
    /// <summary><c>extern</c> actions that are not done yet.</summary>
    public long Actions { get; init; }

    /// <summary>Whether nothing waits but for time or new events.</summary>
    public bool IsIdle => Events == 0 && Calls == 0 && Mails == 0 && Actions == 0;
}

/// <summary>What was done, ever.</summary>
/// <param name="Calls">Tries of HTTP calls that came to an end.</param>
/// <param name="Retries">Tries, of calls, mails and <c>extern</c> actions, that another one followed.</param>
/// <param name="Unknown">Calls and mails of which nobody knows whether they were carried out.</param>
/// <param name="Failed">Calls, mails and <c>extern</c> actions that did not succeed in the end.</param>
/// <param name="Mails">Mails that were accepted.</param>
public sealed record HerogiTotals(long Calls, long Retries, long Unknown, long Failed, long Mails);

/// <summary>A session in a scenario.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="SessionId">The session.</param>
/// <param name="State">The state; <c>start</c> for one that a fault holds there.</param>
/// <param name="EnteredAt">When it was entered.</param>
/// <param name="Condition">Its condition.</param>
/// <param name="Reason">Why it is faulted or incompatible.</param>
/// <param name="Position">Where in the <c>.herogi</c> file.</param>
/// <param name="Deferred">How many events wait for another state.</param>
/// <param name="DataJson">The session data as JSON.</param>
public sealed record InstanceInfo(
    string Scenario, string SessionId, string State, DateTimeOffset EnteredAt, InstanceCondition Condition, string? Reason,
    string? Position, int Deferred, string DataJson);

/// <summary>An event that is delivered later.</summary>
/// <param name="Scenario">The scenario that has scheduled it.</param>
/// <param name="SessionId">The session that it is for.</param>
/// <param name="Event">The event.</param>
/// <param name="DueAt">When it is delivered.</param>
/// <param name="To">The scenario that it is for; null for every one that takes it then.</param>
/// <param name="EventJson">The event as JSON.</param>
public sealed record ScheduledInfo(
    string Scenario, string SessionId, string Event, DateTimeOffset DueAt, string? To, string EventJson);

/// <summary>One step of a session.</summary>
public sealed record HistoryEntry
{
    /// <summary>Its id: the later, the greater.</summary>
    public required long Id { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The scenario.</summary>
    public required string Scenario { get; init; }

    /// <summary>The session.</summary>
    public required string SessionId { get; init; }

    /// <summary>The event; null for a timer.</summary>
    public string? Event { get; init; }

    /// <summary>
    /// moved, stayed, ignored, deferred, stale, faulted, incompatible, ended, migrated, retried, skipped, put
    /// (by hand into a state), or failed (a call without <c>returns</c>, an <c>extern</c> action of an instance that is gone).
    /// </summary>
    public required string Outcome { get; init; }

    /// <summary>The state it began in; null for the start.</summary>
    public string? From { get; init; }

    /// <summary>The index of the transition in <see cref="ScenarioGraph.Transitions"/>; -1 for none.</summary>
    public int Transition { get; init; } = -1;

    /// <summary>The state or end it led to.</summary>
    public string? To { get; init; }

    /// <summary>What was set: a JSON array of name, value, name, value …; null for nothing.</summary>
    public string? SetsJson { get; init; }

    /// <summary>What was asked for: a JSON array of texts; null for nothing.</summary>
    public string? AskedJson { get; init; }

    /// <summary>What was logged: a JSON array of texts; null for nothing.</summary>
    public string? LogsJson { get; init; }

    /// <summary>Why it faulted or failed; who did something by hand, and why.</summary>
    public string? Reason { get; init; }

    /// <summary>Where in the <c>.herogi</c> file.</summary>
    public string? Position { get; init; }
}
