namespace HerogiDsl.Runtime.Storage;

/// <summary>An event that is delivered later.</summary>
internal sealed record ScheduledRow
{
    /// <summary>Unique in a store for ever, in the order written; given when the row is written.</summary>
    public long Id { get; set; }

    /// <summary>The scenario that has scheduled it.</summary>
    public required string Scenario { get; init; }

    /// <summary>The session that it is for.</summary>
    public required string SessionId { get; init; }

    public required string Event { get; init; }

    /// <summary>The event as JSON.</summary>
    public required ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>The scenario that it is for; null for every one that takes it then.</summary>
    public string? To { get; init; }

    public required DateTimeOffset DueAt { get; init; }
}
