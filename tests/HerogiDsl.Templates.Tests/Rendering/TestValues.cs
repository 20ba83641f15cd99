using System.Collections;
using System.Text.Json;

namespace HerogiDsl.Templates.Tests.Rendering;

/// <summary>Records are dictionaries here, lists are lists, and json is JsonElement.</summary>
internal sealed class TestValues : ITemplateValues
{
    public static readonly DateTimeOffset Now = new(2024, 2, 29, 23, 30, 5, TimeSpan.FromHours(2));

    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Render(string text, TemplatePlace place, object? data) =>
        CompiledTemplate.Compile(text, place).Render(Scope(data));

    public static string? RenderOptional(string text, TemplatePlace place, object? data) =>
        CompiledTemplate.Compile(text, place).RenderOptional(Scope(data));

    public static TemplateFaultException Fault(string text, TemplatePlace place, object? data) =>
        Assert.Throws<TemplateFaultException>(() => Render(text, place, data));

    public static TemplateScope Scope(object? x, object? y = null) => new(new TestValues(), Now)
    {
        Event = new Dictionary<string, object?>(StringComparer.Ordinal) { ["x"] = x, ["y"] = y },
        Session = new Dictionary<string, object?>(StringComparer.Ordinal) { ["x"] = x },
        Meta = new Dictionary<string, object?>(StringComparer.Ordinal) { ["sessionId"] = "s1" },
        Config = new Dictionary<string, object?>(StringComparer.Ordinal) { ["url"] = "https://example.org" },
        Parameters = [new("parameter", x)],
    };

    public static JsonElement Parsed(string json) => JsonDocument.Parse(json).RootElement;

    public bool TryGetMember(object target, string name, out object? value)
    {
        value = null;
        switch (target)
        {
            case IDictionary<string, object?> record:
                return record.TryGetValue(name, out value);
            case JsonElement { ValueKind: JsonValueKind.Object } json:
                value = json.TryGetProperty(name, out var found) ? found : default(JsonElement);
                return true;
            default:
                return false;
        }
    }

    public object? Convert(object? value) => value is not JsonElement json ? value : json.ValueKind switch
    {
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => json.TryGetInt64(out var whole) ? whole : json.GetDecimal(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        _ => json,
    };

    public bool TryGetItems(object target, out IEnumerable? items)
    {
        items = target switch
        {
            JsonElement { ValueKind: JsonValueKind.Array } json => json.EnumerateArray(),
            IList list => list,
            _ => null,
        };
        return items is not null;
    }

    public object? Call(string function, object?[] arguments) => function switch
    {
        "upper" => ((string?)arguments[0])?.ToUpperInvariant(),
        "length" when arguments[0] is JsonElement json => json.GetArrayLength(),
        "length" => arguments[0] is string text ? text.Length : (long)((ICollection)arguments[0]!).Count,
        "number" => throw new TemplateFaultException("no number"),
        _ => throw new TemplateFaultException("not in the tests: " + function),
    };

    public string ToJson(object? value) => JsonSerializer.Serialize(value, Plain);
}
