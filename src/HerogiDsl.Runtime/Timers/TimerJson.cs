using System.Text.Json;
using HerogiDsl.Runtime.Inbox;
using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Runtime.Timers;

/// <summary>What the inbox row of a timer holds: what the timer goes by, so that it goes on when the row is done.</summary>
internal static class TimerJson
{
    private static readonly ReadOnlyMemory<byte> Nothing = "null"u8.ToArray();

    public static ReadOnlyMemory<byte> Write(TimerRow timer) => timer.Every is not { } every
        ? Nothing
        : JsonBytes.Write(every, static (every, writer) =>
        {
            writer.WriteStartObject();
            writer.WriteString("cron", every.Cron);
            writer.WriteString("zone", every.Zone);
            writer.WriteEndObject();
        });

    public static CronSchedule? Read(InboxRow row)
    {
        var json = row.Kind == InboxKind.Timer ? JsonBytes.Read(row.Payload) : default;
        return json.ValueKind == JsonValueKind.Object
            ? new CronSchedule(json.GetProperty("cron").GetString() ?? "", json.GetProperty("zone").GetString() ?? "")
            : null;
    }
}
