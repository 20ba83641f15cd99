namespace HerogiDsl.Testing.Tests.Harness;

/// <summary>The scenarios that the harness is tested with: those of the rules, one of which takes any event, are not among them.</summary>
internal static class Samples
{
    public static ScenarioModule Module => HerogiScenarios.Module with
    {
        Scenarios = [.. HerogiScenarios.Module.Scenarios.Where(scenario => scenario.StateType.Namespace != "Ruled")],
    };
}
