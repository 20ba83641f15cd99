using System.Text.Json;
using HerogiDsl.Runtime.Inbox;

namespace HerogiDsl.Runtime.Outbox;

/// <summary>An <c>extern</c> action as the outbox keeps it.</summary>
/// <param name="State">The state that asked for it.</param>
/// <param name="Key">The same for every try.</param>
/// <param name="Arguments">The arguments, by the parameters' names.</param>
internal sealed record StoredAction(string State, string Key, JsonElement Arguments)
{
    private const string LanePrefix = "extern ";

    /// <summary>The lane of an action; no connection has such a name.</summary>
    public static string LaneOf(string action) => LanePrefix + action;

    /// <summary>A lane of the outbox in words.</summary>
    public static string Describe(string lane) => lane.StartsWith(LanePrefix, StringComparison.Ordinal)
        ? $"the extern action '{lane[LanePrefix.Length..]}'"
        : $"the connection '{lane}'";

    public static ReadOnlyMemory<byte> Write(ExternCall call, string key) =>
        JsonBytes.Write((call, key), static (action, writer) =>
        {
            writer.WriteStartObject();
            writer.WriteString("state", action.call.State);
            writer.WriteString("key", action.key);
            writer.WritePropertyName("arguments");
            writer.WriteRawValue(action.call.Arguments);
            writer.WriteEndObject();
        });

    public static StoredAction Read(ReadOnlyMemory<byte> json)
    {
        var action = JsonBytes.Read(json);
        return new StoredAction(
            action.GetProperty("state").GetString() ?? "",
            action.GetProperty("key").GetString() ?? "",
            action.GetProperty("arguments"));
    }
}
