using System.Text.Json;
using HerogiDsl.Runtime.Inbox;

namespace HerogiDsl.Runtime.Outbox;

/// <summary>A call as the outbox keeps it.</summary>
/// <param name="Method">GET, HEAD, POST, PUT, PATCH or DELETE.</param>
/// <param name="Path">What follows the connection's url.</param>
internal sealed record StoredCall(string Method, string Path)
{
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public string? ContentType { get; init; }

    public string? Body { get; init; }

    public string? Key { get; init; }

    public static StoredCall Of(HttpCall call) => new(call.Method, call.Path)
    {
        Headers = call.Headers,
        ContentType = call.ContentType,
        Body = call.Body,
        Key = call.Key,
    };
}

/// <summary>Calls to and from JSON.</summary>
internal static class CallJson
{
    public static ReadOnlyMemory<byte> Write(HttpCall call) => JsonBytes.Write(call, static (call, writer) =>
    {
        writer.WriteStartObject();
        writer.WriteString("method", call.Method);
        writer.WriteString("path", call.Path);
        if (call.Headers.Count > 0)
        {
            writer.WriteStartArray("headers");
            foreach (var (name, value) in call.Headers)
            {
                writer.WriteStringValue(name);
                writer.WriteStringValue(value);
            }

            writer.WriteEndArray();
        }

        if (call.ContentType is not null)
            writer.WriteString("contentType", call.ContentType);
        if (call.Body is not null)
            writer.WriteString("body", call.Body);
        if (call.Key is not null)
            writer.WriteString("key", call.Key);
        writer.WriteEndObject();
    });

    public static StoredCall Read(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var call = document.RootElement;
        return new StoredCall(Text(call, "method") ?? "", Text(call, "path") ?? "")
        {
            Headers = ReadHeaders(call),
            ContentType = Text(call, "contentType"),
            Body = Text(call, "body"),
            Key = Text(call, "key"),
        };
    }

    private static List<KeyValuePair<string, string>> ReadHeaders(JsonElement call)
    {
        var headers = new List<KeyValuePair<string, string>>();
        if (!call.TryGetProperty("headers", out var pairs))
            return headers;
        for (var index = 0; index + 1 < pairs.GetArrayLength(); index += 2)
            headers.Add(new(pairs[index].GetString() ?? "", pairs[index + 1].GetString() ?? ""));
        return headers;
    }

    private static string? Text(JsonElement call, string name) =>
        call.TryGetProperty(name, out var value) ? value.GetString() : null;
}
