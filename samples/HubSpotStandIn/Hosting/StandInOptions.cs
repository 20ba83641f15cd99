using HubSpotStandIn.Faults;

namespace HubSpotStandIn.Hosting;

public sealed record StandInOptions
{
    /// <summary>Where to listen; port 0 takes a free port.</summary>
    public string Address { get; init; } = "http://127.0.0.1:0";

    /// <summary>The token that calls must bear; null takes any.</summary>
    public string? Token { get; init; }

    public FaultPlan Faults { get; init; } = FaultPlan.None;

    /// <summary>The seed of the faults; null chooses one.</summary>
    public int? Seed { get; init; }

    /// <summary>How long a search does not see a new or changed object.</summary>
    public TimeSpan SearchDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Calls in ten seconds (HubSpot: 100 or 190); null is no limit.</summary>
    public int? Limit { get; init; }

    public int DailyLimit { get; init; } = 650_000;

    /// <summary>What is unique besides a contact's e-mail, as in <c>companies.customer_number</c>.</summary>
    public IReadOnlyList<string> UniqueProperties { get; init; } = [];

    /// <summary>A file that keeps every change, and from which the objects come back at the next start; null for none.</summary>
    public string? Journal { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
