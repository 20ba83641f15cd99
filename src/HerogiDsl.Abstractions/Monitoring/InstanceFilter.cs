namespace HerogiDsl;

/// <summary>Which instances are listed.</summary>
/// <param name="Scenario">The scenario.</param>
public sealed record InstanceFilter(string Scenario)
{
    /// <summary>Only those in this state (<c>start</c> for those that a fault holds there); null for all.</summary>
    public string? State { get; init; }

    /// <summary>Only those in this condition; null for all.</summary>
    public InstanceCondition? Condition { get; init; }
}
