using System.Diagnostics;
using HerogiDsl.Runtime.Dispatch;
using HerogiDsl.Runtime.Hosting;
using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Runtime.Telemetry;

/// <summary>
/// The activities of the source <c>HerogiDsl</c>: an event that is sent, the steps that it leads to, the tries of their
/// calls. No content, no url, no path is in them: these may hold secrets and what is personal.
/// </summary>
internal static class Tracing
{
    private static readonly ActivitySource Source = new(HerogiMeter.Name);

    /// <summary>An event is sent; its parent is what the caller does.</summary>
    public static Activity? StartSend(string eventName, string sessionId, string? eventId) =>
        !Source.HasListeners()
            ? null
            : Source.StartActivity($"send {eventName}", ActivityKind.Producer)
                ?.SetTag("messaging.system", "herogi")
                .SetTag("messaging.operation.name", "send")
                .SetTag("messaging.operation.type", "send")
                .SetTag("messaging.destination.name", eventName)
                .SetTag("messaging.message.conversation_id", sessionId)
                .SetTag("messaging.message.id", eventId);

    /// <summary>A batch is sent; its parent is what the caller does.</summary>
    public static Activity? StartBatch(int count) =>
        Source.StartActivity("send batch", ActivityKind.Producer)
            ?.SetTag("messaging.system", "herogi")
            .SetTag("messaging.operation.name", "send")
            .SetTag("messaging.operation.type", "send")
            .SetTag("messaging.batch.message_count", count);

    /// <summary>A row of the inbox is judged; its parent is what has put it there.</summary>
    public static Activity? StartStep(InboxRow row) =>
        Source.HasListeners()
            ? Source.StartActivity($"process {row.Event ?? "timer"}", ActivityKind.Consumer, TraceText.Read(row.Trace))
                ?.SetTag("messaging.system", "herogi")
                .SetTag("messaging.operation.name", "process")
                .SetTag("messaging.operation.type", "process")
                .SetTag("messaging.destination.name", row.Event)
                .SetTag("messaging.message.conversation_id", row.SessionId)
                .SetTag("herogi.scenario", row.Scenario)
            : null;

    /// <summary>A try of a call begins; its parent is the step that has asked for it.</summary>
    public static Activity? StartCall(OutboxRow row)
    {
        if (!Source.HasListeners())
            return null;
        var activity = Source.StartActivity($"{Operation(row.Kind)} {row.Connection}", ActivityKind.Client, TraceText.Read(row.Trace))
            ?.SetTag("herogi.connection", row.Connection)
            .SetTag("herogi.scenario", row.Scenario)
            .SetTag("messaging.message.conversation_id", row.SessionId);
        if (row.Tries > 0)
            activity?.SetTag("http.request.resend_count", row.Tries);
        return activity;
    }

    /// <summary>The current try is an HTTP request. Where the url comes from secrets, the host may be one.</summary>
    public static void Describe(string method, Uri url, ApplicationSettings settings) =>
        Activity.Current?.SetTag("http.request.method", method)
            .SetTag("server.address", settings.Redact(url.Host))
            .SetTag("server.port", url.Port);

    /// <summary>A try has ended with an answer or without.</summary>
    public static void Ended(Activity? activity, OutboxRow row, CallResult result)
    {
        if (activity is null)
            return;
        if (row.Kind == OutboxKind.Http && result.StatusCode > 0)
            activity.SetTag("http.response.status_code", result.StatusCode);
        if (ErrorType(result) is not { } error)
            return;
        activity.SetTag("error.type", error);
        activity.SetStatus(ActivityStatusCode.Error);
    }

    /// <summary>A step, an action or a send has failed.</summary>
    public static void Failed(Activity? activity, string error) =>
        activity?.SetTag("error.type", error).SetStatus(ActivityStatusCode.Error);

    /// <summary>Why a try is none that succeeded; null where it did.</summary>
    public static string? ErrorType(CallResult result) => result switch
    {
        { IsSuccess: true } => null,
        { Failure: CallFailure.None } => result.StatusCode.ToString(System.Globalization.CultureInfo.InvariantCulture),
        { Failure: CallFailure.Timeout } => "timeout",
        { Failure: CallFailure.Network } => "network",
        _ => "impossible",
    };

    private static string Operation(OutboxKind kind) => kind switch
    {
        OutboxKind.Http => "http",
        OutboxKind.Email => "email",
        _ => "run",
    };
}
