using HerogiDsl.Runtime.Outbox;

namespace HerogiDsl.Runtime.Storage;

/// <summary>What an outbox row asks for.</summary>
internal enum OutboxKind
{
    Http,
    Email,

    /// <summary>An <c>extern</c> action.</summary>
    Action,
}

/// <summary>A call or mail that is to be made, or an action that is to be done.</summary>
internal sealed record OutboxRow
{
    /// <summary>Unique in a store for ever; given when the row is written.</summary>
    public long Id { get; set; }

    public required string Scenario { get; init; }

    public required string SessionId { get; init; }

    /// <summary>The visit that the answer goes to.</summary>
    public required long Visit { get; init; }

    public required OutboxKind Kind { get; init; }

    /// <summary>The connection; of an action its lane.</summary>
    public required string Connection { get; init; }

    /// <summary>The call, rendered, as a JSON object.</summary>
    public required ReadOnlyMemory<byte> Request { get; init; }

    /// <summary>The same, where it is an HTTP call that this process has asked for; not stored.</summary>
    public StoredCall? Call { get; init; }

    public string? Returns { get; init; }

    public string? Label { get; init; }

    /// <summary>Whether it may be made again although it may have happened.</summary>
    public bool IsRepeatable { get; init; }

    /// <summary>Whether a call that must not be repeated blindly was begun: if nobody knows how it ended, nobody will.</summary>
    public bool IsBegun { get; init; }

    /// <summary>How many tries have failed.</summary>
    public int Tries { get; init; }

    /// <summary>When the next try may begin.</summary>
    public required DateTimeOffset DueAt { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Where the statement stands.</summary>
    public string? Position { get; init; }

    /// <summary>The trace that it belongs to: <c>traceparent</c>, and behind a blank <c>tracestate</c>; null for none.</summary>
    public string? Trace { get; init; }
}
