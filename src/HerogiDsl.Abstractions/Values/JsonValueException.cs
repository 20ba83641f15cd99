using System.Text.Json;

namespace HerogiDsl.Values;

/// <summary>A JSON value of the wrong kind; whoever knows the field that holds it says so.</summary>
internal sealed class JsonValueException(string path, string found, string wanted)
    : FormatException($"{found} is not {wanted}")
{
    private const int LongestShown = 80;

    public JsonValueException(JsonElement json, string wanted)
        : this("", Show(json), wanted)
    {
    }

    /// <summary>Where in the field's value it stands, such as <c>[2]</c>; empty for the value itself.</summary>
    public string Path => path;

    public string Found => found;

    public string Wanted => wanted;

    public JsonValueException Inside(string part) => new(part + path, found, wanted);

    public static string Show(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Undefined => "missing",
        JsonValueKind.Null => "null",
        JsonValueKind.String => "'" + Shorten(json.GetString() ?? "") + "'",
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        _ => "'" + Shorten(json.GetRawText()) + "'",
    };

    private static string Shorten(string text) => text.Length <= LongestShown ? text : text[..LongestShown] + "…";
}
