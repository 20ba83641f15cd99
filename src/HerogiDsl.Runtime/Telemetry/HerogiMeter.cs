using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace HerogiDsl.Runtime.Telemetry;

/// <summary>The meter and the activity source named <c>HerogiDsl</c>.</summary>
internal static class HerogiMeter
{
    public const string Name = "HerogiDsl";

    private static readonly Meter Meter = new(Name);

    public static ActivitySource Activities { get; } = new(Name);

    public static Counter<long> Accepted { get; } =
        Meter.CreateCounter<long>("herogi.events.accepted", "{event}", "Events accepted.");

    public static Counter<long> Steps { get; } =
        Meter.CreateCounter<long>("herogi.steps", "{step}", "Steps, by scenario and outcome.");

    public static Counter<long> Calls { get; } =
        Meter.CreateCounter<long>("herogi.calls", "{try}", "Tries of calls and mails, by connection and status.");

    public static Counter<long> Commits { get; } =
        Meter.CreateCounter<long>("herogi.commits", "{transaction}", "Transactions made safe on disk.");

    public static void CountStep(string scenario, string outcome) =>
        Steps.Add(1, new KeyValuePair<string, object?>("scenario", scenario), new KeyValuePair<string, object?>("outcome", outcome));
}
