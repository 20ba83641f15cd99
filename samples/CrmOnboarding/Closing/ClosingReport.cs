using Acme.Onboarding.Customers;
using HerogiDsl;

namespace Acme.Onboarding.Closing;

/// <summary>How a run ended.</summary>
internal sealed record ClosingReport(
    int Customers, HerogiOverview Overview, HubSpotLedger HubSpot, IReadOnlyList<Problem> Problems)
{
    /// <summary>The mails in the folder; null where they went to a server.</summary>
    public MailLedger? Mails { get; init; }

    /// <summary>How often each fault befell a call; null where HubSpot is elsewhere.</summary>
    public IReadOnlyDictionary<string, int>? Faults { get; init; }
}

/// <summary>A customer with whom something is not as it must be.</summary>
internal sealed record Problem(Customer Customer, string Text);
