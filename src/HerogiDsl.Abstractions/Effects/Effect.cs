namespace HerogiDsl;

/// <summary>What a step asks of the world outside; recorded with the step, begun when the step is safe.</summary>
public abstract record Effect
{
    private protected Effect()
    {
    }
}

/// <summary>An HTTP call, rendered.</summary>
/// <param name="Connection">The connection's name.</param>
/// <param name="Method">GET, HEAD, POST, PUT, PATCH or DELETE.</param>
/// <param name="Path">What follows the connection's url: path and query, percent-encoded.</param>
public sealed record HttpCall(string Connection, string Method, string Path) : Effect
{
    /// <summary>Headers of this call, besides the connection's.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The content type of the body; null without a body.</summary>
    public string? ContentType { get; init; }

    /// <summary>The body; null for none.</summary>
    public string? Body { get; init; }

    /// <summary>Whether the call may be made again although it may have happened: by its method, or marked so.</summary>
    public bool IsIdempotent { get; init; }

    /// <summary>The value of <c>Idempotency-Key</c>; null for none.</summary>
    public string? Key { get; init; }

    /// <summary>The event that brings the answer; null when none is awaited.</summary>
    public string? Returns { get; init; }

    /// <summary>The label of the statement, for <c>on E from label</c>; null for none.</summary>
    public string? Label { get; init; }

    /// <summary>Where the statement stands.</summary>
    public SourcePosition Position { get; init; }
}

/// <summary>A mail, rendered.</summary>
/// <param name="Connection">The connection's name.</param>
/// <param name="From">The sender's address.</param>
/// <param name="To">The addressees, separated by commas.</param>
/// <param name="Subject">The subject.</param>
public sealed record EmailMessage(string Connection, string From, string To, string Subject) : Effect
{
    /// <summary>Addressees of copies, separated by commas; null for none.</summary>
    public string? Cc { get; init; }

    /// <summary>Addressees of blind copies, separated by commas; null for none.</summary>
    public string? Bcc { get; init; }

    /// <summary>Where answers go; null for the sender.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>The plain body; null for none.</summary>
    public string? Text { get; init; }

    /// <summary>The HTML body; null for none.</summary>
    public string? Html { get; init; }

    /// <summary>The event that brings the answer; null when none is awaited.</summary>
    public string? Returns { get; init; }

    /// <summary>The label of the statement; null for none.</summary>
    public string? Label { get; init; }

    /// <summary>Where the statement stands.</summary>
    public SourcePosition Position { get; init; }
}

/// <summary>An event that the scenario sends.</summary>
/// <param name="Event">The event.</param>
/// <param name="Scenario">The scenario it goes to; null for every scenario that takes it.</param>
/// <param name="SessionId">The session it goes to; null for this one.</param>
public sealed record SendEvent(IEvent Event, string? Scenario, string? SessionId) : Effect
{
    /// <summary>Where the statement stands; known once it is in a step.</summary>
    public SourcePosition Position { get; internal set; }
}

/// <summary>An event that the scenario has delivered later.</summary>
/// <param name="Event">The event.</param>
/// <param name="DueAt">When it is delivered; at once where that is past.</param>
/// <param name="Scenario">The scenario it goes to; null for every scenario that takes it then.</param>
/// <param name="SessionId">The session it goes to; null for this one.</param>
public sealed record ScheduleEvent(IEvent Event, DateTimeOffset DueAt, string? Scenario, string? SessionId) : Effect
{
    /// <summary>Where the statement stands; known once it is in a step.</summary>
    public SourcePosition Position { get; internal set; }
}

/// <summary>What this scenario has scheduled for this session, and was not delivered yet, is taken back.</summary>
/// <param name="EventName">The name of the event.</param>
public sealed record CancelScheduled(string EventName) : Effect;
