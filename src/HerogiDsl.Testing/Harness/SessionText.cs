using System.Globalization;
using System.Text;
using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Testing.Harness;

/// <summary>Where a session is and how it came there, for whoever reads a failed test.</summary>
internal static class SessionText
{
    public static string Place(InstanceRow? row) => row switch
    {
        null => "it is not in the scenario",
        { Status: InstanceStatus.Active } => $"it is in '{row.State}' with {Encoding.UTF8.GetString(row.Data.Span)}",
        { IsInStart: true } => $"it is faulted in the start: {row.Reason}{At(row)}",
        _ => $"it is {row.Status.ToString().ToLowerInvariant()} in '{row.State}'"
            + $"{(row.Reason is null ? "" : $": {row.Reason}")}{At(row)}",
    };

    public static string Describe(string sessionId, IReadOnlyList<HistoryEntry> history)
    {
        if (history.Count == 0)
            return $"nothing has happened to '{sessionId}'";
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"what has happened to '{sessionId}':");
        foreach (var entry in history)
        {
            var time = entry.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture);
            text.Append(CultureInfo.InvariantCulture, $"\n  {time}  {entry.Scenario}  ")
                .Append(CultureInfo.InvariantCulture, $"{entry.From ?? "start"}, {entry.Event ?? "timer"}: {entry.Outcome}");
            if (entry.To is { } to && to != entry.From)
                text.Append(" -> ").Append(to);
            Add("set", entry.SetsJson);
            Add("asked", entry.AskedJson);
            Add("logged", entry.LogsJson);
            Add("because", entry.Reason);
        }

        return text.ToString();

        void Add(string what, string? value)
        {
            if (value is not null)
                text.Append(", ").Append(what).Append(' ').Append(value);
        }
    }

    private static string At(InstanceRow row) => row.Position is null ? "" : $" ({row.Position})";
}
