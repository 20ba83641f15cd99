using System.Text.Json;

namespace HerogiDsl;

/// <summary>How a mail ended, as the inbox keeps it.</summary>
/// <param name="StatusCode">The SMTP status; 0 when no answer came.</param>
/// <param name="Unknown">Whether the mail may or may not have been sent.</param>
/// <param name="Error">Why it was not accepted; null when it was.</param>
public sealed record SmtpAnswer(int StatusCode, bool Unknown, string? Error)
{
    /// <summary>Writes the answer as one JSON object.</summary>
    public void WriteJson(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteNumber("statusCode", StatusCode);
        writer.WriteBoolean("unknown", Unknown);
        writer.WriteString("error", Error);
        writer.WriteEndObject();
    }

    /// <summary>Reads what <see cref="WriteJson"/> wrote.</summary>
    public static SmtpAnswer ReadJson(JsonElement json) => new(
        json.GetProperty("statusCode").GetInt32(),
        json.GetProperty("unknown").GetBoolean(),
        json.GetProperty("error").GetString());
}
