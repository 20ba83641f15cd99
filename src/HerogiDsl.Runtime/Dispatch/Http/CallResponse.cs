using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace HerogiDsl.Runtime.Dispatch.Http;

/// <summary>Reads what came back.</summary>
internal static class CallResponse
{
    public static async Task<CallResult> ReadAsync(
        HttpResponseMessage response, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        var text = EncodingOf(response).GetString(bytes.AsSpan(StartOfText(bytes)));
        var retryAfter = FindRetryAfter(response, now);
        return new CallResult
        {
            StatusCode = status,
            Headers = ReadHeaders(response),
            Text = text,
            RetryAfter = retryAfter,
            MayHaveHappened = RetryRules.LeavesOpen(status, retryAfter is not null),
            IsDailyLimit = status == 429 && IsDaily(text),
        };
    }

    /// <summary>Where a redirect leads; null for none.</summary>
    public static Uri? FindLocation(HttpResponseMessage response, Uri? from)
    {
        if (response.StatusCode is not (HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
            or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect))
        {
            return null;
        }

        return response.Headers.Location is { } location && from is not null ? new Uri(from, location) : null;
    }

    private static TimeSpan? FindRetryAfter(HttpResponseMessage response, DateTimeOffset now)
    {
        if (response.Headers.RetryAfter is not { } header)
            return null;
        var wait = header.Delta ?? (header.Date - now);
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private static Dictionary<string, string> ReadHeaders(HttpResponseMessage response)
    {
        var (some, others) = (response.Headers.NonValidated, response.Content.Headers.NonValidated);
        var headers = new Dictionary<string, string>(some.Count + others.Count, StringComparer.OrdinalIgnoreCase);
        Read(some, headers);
        Read(others, headers);
        return headers;
    }

    // As they came: nothing is parsed that nobody asks for.
    private static void Read(HttpHeadersNonValidated from, Dictionary<string, string> headers)
    {
        foreach (var (name, values) in from)
            headers[name] = values.Count == 1 ? values.ToString() : string.Join(", ", values);
    }

    private static Encoding EncodingOf(HttpResponseMessage response)
    {
        var name = response.Content.Headers.ContentType?.CharSet?.Trim('"');
        try
        {
            return string.IsNullOrEmpty(name) ? Encoding.UTF8 : Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8;
        }
    }

    private static int StartOfText(byte[] bytes) => bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;

    // HubSpot's way to say that waiting a moment does not help.
    private static bool IsDaily(string text)
    {
        if (!text.Contains("DAILY", StringComparison.Ordinal))
            return false;
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("policyName", out var policy)
                && policy.ValueKind == JsonValueKind.String
                && policy.ValueEquals("DAILY");
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
