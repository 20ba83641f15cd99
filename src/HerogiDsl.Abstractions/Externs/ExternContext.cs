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

    /// <summary>Which try it is since the action was asked for or retried by hand, from 1. A try that a crash cut short is not counted.</summary>
    public required int Try { get; init; }
}
