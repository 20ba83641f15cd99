using System.Text.Json;
using HerogiDsl.Runtime.Inbox;

namespace HerogiDsl.Runtime.Sessions;

/// <summary>Stored session data with what a `migrate` has set.</summary>
internal static class MigratedData
{
    /// <param name="data">The stored object.</param>
    /// <param name="sets">Name, value, name, value … in the order in which they were set.</param>
    public static ReadOnlyMemory<byte> With(JsonElement data, IReadOnlyList<JsonElement> sets) =>
        JsonBytes.Write((Data: data, Sets: sets), static (parts, writer) =>
        {
            var values = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
            for (var i = 0; i + 1 < parts.Sets.Count; i += 2)
                values[parts.Sets[i].GetString() ?? ""] = parts.Sets[i + 1];
            writer.WriteStartObject();
            foreach (var property in parts.Data.EnumerateObject().Where(property => !values.ContainsKey(property.Name)))
                property.WriteTo(writer);
            foreach (var (name, value) in values)
            {
                writer.WritePropertyName(name);
                value.WriteTo(writer);
            }

            writer.WriteEndObject();
        });

    public static ReadOnlyMemory<byte> ToArray(IReadOnlyList<JsonElement> items) =>
        JsonBytes.Write(items, static (items, writer) =>
        {
            writer.WriteStartArray();
            foreach (var item in items)
                item.WriteTo(writer);
            writer.WriteEndArray();
        });
}
