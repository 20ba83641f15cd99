using System.Text.Json;

namespace HerogiDsl;

/// <summary>How an HTTP call ended, as the inbox keeps it.</summary>
/// <param name="StatusCode">The status; 0 when no answer came.</param>
/// <param name="Unknown">Whether the call may or may not have been carried out.</param>
/// <param name="Headers">The answer's headers; names without regard to case, several values joined by <c>, </c>.</param>
/// <param name="Text">The body as it came.</param>
/// <param name="Error">Why no answer came; null when one did.</param>
public sealed record HttpAnswer(
    int StatusCode,
    bool Unknown,
    IReadOnlyDictionary<string, string> Headers,
    string Text,
    string? Error)
{
    /// <summary>Writes the answer as one JSON object.</summary>
    public void WriteJson(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteNumber("statusCode", StatusCode);
        writer.WriteBoolean("unknown", Unknown);
        writer.WriteStartObject("headers");
        foreach (var (name, value) in Headers)
            writer.WriteString(name, value);
        writer.WriteEndObject();
        writer.WriteString("text", Text);
        writer.WriteString("error", Error);
        writer.WriteEndObject();
    }

    /// <summary>Reads what <see cref="WriteJson"/> wrote.</summary>
    public static HttpAnswer ReadJson(JsonElement json)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in json.GetProperty("headers").EnumerateObject())
            headers[header.Name] = header.Value.GetString() ?? "";
        return new HttpAnswer(
            json.GetProperty("statusCode").GetInt32(),
            json.GetProperty("unknown").GetBoolean(),
            headers,
            json.GetProperty("text").GetString() ?? "",
            json.GetProperty("error").GetString());
    }
}
