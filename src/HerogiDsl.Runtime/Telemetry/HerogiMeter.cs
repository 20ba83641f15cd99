using System.Diagnostics;
using System.Diagnostics.Metrics;
using HerogiDsl.Runtime.Dispatch;
using HerogiDsl.Runtime.Storage;

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

    /// <summary>A step was judged; it is not safe yet.</summary>
    public static void TimeStep(TimeSpan duration, InboxRow row, string outcome)
    {
        var tags = new TagList
        {
            { "messaging.system", "herogi" },
            { "messaging.operation.name", "process" },
            { "messaging.destination.name", row.Event },
            { "herogi.scenario", row.Scenario },
            { "herogi.outcome", outcome },
        };
        StepDuration.Record(duration.TotalSeconds, tags);
    }

    /// <summary>An event, or a batch, was accepted, or could not be.</summary>
    public static void TimeSend(TimeSpan duration, string? error)
    {
        var tags = new TagList { { "messaging.system", "herogi" }, { "messaging.operation.name", "send" } };
        if (error is not null)
            tags.Add("error.type", error);
        AcceptDuration.Record(duration.TotalSeconds, tags);
    }

    /// <summary>A try of a call has ended.</summary>
    public static void TimeCall(TimeSpan duration, OutboxRow row, CallResult result)
    {
        var tags = new TagList { { "herogi.connection", row.Connection } };
        if (row.Kind == OutboxKind.Http && result.StatusCode > 0)
            tags.Add("http.response.status_code", result.StatusCode);
        if (Tracing.ErrorType(result) is { } error)
            tags.Add("error.type", error);
        CallDuration.Record(duration.TotalSeconds, tags);
    }

    public static void CountStep(string scenario, string outcome) =>
        Steps.Add(1, new KeyValuePair<string, object?>("scenario", scenario), new KeyValuePair<string, object?>("outcome", outcome));
}
