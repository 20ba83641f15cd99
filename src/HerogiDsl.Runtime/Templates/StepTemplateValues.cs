using System.Collections;
using System.Text.Json;
using HerogiDsl.Templates;
using HerogiDsl.Values;

namespace HerogiDsl.Runtime.Templates;

/// <summary>The values of a scenario as templates see them.</summary>
internal sealed class StepTemplateValues(StepContext? context) : ITemplateValues
{
    // JSON's own null: a member of what is missing in JSON is missing too, where one of a plain null is a fault.
    private static readonly JsonElement Missing = JsonElement.Parse("null");

    public bool TryGetMember(object target, string name, out object? value)
    {
        switch (target)
        {
            case JsonElement { ValueKind: JsonValueKind.Object } json:
                value = json.TryGetProperty(name, out var member) ? member : Missing;
                return true;
            case ITemplateObject map and IEnumerable:
                value = map.TryGetMember(name, out var entry) ? entry : null;
                return true;
            case ITemplateObject members:
                return members.TryGetMember(name, out value);
            // JSON is read leniently: what has no members lacks this one too.
            case JsonElement:
                value = Missing;
                return true;
            default:
                value = null;
                return false;
        }
    }

    public object? Convert(object? value) => value switch
    {
        JsonElement json => json.ValueKind switch
        {
            JsonValueKind.String => json.GetString(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Null or JsonValueKind.Undefined => null,
            JsonValueKind.Number => ConvertNumber(json),
            _ => json,
        },
        Enum name => name.ToString(),
        _ => value,
    };

    public bool TryGetItems(object target, out IEnumerable? items)
    {
        items = target switch
        {
            JsonElement { ValueKind: JsonValueKind.Array } json => json.EnumerateArray().Cast<object>().ToArray(),
            ITemplateObject or string => null,
            IEnumerable list => list,
            _ => null,
        };
        return items is not null;
    }

    public object? Call(string function, object?[] arguments)
    {
        try
        {
            return TemplateCalls.Call(function, arguments, context);
        }
        catch (Exception exception) when (exception is ScenarioFaultException or ArithmeticException)
        {
            throw new TemplateFaultException(exception.Message, exception);
        }
    }

    public string ToJson(object? value) =>
        JsonWrite.ToText(value, static (writer, value) => JsonWrite.Any(writer, value));

    // What no decimal holds (1e300) stays as it is written.
    private static object ConvertNumber(JsonElement json) =>
        json.TryGetInt64(out var whole) ? whole
        : json.TryGetDecimal(out var number) ? number
        : json.GetDouble();
}
