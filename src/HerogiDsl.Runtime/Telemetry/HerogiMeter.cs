using System.Diagnostics.Metrics;

namespace HerogiDsl.Runtime.Telemetry;

/// <summary>The meter named <c>HerogiDsl</c>. Names and attributes are OpenTelemetry's where it has some for the matter.</summary>
internal static class HerogiMeter
{
    public const string Name = "HerogiDsl";

    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.001, 0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 30],
    };

    private static readonly Meter Meter = new(Name);

    public static Counter<long> Accepted { get; } =
        Meter.CreateCounter<long>("messaging.client.sent.messages", "{message}", "Events accepted.");

    public static Histogram<double> AcceptDuration { get; } = Meter.CreateHistogram(
        "messaging.client.operation.duration", "s", "How long an event, or a batch, took to be safe on disk.", null, Seconds);

    public static Histogram<double> StepDuration { get; } = Meter.CreateHistogram(
        "messaging.process.duration", "s", "How long a step took to be judged.", null, Seconds);

    public static Counter<long> Steps { get; } =
        Meter.CreateCounter<long>("herogi.steps", "{step}", "Steps that are safe on disk, by scenario and outcome.");

    public static Counter<long> Calls { get; } =
        Meter.CreateCounter<long>("herogi.calls", "{try}", "Tries of calls, mails and actions, by connection.");

    public static Histogram<double> CallDuration { get; } = Meter.CreateHistogram(
        "herogi.call.duration", "s", "How long a try of a call, a mail or an action took, its wait for room included.", null, Seconds);

    public static Counter<long> Commits { get; } =
        Meter.CreateCounter<long>("herogi.commits", "{transaction}", "Transactions made safe on disk.");

    static HerogiMeter()
    {
        Meter.CreateObservableUpDownCounter(
            "herogi.inbox.depth", static () => StoreDepths.Inbox(), "{message}", "Events, answers and timers that wait to be judged.");
        Meter.CreateObservableUpDownCounter(
            "herogi.outbox.depth", static () => StoreDepths.Outbox(), "{call}", "Calls, mails and actions that are not done yet.");
    }

    public static void CountStep(string scenario, string outcome) =>
        Steps.Add(1, new KeyValuePair<string, object?>("scenario", scenario), new KeyValuePair<string, object?>("outcome", outcome));
}
