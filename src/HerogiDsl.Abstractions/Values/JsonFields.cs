using System.Text.Json;

namespace HerogiDsl.Values;

/// <summary>Reads the fields of a JSON object for generated code; collects all that is wrong, so that it is told at once.</summary>
public sealed class JsonFields
{
    private readonly JsonElement _json;
    private readonly string _owner;
    private List<string>? _problems;

    /// <summary>Begins to read.</summary>
    /// <param name="json">The object.</param>
    /// <param name="owner">What it is, for messages: <c>event 'Purchase'</c>.</param>
    /// <exception cref="EventFormatException">It is no object.</exception>
    public JsonFields(JsonElement json, string owner)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw new EventFormatException($"{owner} is {JsonValueException.Show(json)}, wanted an object");
        _json = json;
        _owner = owner;
    }

    /// <summary>A field that must be there.</summary>
    public T Required<T>(string name, Func<JsonElement, T> read)
    {
        if (Find(name) is { } json)
            return Read(name, json, read);
        Add(_json.TryGetProperty(name, out _)
            ? $"field '{name}' of {_owner} is null, which it may not be"
            : $"field '{name}' of {_owner} is missing");
        return Nothing<T>();
    }

    /// <summary>A field that may be missing or null.</summary>
    public T? Optional<T>(string name, Func<JsonElement, T> read)
        where T : class =>
        Find(name) is { } json ? Read(name, json, read) : null;

    /// <summary>A field that may be missing or null.</summary>
    public T? OptionalValue<T>(string name, Func<JsonElement, T> read)
        where T : struct =>
        Find(name) is { } json ? Read(name, json, read) : null;

    /// <summary>A field that has a default where it is missing or null.</summary>
    public T Defaulted<T>(string name, Func<JsonElement, T> read, T value) =>
        Find(name) is { } json ? Read(name, json, read) : value;

    /// <summary>Whether a field is not there at all; or, with <paramref name="orNull"/>, is null.</summary>
    public bool IsMissing(string name, bool orNull = false) => orNull ? Find(name) is null : !_json.TryGetProperty(name, out _);

    /// <summary>Gives back what was read, unless something was wrong with it.</summary>
    /// <exception cref="EventFormatException">Something was; the message tells all of it.</exception>
    public T Checked<T>(T value) => _problems is null ? value : throw new EventFormatException(_problems);

    // Never seen: `Checked` throws before anybody uses it.
    private static T Nothing<T>()
    {
        var nothing = new T[1];
        return nothing[0];
    }

    private JsonElement? Find(string name) =>
        _json.TryGetProperty(name, out var json) && json.ValueKind != JsonValueKind.Null ? json : null;

    private T Read<T>(string name, JsonElement json, Func<JsonElement, T> read)
    {
        try
        {
            return read(json);
        }
        catch (JsonValueException wrong)
        {
            Add($"field '{name}{wrong.Path}' of {_owner} is {wrong.Found}, wanted {wrong.Wanted}");
        }
        catch (EventFormatException inner)
        {
            foreach (var problem in inner.Problems)
                Add(problem);
        }

        return Nothing<T>();
    }

    private void Add(string problem) => (_problems ??= []).Add(problem);
}
