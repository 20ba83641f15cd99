namespace HerogiDsl.Runtime.Storage;

/// <summary>Which window is meant: an aggregate of a session in a scenario.</summary>
internal readonly record struct WindowKey(string Scenario, string SessionId, string Name);

/// <summary>What a window holds, as far as it can be said without looking at its contributions.</summary>
internal sealed record WindowRow(WindowKey Key)
{
    /// <summary>What is counted: where this differs from the build's, the row is of no use.</summary>
    public required string Text { get; init; }

    /// <summary>The latest time that the window was looked at and changed.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>The time of the oldest contribution that is kept.</summary>
    public required DateTimeOffset Oldest { get; init; }

    /// <summary>The time of the newest one.</summary>
    public required DateTimeOffset Newest { get; init; }

    /// <summary>How many events count; 0 for an empty window.</summary>
    public required long Count { get; init; }

    /// <summary>The sum, or the least or greatest value, as a decimal number.</summary>
    public required string Value { get; init; }

    /// <summary>When nothing of it counts any more.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>What one event contributes to a sliding window.</summary>
/// <param name="At">When it counts.</param>
/// <param name="Sequence">The event's place in the order of acceptance.</param>
/// <param name="Value">The number.</param>
internal readonly record struct ContributionRow(DateTimeOffset At, long Sequence, decimal Value);

/// <summary>What a step changes in a window.</summary>
internal sealed record WindowChange(WindowRow Row)
{
    /// <summary>Contributions up to this time have left the window; null for none.</summary>
    public DateTimeOffset? Left { get; init; }

    /// <summary>The first of the contributions at the end that no longer matter; null for none.</summary>
    public ContributionRow? Outdone { get; init; }

    /// <summary>Whether all earlier contributions go.</summary>
    public bool IsCleared { get; init; }

    /// <summary>What is added; null for nothing.</summary>
    public ContributionRow? Added { get; init; }
}
