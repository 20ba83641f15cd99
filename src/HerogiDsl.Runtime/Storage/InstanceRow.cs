namespace HerogiDsl.Runtime.Storage;

/// <summary>What may happen to an instance.</summary>
internal enum InstanceStatus
{
    Active,
    Faulted,
    Incompatible,

    /// <summary>A session that has been through a scenario which is run once.</summary>
    Ended,
}

/// <summary>A session in a scenario.</summary>
internal sealed record InstanceRow
{
    public required string Scenario { get; init; }

    public required string SessionId { get; init; }

    /// <summary>The name of the state, or of the end; empty where a fault in <c>start</c> is all there is.</summary>
    public required string State { get; init; }

    /// <summary>The session data as a JSON object.</summary>
    public required ReadOnlyMemory<byte> Data { get; init; }

    /// <summary>The visit: the sequence of the inbox row that began it, so that none is ever used twice.</summary>
    public required long Visit { get; init; }

    public required DateTimeOffset EnteredAt { get; init; }

    /// <summary>The fingerprint of the scenario that wrote the data.</summary>
    public required string Fingerprint { get; init; }

    public InstanceStatus Status { get; init; }

    /// <summary>Why it is faulted or incompatible.</summary>
    public string? Reason { get; init; }

    /// <summary>Where in the <c>.herogi</c> file.</summary>
    public string? Position { get; init; }

    /// <summary>How many events wait for another state.</summary>
    public int Deferred { get; init; }

    /// <summary>Whether the visit has timers.</summary>
    public bool HasTimers { get; init; }

    /// <summary>Whether the session is in no state: only a fault holds its place.</summary>
    public bool IsInStart => State.Length == 0;
}
