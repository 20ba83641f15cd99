using System.Globalization;

namespace HubSpotStandIn.Faults;

/// <summary>One kind of fault and the share of the calls that it befalls.</summary>
/// <param name="Name">A status such as <c>429</c>, or <c>lost</c>, <c>drop</c>, <c>slow</c>.</param>
/// <param name="Share">From 0 to 1.</param>
/// <param name="Delay">How much later a slow call is answered.</param>
public sealed record Fault(string Name, double Share, TimeSpan Delay)
{
    public const string Lost = "lost";
    public const string Drop = "drop";
    public const string Slow = "slow";

    /// <summary>The status that the call is answered with, or null where the fault is none.</summary>
    public int? Status => char.IsAsciiDigit(Name[0]) ? int.Parse(Name, CultureInfo.InvariantCulture) : null;

    public override string ToString()
    {
        var share = string.Create(CultureInfo.InvariantCulture, $"{Name}={Share}");
        return Name == Slow
            ? string.Create(CultureInfo.InvariantCulture, $"{share}:{Delay.TotalMilliseconds}ms")
            : share;
    }
}
