namespace HerogiDsl;

/// <summary>An event of a batch.</summary>
/// <param name="SessionId">The session, 1 to 256 characters.</param>
/// <param name="Event">The event.</param>
public sealed record BatchEvent(string SessionId, IEvent Event)
{
    /// <summary>The event's id and the scenarios it is for.</summary>
    public SendOptions Options { get; init; } = SendOptions.None;
}

/// <summary>What became of an event of a batch.</summary>
public enum SendStatus
{
    /// <summary>It is safe on disk.</summary>
    Accepted,

    /// <summary>Its id was accepted before: it is acknowledged, and not handled again.</summary>
    KnownBefore,

    /// <summary>It was not accepted, for the reason that the result tells.</summary>
    Refused,
}

/// <summary>What became of an event of a batch, and why.</summary>
/// <param name="Status">What became of it.</param>
/// <param name="Reason">Why it was refused; null where it was not.</param>
public sealed record SendResult(SendStatus Status, string? Reason = null);
