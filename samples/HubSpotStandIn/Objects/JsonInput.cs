using System.Globalization;
using System.Text.Json;
using HubSpotStandIn.Errors;

namespace HubSpotStandIn.Objects;

// One object of a request's body. What has the wrong shape is answered with 400, never with a crash.
internal readonly record struct JsonInput(JsonElement Element)
{
    public static async Task<JsonInput> ReadAsync(HttpRequest request)
    {
        try
        {
            var aborted = request.HttpContext.RequestAborted;
            using var document = await JsonDocument.ParseAsync(request.Body, cancellationToken: aborted);
            return Of(document.RootElement.Clone());
        }
        catch (BadHttpRequestException broken)
        {
            throw new HubSpotFailure(broken.StatusCode, "VALIDATION_ERROR", broken.Message);
        }
        catch (JsonException broken)
        {
            throw Failures.InvalidJson($"line {broken.LineNumber + 1}, column {broken.BytePositionInLine + 1}");
        }
    }

    public string? Text(string name) => Find(name) is { } value ? Scalar(name, value) : null;

    public string RequiredText(string name) => Text(name) ?? throw Failures.Missing(name);

    public int Number(string name, int otherwise, int most)
    {
        var text = Text(name);
        if (text is null)
        {
            return otherwise;
        }
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > most)
        {
            throw Failures.Invalid($"'{name}' must be a number from 0 to {most}, not '{text}'");
        }
        return number;
    }

    public JsonInput? Object(string name) => Find(name) is { } value ? Of(value) : null;

    public IReadOnlyList<JsonInput> Objects(string name) => [.. Array(name).Select(Of)];

    public IReadOnlyList<JsonInput> RequiredObjects(string name) =>
        Find(name) is null ? throw Failures.Missing(name) : Objects(name);

    public IReadOnlyList<string> Texts(string name) => [.. Array(name).Select(value => Scalar(name, value) ?? "")];

    public IEnumerable<JsonElement> Array(string name)
    {
        if (Find(name) is not { } value)
        {
            return [];
        }
        return value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray()]
            : throw Failures.InvalidJson($"'{name}' must be a list");
    }

    public IEnumerable<(string Name, string? Value)> Members() =>
        [.. Element.EnumerateObject().Select(member => (member.Name, Scalar(member.Name, member.Value)))];

    private JsonElement? Find(string name) =>
        Element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static JsonInput Of(JsonElement element) => element.ValueKind == JsonValueKind.Object
        ? new JsonInput(element)
        : throw Failures.InvalidJson($"an object was expected, not {element.ValueKind.ToString().ToLowerInvariant()}");

    private static string? Scalar(string name, JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                JsonValueKind.True => "true",
                JsonValueKind.False => "false",
                JsonValueKind.Null => null,
                _ => throw Failures.InvalidJson($"'{name}' must be a text, a number or a truth value"),
            };
        }
        catch (InvalidOperationException)
        {
            // A half of a surrogate pair is JSON, but no text.
            throw Failures.InvalidJson($"'{name}' is no valid Unicode text");
        }
    }
}
