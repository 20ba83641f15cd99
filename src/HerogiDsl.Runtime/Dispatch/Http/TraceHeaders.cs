using System.Diagnostics;
using HerogiDsl.Runtime.Telemetry;

namespace HerogiDsl.Runtime.Dispatch.Http;

/// <summary>Sends the trace on with a call.</summary>
internal static class TraceHeaders
{
    // Of the name of .NET's own source: it has the same listeners.
    private static readonly ActivitySource Client = new("System.Net.Http");

    /// <summary>
    /// Passes on the activity of the call, or else the trace that the event was sent in. Where the application traces .NET's
    /// own client, that one sends its activity, which is a child of the call's.
    /// </summary>
    public static void Pass(string? trace, HttpRequestMessage request)
    {
        if (Activity.Current is not null && Client.HasListeners())
            return;
        if ((TraceText.Of(Activity.Current) ?? trace) is not { } passed || request.Headers.Contains("traceparent"))
            return;
        var (parent, state) = TraceText.Split(passed);
        request.Headers.TryAddWithoutValidation("traceparent", parent);
        if (state is not null)
            request.Headers.TryAddWithoutValidation("tracestate", state);
    }
}
