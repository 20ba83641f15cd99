namespace HerogiDsl;

/// <summary>All that an assembly's <c>.herogi</c> files declare, as the runtime needs it. Generated.</summary>
/// <param name="Scenarios">The scenarios.</param>
/// <param name="Events">The events.</param>
/// <param name="Connections">The connections.</param>
public sealed record ScenarioModule(
    IReadOnlyList<IScenario> Scenarios,
    IReadOnlyList<EventDescriptor> Events,
    IReadOnlyList<ConnectionDefinition> Connections)
{
    /// <summary>The actions that the application implements.</summary>
    public IReadOnlyList<ExternAction> ExternActions { get; init; } = [];
}
