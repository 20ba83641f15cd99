using System.Globalization;
using System.Text.Json;

namespace HerogiDsl.Values;

/// <summary>What the language does with <c>json</c>, for generated code: reading is lenient, converting is not.</summary>
public static class JsonValues
{
    /// <summary>A member; null where it is missing or null.</summary>
    public static JsonElement? Member(JsonElement? json, string name) =>
        json is { ValueKind: JsonValueKind.Object } element && element.TryGetProperty(name, out var member)
        && member.ValueKind != JsonValueKind.Null
            ? member
            : null;

    /// <summary>An item; null where the index is out of range.</summary>
    public static JsonElement? Item(JsonElement? json, long index) =>
        json is { ValueKind: JsonValueKind.Array } element && index >= 0 && index < element.GetArrayLength()
        && element[(int)index] is { ValueKind: not JsonValueKind.Null } item
            ? item
            : null;

    /// <summary>A member whose name is computed.</summary>
    public static JsonElement? Item(JsonElement? json, string name) => Member(json, name);

    /// <summary>Converts to the type that is wanted.</summary>
    /// <param name="json">The value.</param>
    /// <param name="read">Reads the type.</param>
    /// <param name="expression">The expression as written, for the message of the fault.</param>
    /// <exception cref="ScenarioFaultException">The value is not of the type.</exception>
    public static T Convert<T>(JsonElement json, Func<JsonElement, T> read, string expression)
    {
        try
        {
            return read(json);
        }
        catch (JsonValueException wrong)
        {
            throw new ScenarioFaultException(
                $"'{expression}{wrong.Path}' is {wrong.Found}, wanted {wrong.Wanted}", wrong);
        }
        catch (EventFormatException wrong)
        {
            throw new ScenarioFaultException($"'{expression}' cannot be converted: {wrong.Message}", wrong);
        }
    }

    /// <summary>Converts what may be missing.</summary>
    public static T? ConvertOptional<T>(JsonElement? json, Func<JsonElement, T> read, string expression)
        where T : class =>
        json is { ValueKind: not JsonValueKind.Null } element ? Convert(element, read, expression) : null;

    /// <summary>Converts what may be missing.</summary>
    public static T? ConvertOptionalValue<T>(JsonElement? json, Func<JsonElement, T> read, string expression)
        where T : struct =>
        json is { ValueKind: not JsonValueKind.Null } element ? Convert(element, read, expression) : null;

    /// <summary>The JSON of an object literal.</summary>
    public static JsonElement Object(ReadOnlySpan<KeyValuePair<string, JsonElement?>> members) =>
        JsonWrite.ToElement(members.ToArray(), static (writer, members) =>
        {
            writer.WriteStartObject();
            foreach (var (name, value) in members)
            {
                writer.WritePropertyName(name);
                JsonWrite.Value(writer, value ?? default);
            }

            writer.WriteEndObject();
        });

    /// <summary>The JSON of a list literal.</summary>
    public static JsonElement Array(ReadOnlySpan<JsonElement?> items) =>
        JsonWrite.ToElement(items.ToArray(), static (writer, items) =>
        {
            writer.WriteStartArray();
            foreach (var item in items)
                JsonWrite.Value(writer, item ?? default);
            writer.WriteEndArray();
        });

    internal static string Text(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString() ?? "",
        JsonValueKind.Undefined => "",
        _ => json.GetRawText(),
    };

    internal static decimal? Number(string? text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
