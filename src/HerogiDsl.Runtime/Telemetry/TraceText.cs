using System.Diagnostics;

namespace HerogiDsl.Runtime.Telemetry;

/// <summary>A trace as the store keeps it: the W3C <c>traceparent</c>, and behind a blank the <c>tracestate</c>.</summary>
internal static class TraceText
{
    // Beyond this, what vendors add is left out: the trace itself goes on.
    private const int LongestState = 512;

    /// <summary>The trace that an activity is part of; null for none.</summary>
    public static string? Of(Activity? activity) => activity switch
    {
        { IdFormat: ActivityIdFormat.W3C, Id: { } id, TraceStateString: { Length: > 0 and <= LongestState } state } =>
            $"{id} {state}",
        { IdFormat: ActivityIdFormat.W3C, Id: { } id } => id,
        _ => null,
    };

    /// <summary>The trace as the parent of what follows; none where the text is null or none of ours.</summary>
    public static ActivityContext Read(string? trace)
    {
        if (trace is null)
            return default;
        var (parent, state) = Split(trace);
        return ActivityContext.TryParse(parent, state, isRemote: true, out var context) ? context : default;
    }

    public static (string Parent, string? State) Split(string trace)
    {
        var blank = trace.IndexOf(' ', StringComparison.Ordinal);
        return blank < 0 ? (trace, null) : (trace[..blank], trace[(blank + 1)..]);
    }
}
