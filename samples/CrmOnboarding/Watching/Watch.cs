using HerogiDsl;

namespace Acme.Onboarding.Watching;

/// <summary>Looks at the runtime from time to time, until everybody has arrived.</summary>
internal sealed class Watch(IHerogiMonitor monitor, int customers)
{
    private const string Crm = nameof(CrmOnboarding);
    private const string Mail = nameof(WelcomeEmail);

    public async Task<Glance> LookAsync(CancellationToken cancellationToken)
    {
        var overview = await monitor.GetOverviewAsync(cancellationToken);
        return new Glance(
            Math.Max(customers, Count(overview, Crm, _ => true)),
            Count(overview, Crm, state => state.State == nameof(CrmOnboarding.Onboarded)),
            [.. overview.States.OrderBy(state => state.Scenario, StringComparer.Ordinal).ThenBy(Place)],
            overview.Totals)
        {
            IsOver = HasArrived(overview, Crm) && HasArrived(overview, Mail)
                && overview.Pending is { Calls: 0, Mails: 0 },
        };
    }

    // In the order of the .herogi file, so that a row does not jump while it counts.
    private static int Place(StateCount state)
    {
        var graph = state.Scenario == Crm ? CrmOnboarding.Definition.Graph : WelcomeEmail.Definition.Graph;
        return graph.States.Select(known => known.Name).ToList().IndexOf(state.State);
    }

    private bool HasArrived(HerogiOverview overview, string scenario) =>
        Count(overview, scenario, _ => true) >= customers && Count(overview, scenario, IsUnderWay) == 0;

    private static bool IsUnderWay(StateCount state) =>
        state.Condition == InstanceCondition.Active && state.State
            is not (nameof(CrmOnboarding.Onboarded) or nameof(WelcomeEmail.Welcomed) or nameof(WelcomeEmail.PerhapsWelcomed));

    private static long Count(HerogiOverview overview, string scenario, Func<StateCount, bool> holds) =>
        overview.States.Where(state => state.Scenario == scenario && holds(state)).Sum(state => state.Count);
}

/// <summary>What is to be seen at one moment.</summary>
internal sealed record Glance(long Customers, long Onboarded, IReadOnlyList<StateCount> States, HerogiTotals Totals)
{
    /// <summary>Whether nobody is under way any more.</summary>
    public required bool IsOver { get; init; }
}
