using HerogiDsl.Runtime.Outbox;
using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Runtime.Sessions;

/// <summary>What becomes of the inbox row.</summary>
internal enum RowFate
{
    /// <summary>It is done.</summary>
    Remove,

    /// <summary>It waits for another state.</summary>
    Defer,

    /// <summary>It stays first in its instance's queue.</summary>
    Keep,

    /// <summary>It is judged at once, now that the instance has changed.</summary>
    Again,
}

/// <summary>What becomes of the instance.</summary>
internal enum InstanceChange
{
    None,
    Save,

    /// <summary>All but its state and status, which stay.</summary>
    Stay,
    Remove,

    /// <summary>Only status, reason and position: its state stays as it was written.</summary>
    Mark,

    /// <summary>Only the number of deferred events.</summary>
    Defer,
}

/// <summary>All that one step writes: one atomic unit.</summary>
internal sealed record StepPlan(InboxRow Row)
{
    public RowFate Fate { get; init; }

    public InstanceChange Change { get; init; }

    /// <summary>The instance after the step; null for none.</summary>
    public Instance? After { get; init; }

    public bool RemovesTimers { get; init; }

    /// <summary>Whether timers that have fallen due and wait to be judged are those of a state that is no more.</summary>
    public bool DropsDueTimers { get; init; }

    /// <summary>Whether the deferred events are judged again.</summary>
    public bool ReleasesDeferred { get; init; }

    /// <summary>Whether the deferred events are dropped with the instance.</summary>
    public bool DropsDeferred { get; init; }

    public IReadOnlyList<TimerRow> Timers { get; init; } = [];

    public IReadOnlyList<OutboxRow> Calls { get; init; } = [];

    public IReadOnlyList<InboxRow> Sent { get; init; } = [];

    public IReadOnlyList<WindowChange> Windows { get; init; } = [];

    public IReadOnlyList<ScheduleChange> Schedule { get; init; } = [];

    public HistoryRow? History { get; init; }

    /// <summary>The end that was reached; null for none.</summary>
    public string? End { get; init; }

    public IReadOnlyList<string> Logs { get; init; } = [];

    /// <summary>How it ended, for the meter.</summary>
    public required string Outcome { get; init; }

    /// <summary>What faulted it, for the log.</summary>
    public Exception? Exception { get; init; }
}
