namespace HerogiDsl;

/// <summary>What an aggregate makes of the events in its window.</summary>
public enum AggregateFunction
{
    /// <summary>How many there are.</summary>
    Count,

    /// <summary>The sum of a field; 0 of nothing.</summary>
    Sum,

    /// <summary>The least value of a field; null of nothing.</summary>
    Min,

    /// <summary>The greatest value of a field; null of nothing.</summary>
    Max,

    /// <summary>The mean of a field; null of nothing.</summary>
    Avg,
}

/// <summary>An aggregate of a scenario.</summary>
/// <param name="Name">The name: <c>session.spent</c> without the <c>session</c>.</param>
/// <param name="Function">What it makes of the events.</param>
/// <param name="Event">The event that it counts.</param>
public sealed record AggregateDefinition(string Name, AggregateFunction Function, string Event)
{
    /// <summary>How long the window is.</summary>
    public required TimeSpan Over { get; init; }

    /// <summary>Whether windows follow each other, aligned to the epoch in UTC; otherwise one slides.</summary>
    public bool IsTumbling { get; init; }

    /// <summary>What it counts, as written: when this changes, the window begins anew.</summary>
    public required string Text { get; init; }

    /// <summary>
    /// What an event contributes: its field as a number (of a time its ticks, of a date its days), anything for a count;
    /// null where it does not count.
    /// </summary>
    public required Func<IEvent, StepContext, decimal?> Contribution { get; init; }
}
