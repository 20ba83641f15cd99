using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml;

namespace HerogiDsl.Values;

/// <summary>Writes values of the language as JSON, for generated code.</summary>
public static class JsonWrite
{
    /// <summary>Writes a text or null.</summary>
    public static void Value(Utf8JsonWriter writer, string? value) => writer.WriteStringValue(value);

    /// <summary>Writes a number.</summary>
    public static void Value(Utf8JsonWriter writer, long value) => writer.WriteNumberValue(value);

    /// <summary>Writes a number.</summary>
    public static void Value(Utf8JsonWriter writer, decimal value) => writer.WriteNumberValue(value);

    /// <summary>Writes a bool.</summary>
    public static void Value(Utf8JsonWriter writer, bool value) => writer.WriteBooleanValue(value);

    /// <summary>Writes an ISO 8601 text.</summary>
    public static void Value(Utf8JsonWriter writer, DateTimeOffset value) => writer.WriteStringValue(value);

    /// <summary>Writes an ISO 8601 text.</summary>
    public static void Value(Utf8JsonWriter writer, DateOnly value) =>
        writer.WriteStringValue(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>Writes an ISO 8601 text.</summary>
    public static void Value(Utf8JsonWriter writer, TimeSpan value) =>
        writer.WriteStringValue(XmlConvert.ToString(value));

    /// <summary>Writes JSON as it is.</summary>
    public static void Value(Utf8JsonWriter writer, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
            writer.WriteNullValue();
        else
            value.WriteTo(writer);
    }

    /// <summary>Writes a record, an event or null.</summary>
    public static void Value(Utf8JsonWriter writer, ITemplateObject? value)
    {
        if (value is null)
            writer.WriteNullValue();
        else
            value.WriteJson(writer);
    }

    /// <summary>Writes a value or null.</summary>
    public static void Optional<T>(Utf8JsonWriter writer, T? value, Action<Utf8JsonWriter, T> write)
        where T : struct
    {
        if (value is { } present)
            write(writer, present);
        else
            writer.WriteNullValue();
    }

    /// <summary>Writes a list or null.</summary>
    public static void List<T>(Utf8JsonWriter writer, EquatableList<T>? list, Action<Utf8JsonWriter, T> write)
    {
        if (list is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartArray();
        foreach (var item in list)
            write(writer, item);
        writer.WriteEndArray();
    }

    /// <summary>Writes a map or null.</summary>
    public static void Map<T>(Utf8JsonWriter writer, EquatableMap<T>? map, Action<Utf8JsonWriter, T> write)
    {
        if (map is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        foreach (var (key, value) in map)
        {
            writer.WritePropertyName(key);
            write(writer, value);
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes any value that a template may hold: those of the language, lists, maps and null.</summary>
    public static void Any(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case string text: Value(writer, text); break;
            case bool truth: Value(writer, truth); break;
            case int number: Value(writer, number); break;
            case long number: Value(writer, number); break;
            case decimal number: Value(writer, number); break;
            case double number: writer.WriteNumberValue(number); break;
            case DateTimeOffset time: Value(writer, time); break;
            case DateTime time: writer.WriteStringValue(time); break;
            case DateOnly date: Value(writer, date); break;
            case TimeSpan duration: Value(writer, duration); break;
            case JsonElement json: Value(writer, json); break;
            case ITemplateObject item: item.WriteJson(writer); break;
            case IEnumerable items: AnyList(writer, items); break;
            default: writer.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture)); break;
        }
    }

    /// <summary>An object as JSON text: <paramref name="write"/> writes its members.</summary>
    public static string Object(Action<Utf8JsonWriter> write) => ToText(write, static (writer, write) =>
    {
        writer.WriteStartObject();
        write(writer);
        writer.WriteEndObject();
    });

    /// <summary>A value as JSON.</summary>
    public static JsonElement ToElement<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        using var document = JsonDocument.Parse(ToBytes(value, write));
        return document.RootElement.Clone();
    }

    /// <summary>A value as JSON text.</summary>
    public static string ToText<T>(T value, Action<Utf8JsonWriter, T> write) =>
        Encoding.UTF8.GetString(ToBytes(value, write).Span);

    private static ReadOnlyMemory<byte> ToBytes<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes))
            write(writer, value);
        return bytes.WrittenMemory;
    }

    private static void AnyList(Utf8JsonWriter writer, IEnumerable items)
    {
        writer.WriteStartArray();
        foreach (var item in items)
            Any(writer, item);
        writer.WriteEndArray();
    }
}
