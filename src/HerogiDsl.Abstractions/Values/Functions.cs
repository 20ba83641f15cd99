using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace HerogiDsl.Values;

/// <summary>The functions of the language that are not about texts or times, for generated code.</summary>
public static class Functions
{
    /// <summary>The number of items.</summary>
    public static long Length<T>(EquatableList<T> list) => list.Count;

    /// <summary>The number of entries.</summary>
    public static long Length<T>(EquatableMap<T> map) => map.Count;

    /// <summary>The number of UTF-16 units.</summary>
    public static long Length(string text) => text.Length;

    /// <summary>Whether an item equals <paramref name="item"/>.</summary>
    public static bool Contains<T>(EquatableList<T> list, T item) => list.Contains(item);

    /// <summary>Whether a text stands in another, by its characters.</summary>
    public static bool Contains(string text, string part) => text.Contains(part, StringComparison.Ordinal);

    /// <summary>The item at an index; a fault when there is none.</summary>
    public static T Item<T>(EquatableList<T> list, long index) =>
        index >= 0 && index < list.Count
            ? list[(int)index]
            : throw new ScenarioFaultException(string.Create(
                CultureInfo.InvariantCulture, $"index {index} is out of range: the list has {list.Count} items"));

    /// <summary>The value under a key; null when there is none.</summary>
    public static T? Item<T>(EquatableMap<T> map, string key)
        where T : class? =>
        map.TryGetValue(key, out var value) ? value : null;

    /// <summary>The value under a key; null when there is none.</summary>
    public static T? ItemValue<T>(EquatableMap<T> map, string key)
        where T : struct =>
        map.TryGetValue(key, out var value) ? value : null;

    /// <summary>The value under a key, of a map whose values may be null.</summary>
    public static T? ItemValue<T>(EquatableMap<T?> map, string key)
        where T : struct =>
        map.TryGetValue(key, out var value) ? value : null;

    /// <summary>Whether a value is null; for values that C# knows not to be.</summary>
    public static bool IsNull<T>(T value) => value is null;

    /// <summary>The value itself; for constants that C# would otherwise fold, with warnings that nobody can mend.</summary>
    public static T Value<T>(T value) => value;

    /// <summary>What <c>event</c> is where a timer led.</summary>
    public static IEvent? NoEvent => null;

    /// <summary>The event as one type; a fault where it is another: a session was moved by hand.</summary>
    public static T Event<T>(IEvent? @event)
        where T : class, IEvent =>
        @event as T ?? throw Fault.WrongEvent(@event);

    /// <summary>Whether a list has an item equal to the value.</summary>
    public static bool In<T>(T value, EquatableList<T> list) => list.Contains(value);

    /// <summary>Whether a value lies between two others, both included.</summary>
    public static bool InRange<T>(T value, T low, T high)
        where T : IComparable<T> =>
        Compare(value, low) >= 0 && Compare(value, high) <= 0;

    /// <summary>Without its sign.</summary>
    public static long Abs(long value) => Math.Abs(value);

    /// <summary>Without its sign.</summary>
    public static decimal Abs(decimal value) => Math.Abs(value);

    /// <summary>Without its sign.</summary>
    public static TimeSpan Abs(TimeSpan value) => value.Duration();

    /// <summary>Rounded to a number of digits, halves away from zero.</summary>
    public static decimal Round(decimal value, long digits) =>
        digits is >= 0 and <= 28
            ? Math.Round(value, (int)digits, MidpointRounding.AwayFromZero)
            : throw new ScenarioFaultException("'round' takes 0 to 28 digits");

    /// <summary>The whole part.</summary>
    public static long Whole(decimal value) => checked((long)decimal.Truncate(value));

    /// <summary>The lesser.</summary>
    public static T Min<T>(T a, T b)
        where T : IComparable<T> =>
        Compare(a, b) <= 0 ? a : b;

    /// <summary>The greater.</summary>
    public static T Max<T>(T a, T b)
        where T : IComparable<T> =>
        Compare(a, b) >= 0 ? a : b;

    /// <summary>The number that a text spells; null where it spells none.</summary>
    public static decimal? Number(string? text) => JsonValues.Number(text);

    /// <summary>The number that a JSON value is or spells; null where it is none.</summary>
    public static decimal? Number(JsonElement? json) =>
        json is { } element && JsonRead.TryDecimal(element, out var number) ? number : null;

    /// <summary>The number itself.</summary>
    public static decimal? Number(decimal? number) => number;

    /// <summary>A duration, so many times.</summary>
    public static TimeSpan Multiply(TimeSpan duration, long times) =>
        new(checked(duration.Ticks * times));

    /// <summary>The JSON of a text; a fault where it is none.</summary>
    public static JsonElement ParseJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException exception)
        {
            throw new ScenarioFaultException($"'parseJson' was given a text that is not JSON: {exception.Message}", exception);
        }
    }

    /// <summary>This session's stable bucket in this scenario, from 0 to <paramref name="count"/> - 1.</summary>
    public static long Bucket(StepContext context, long count, string salt = "")
    {
        if (count < 1)
            throw new ScenarioFaultException("'bucket' takes a number of buckets of 1 or more");
        var key = Encoding.UTF8.GetBytes(context.Scenario + "\n" + context.SessionId + "\n" + salt);
        var hash = SHA256.HashData(key);
        return (long)(System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(hash) % (ulong)count);
    }

    /// <summary><c>fail(message)</c>.</summary>
    public static T Fail<T>(string message) => throw new ScenarioFaultException(message);

    // Texts are ordered by their characters, whatever the culture.
    private static int Compare<T>(T a, T b)
        where T : IComparable<T> =>
        a is string left && b is string right ? string.CompareOrdinal(left, right) : a.CompareTo(b);
}
