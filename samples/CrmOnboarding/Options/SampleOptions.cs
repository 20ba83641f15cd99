using HubSpotStandIn.Faults;

namespace Acme.Onboarding.Options;

/// <summary>What was asked for on the command line.</summary>
internal sealed record SampleOptions
{
    public required int Customers { get; init; }

    /// <summary>The SQLite file; null for a fresh one that is deleted at the end.</summary>
    public string? Database { get; init; }

    /// <summary>HubSpot, or a stand-in that runs elsewhere; null for a stand-in inside this process.</summary>
    public Uri? HubSpot { get; init; }

    public string? Token { get; init; }

    /// <summary>The faults of the stand-in inside this process.</summary>
    public required FaultPlan Faults { get; init; }

    public int? Seed { get; init; }

    /// <summary>A folder, or an smtp url; null for a folder beside the database.</summary>
    public string? Mail { get; init; }
}
