using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Testing.Simulation;

/// <summary>One write, as whoever watches a store sees it.</summary>
internal abstract record StoreWrite;

internal sealed record InboxAdded(InboxRow Row) : StoreWrite;

internal sealed record InboxRemoved(long Sequence) : StoreWrite;

internal sealed record InboxDeferred(long Sequence) : StoreWrite;

internal sealed record DeferredReleased(string Scenario, string SessionId) : StoreWrite;

internal sealed record DeferredDropped(string Scenario, string SessionId) : StoreWrite;

internal sealed record DueTimersDropped(string Scenario, string SessionId) : StoreWrite;

internal sealed record InstanceSaved(InstanceRow Row) : StoreWrite;

internal sealed record InstanceMarked(InstanceRow Row, InstanceStatus Status) : StoreWrite;

internal sealed record InstanceRemoved(string Scenario, string SessionId) : StoreWrite;

internal sealed record DeferredCounted(string Scenario, string SessionId, int Deferred) : StoreWrite;

internal sealed record HistoryAdded(HistoryRow Row) : StoreWrite;

internal sealed record OutboxAdded(OutboxRow Row) : StoreWrite;

internal sealed record OutboxRemoved(long Id) : StoreWrite
{
    public bool WasThere { get; set; }
}

internal sealed record CallBegun(long Id) : StoreWrite;

internal sealed record CallPostponed(long Id, int Tries, DateTimeOffset DueAt) : StoreWrite
{
    public bool WasThere { get; set; }
}

internal sealed record TimerAdded(TimerRow Row) : StoreWrite;

internal sealed record TimerRemoved(TimerRow Row) : StoreWrite;

internal sealed record TimersRemoved(string Scenario, string SessionId) : StoreWrite;

internal sealed record ScheduledAdded(ScheduledRow Row) : StoreWrite;

internal sealed record ScheduledRemoved(long Id) : StoreWrite;

internal sealed record ScheduledCancelled(string Scenario, string SessionId, string Event) : StoreWrite;

internal sealed record IdAdded(string EventId) : StoreWrite
{
    public bool WasNew { get; set; } = true;
}

internal sealed record TotalAdded(string Name) : StoreWrite;

/// <summary>Rows of a session's history are gone, the oldest first.</summary>
internal sealed record HistoryErased(string SessionId) : StoreWrite
{
    public int Count { get; set; }
}

/// <summary>Rows of the history are gone that are older than a time, among the oldest so many.</summary>
internal sealed record HistoryForgotten(DateTimeOffset Before, int Limit) : StoreWrite
{
    public int Count { get; set; }
}

internal sealed record SessionErased(string SessionId) : StoreWrite
{
    public ErasedRows Rows { get; set; } = new([], [], 0);
}

/// <summary>What is written of windows and retention, and what puts something off.</summary>
internal sealed record OtherWrite(string What) : StoreWrite;
