namespace HerogiDsl.Runtime.Storage;

/// <summary>What an inbox row holds.</summary>
internal enum InboxKind
{
    Event,
    Answer,
    Timer,

    /// <summary>An <c>extern</c> action has failed past its tries.</summary>
    Failure,
}

/// <summary>One thing that waits to be judged by one scenario.</summary>
internal sealed record InboxRow
{
    /// <summary>The place in the order of acceptance, unique in a store for ever; given when the row is written.</summary>
    public long Sequence { get; set; }

    public required string Scenario { get; init; }

    public required string SessionId { get; init; }

    public required InboxKind Kind { get; init; }

    /// <summary>The name of the event; null for a timer.</summary>
    public string? Event { get; init; }

    /// <summary>The event as JSON; empty for a timer.</summary>
    public ReadOnlyMemory<byte> Payload { get; init; }

    public required DateTimeOffset AcceptedAt { get; init; }

    /// <summary>The visit that an answer or timer belongs to; 0 for an ordinary event.</summary>
    public long Visit { get; init; }

    /// <summary>The label of the statement that an answer belongs to.</summary>
    public string? Label { get; init; }

    /// <summary>The number of the timer within its state; -1 for none.</summary>
    public int Timer { get; init; } = -1;

    /// <summary>Whether it was judged before, and put off: its aggregates have counted it.</summary>
    public bool WasDeferred { get; init; }

    /// <summary>The event itself, where it came from this process; not stored.</summary>
    public IEvent? Parsed { get; init; }

    /// <summary>What the payload holds, where it is the answer to an HTTP call of this process; not stored.</summary>
    public HttpAnswer? Answer { get; init; }

    /// <summary>The trace that it belongs to: <c>traceparent</c>, and behind a blank <c>tracestate</c>; null for none.</summary>
    public string? Trace { get; init; }
}
