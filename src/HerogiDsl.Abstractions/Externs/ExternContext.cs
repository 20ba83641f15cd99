namespace HerogiDsl;

/// <summary>For whom an <c>extern</c> action is done.</summary>
public sealed record ExternContext
{
    /// <summary>The session.</summary>
    public required string SessionId { get; init; }

    /// <summary>The scenario's name.</summary>
    public required string Scenario { get; init; }

    /// <summary>The state that asked for it.</summary>
    public required string State { get; init; }

    /// <summary>
    /// The same for every try of this action, after a restart too, and no other action's: what is done under a key that
    /// is known already, was done.
    /// </summary>
    public required string IdempotencyKey { get; init; }

    /// <summary>
    /// Which try it is, from 1, since the action was asked for or retried by hand. One that a stop or a crash has cut short
    /// does not count.
    /// </summary>
    public required int Try { get; init; }
}
