namespace HerogiDsl.Runtime.Storage;

/// <summary>One step of an instance, as it is remembered.</summary>
internal sealed record HistoryRow
{
    public long Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Scenario { get; init; }

    public required string SessionId { get; init; }

    /// <summary>The event's name; null for a timer.</summary>
    public string? Event { get; init; }

    /// <summary>How it ended: moved, stayed, ignored, deferred, stale, faulted, ended, migrated, failed (a call).</summary>
    public required string Outcome { get; init; }

    public string? From { get; init; }

    /// <summary>The index of the transition in the scenario's graph; -1 for none.</summary>
    public int Transition { get; init; } = -1;

    public string? To { get; init; }

    /// <summary>What was set: a JSON array of name, value, name, value …; null for nothing.</summary>
    public ReadOnlyMemory<byte>? Sets { get; init; }

    /// <summary>What was asked for: a JSON array of texts; null for nothing.</summary>
    public ReadOnlyMemory<byte>? Asked { get; init; }

    /// <summary>What was logged: a JSON array of texts; null for nothing.</summary>
    public ReadOnlyMemory<byte>? Logs { get; init; }

    public string? Reason { get; init; }

    public string? Position { get; init; }
}
