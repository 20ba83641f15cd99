using System.Diagnostics;
using HerogiDsl.Runtime.Telemetry;

namespace HerogiDsl.Runtime.Dispatch.Http;

/// <summary>Sends the trace on with a call.</summary>
internal static class TraceHeaders
{
    /// <summary>
    /// Passes on the trace that an event was sent in. Where the application traces its calls there is an activity, and
    /// .NET's own client sends that one.
    /// </summary>
    public static void Pass(string? trace, HttpRequestMessage request)
    {
        if (trace is null || Activity.Current is not null || request.Headers.Contains("traceparent"))
            return;
        var (parent, state) = TraceText.Split(trace);
        request.Headers.TryAddWithoutValidation("traceparent", parent);
        if (state is not null)
            request.Headers.TryAddWithoutValidation("tracestate", state);
    }
}
