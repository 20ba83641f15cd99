using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using HerogiDsl.Values;

namespace HerogiDsl;

/// <summary>A map of a <c>.herogi</c> file: from texts to values, immutable, equal by value.</summary>
/// <typeparam name="T">The type of its values.</typeparam>
public sealed class EquatableMap<T> : IReadOnlyDictionary<string, T>, IEquatable<EquatableMap<T>>, ITemplateObject
{
    private readonly Dictionary<string, T> _entries;

    internal EquatableMap(IEnumerable<KeyValuePair<string, T>> entries, StringComparer comparer)
    {
        _entries = new Dictionary<string, T>(comparer);
        foreach (var (key, value) in entries)
            _entries[key] = value;
    }

    /// <summary>How many entries it has.</summary>
    public int Count => _entries.Count;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => _entries.Keys;

    /// <inheritdoc/>
    public IEnumerable<T> Values => _entries.Values;

    /// <inheritdoc/>
    public T this[string key] => _entries[key];

    /// <summary>Whether two maps have equal values under the same keys.</summary>
    public static bool operator ==(EquatableMap<T>? left, EquatableMap<T>? right) => Equals(left, right);

    /// <summary>Whether two maps differ.</summary>
    public static bool operator !=(EquatableMap<T>? left, EquatableMap<T>? right) => !Equals(left, right);

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _entries.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value) => _entries.TryGetValue(key, out value);

    /// <inheritdoc/>
    public bool Equals(EquatableMap<T>? other)
    {
        if (other is null || other.Count != Count)
            return false;
        foreach (var (key, value) in _entries)
        {
            if (!other._entries.TryGetValue(key, out var theirs) || !EqualityComparer<T>.Default.Equals(value, theirs))
                return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as EquatableMap<T>);

    // The order of entries tells nothing, so they are summed; keys that differ in case may be equal, so only values count.
    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = Count;
        foreach (var value in _entries.Values)
            hash = unchecked(hash + (value?.GetHashCode() ?? 0));
        return hash;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, T>> GetEnumerator() => _entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _entries.GetEnumerator();

    bool ITemplateObject.TryGetMember(string name, out object? value)
    {
        var found = _entries.TryGetValue(name, out var entry);
        value = entry;
        return found;
    }

    void ITemplateObject.WriteJson(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        foreach (var (key, value) in _entries)
        {
            writer.WritePropertyName(key);
            JsonWrite.Any(writer, value);
        }

        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    public override string ToString() =>
        "{" + string.Join(", ", _entries.Select(entry => entry.Key + ": " + entry.Value)) + "}";
}

/// <summary>Makes maps.</summary>
public static class EquatableMap
{
    /// <summary>A map of these entries; of two with one key the later counts.</summary>
    public static EquatableMap<T> Create<T>(ReadOnlySpan<KeyValuePair<string, T>> entries) =>
        new(entries.ToArray(), StringComparer.Ordinal);

    /// <summary>A map of these entries; of two with one key the later counts.</summary>
    public static EquatableMap<T> From<T>(IEnumerable<KeyValuePair<string, T>> entries) =>
        new(entries, StringComparer.Ordinal);

    /// <summary>A map whose keys are found without regard to case, such as the headers of an answer.</summary>
    public static EquatableMap<T> IgnoringCase<T>(IEnumerable<KeyValuePair<string, T>> entries) =>
        new(entries, StringComparer.OrdinalIgnoreCase);
}
