using System.Globalization;
using System.Text.Json;
using System.Xml;

namespace HerogiDsl.Values;

/// <summary>Reads JSON values as the types of the language, for generated code. A text that spells a number or a bool is one.</summary>
public static class JsonRead
{
    /// <summary>A <c>string</c>.</summary>
    public static string String(JsonElement json) =>
        json.ValueKind == JsonValueKind.String && json.GetString() is { } text
            ? text
            : throw new JsonValueException(json, "a string");

    /// <summary>An <c>int</c>; <c>5.0</c> is one too.</summary>
    public static long Int(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Number && json.TryGetInt64(out var number))
            return number;
        if (TryDecimal(json, out var exact) && exact == decimal.Truncate(exact)
            && exact is >= long.MinValue and <= long.MaxValue)
        {
            return (long)exact;
        }

        throw new JsonValueException(json, "an int");
    }

    /// <summary>A <c>decimal</c>.</summary>
    public static decimal Decimal(JsonElement json) =>
        TryDecimal(json, out var number) ? number : throw new JsonValueException(json, "a decimal");

    /// <summary>A <c>bool</c>.</summary>
    public static bool Bool(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String when bool.TryParse(json.GetString(), out var value) => value,
        _ => throw new JsonValueException(json, "a bool (true or false)"),
    };

    /// <summary>A <c>datetime</c>; without an offset it is UTC.</summary>
    public static DateTimeOffset DateTime(JsonElement json) =>
        json.ValueKind == JsonValueKind.String && Times.TryDateTime(json.GetString(), out var value)
            ? value
            : throw new JsonValueException(json, "a datetime such as '2026-01-31T08:30:00Z'");

    /// <summary>A <c>date</c>.</summary>
    public static DateOnly Date(JsonElement json) =>
        json.ValueKind == JsonValueKind.String && Times.TryDate(json.GetString(), out var value)
            ? value
            : throw new JsonValueException(json, "a date such as '2026-01-31'");

    /// <summary>A <c>duration</c>.</summary>
    public static TimeSpan Duration(JsonElement json)
    {
        try
        {
            if (json.ValueKind == JsonValueKind.String)
                return XmlConvert.ToTimeSpan(json.GetString() ?? "");
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            throw new JsonValueException(json, "a duration such as 'PT1H30M'");
        }

        throw new JsonValueException(json, "a duration such as 'PT1H30M'");
    }

    /// <summary>A <c>json</c>, which outlives its document.</summary>
    public static JsonElement Json(JsonElement json) => json.Clone();

    /// <summary>A list.</summary>
    public static EquatableList<T> List<T>(JsonElement json, Func<JsonElement, T> read)
    {
        if (json.ValueKind != JsonValueKind.Array)
            throw new JsonValueException(json, "a list");
        var items = new List<T>(json.GetArrayLength());
        foreach (var item in json.EnumerateArray())
            items.Add(Part($"[{items.Count.ToString(CultureInfo.InvariantCulture)}]", item, read));
        return EquatableList.From(items);
    }

    /// <summary>A map.</summary>
    public static EquatableMap<T> Map<T>(JsonElement json, Func<JsonElement, T> read)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw new JsonValueException(json, "an object");
        var entries = new List<KeyValuePair<string, T>>();
        foreach (var member in json.EnumerateObject())
            entries.Add(new(member.Name, Part($"['{member.Name}']", member.Value, read)));
        return EquatableMap.From(entries);
    }

    /// <summary>A value that may be null.</summary>
    public static T? OrNull<T>(JsonElement json, Func<JsonElement, T> read)
        where T : class =>
        json.ValueKind == JsonValueKind.Null ? null : read(json);

    /// <summary>A value that may be null.</summary>
    public static T? ValueOrNull<T>(JsonElement json, Func<JsonElement, T> read)
        where T : struct =>
        json.ValueKind == JsonValueKind.Null ? null : read(json);

    /// <summary>The value of an enum, by its name without regard to case.</summary>
    /// <param name="json">The JSON.</param>
    /// <param name="name">The enum's name.</param>
    /// <param name="values">All its values.</param>
    public static T Enum<T>(JsonElement json, string name, ReadOnlySpan<KeyValuePair<string, T>> values)
    {
        if (json.ValueKind == JsonValueKind.String)
        {
            var text = json.GetString();
            foreach (var (key, value) in values)
            {
                if (string.Equals(key, text, StringComparison.OrdinalIgnoreCase))
                    return value;
            }
        }

        var names = new List<string>(values.Length);
        foreach (var (key, _) in values)
            names.Add(key);
        throw new JsonValueException(json, $"a value of the enum '{name}' ({string.Join(", ", names)})");
    }

    internal static bool TryDecimal(JsonElement json, out decimal number)
    {
        number = 0;
        return json.ValueKind switch
        {
            JsonValueKind.Number => json.TryGetDecimal(out number),
            JsonValueKind.String => decimal.TryParse(
                json.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out number),
            _ => false,
        };
    }

    private static T Part<T>(string part, JsonElement json, Func<JsonElement, T> read)
    {
        try
        {
            return read(json);
        }
        catch (JsonValueException wrong)
        {
            throw wrong.Inside(part);
        }
    }
}
