namespace HerogiDsl.Runtime.Storage;

/// <summary>Which instances are meant.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="State">The state; null for any.</param>
/// <param name="Status">The status; null for any.</param>
internal readonly record struct InstanceQuery(string Scenario, string? State, InstanceStatus? Status);
