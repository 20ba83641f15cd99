namespace HerogiDsl;

/// <summary>What a step is told.</summary>
/// <param name="Scenario">The scenario's name.</param>
/// <param name="SessionId">The session.</param>
/// <param name="State">The state the session is in; empty when it is not in the scenario.</param>
/// <param name="EnteredAt">When that state was entered.</param>
/// <param name="Now">The step's time.</param>
/// <param name="Timestamp">When the event was accepted.</param>
/// <param name="EventName">The name of the event; null for a timer.</param>
/// <param name="Configuration">Gives <c>HerogiDsl:Config:x</c>; null where there is none.</param>
/// <param name="Renderer">Renders templates.</param>
public readonly record struct StepInputs(
    string Scenario,
    string SessionId,
    string State,
    DateTimeOffset EnteredAt,
    DateTimeOffset Now,
    DateTimeOffset Timestamp,
    string? EventName,
    Func<string, string?> Configuration,
    ITemplateRenderer Renderer)
{
    /// <summary>Gives the number of an aggregate; null for nothing.</summary>
    public Func<string, decimal?> Aggregates { get; init; } = static _ => null;
}
