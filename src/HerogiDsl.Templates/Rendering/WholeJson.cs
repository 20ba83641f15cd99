using HerogiDsl.Escaping;
using HerogiDsl.Templates.Escaping;
using Scriban.Runtime;

namespace HerogiDsl.Templates.Rendering;

/// <summary>A whole value as JSON: what the template made itself is written here, the rest by the runtime.</summary>
internal static class WholeJson
{
    private const int MaxDepth = 64;

    public static void Append(TextBuffer json, object? value, RenderContext context, int depth = 0)
    {
        if (depth > MaxDepth || json.Length > PlaceRules.MaxLength)
        {
            throw new TemplateFaultException("the value is too large or too deep for JSON");
        }

        switch (value)
        {
            case null or Nothing:
                json.Append("null");
                break;
            case string text:
                JsonText.AppendQuoted(json, text);
                break;
            case RawText raw:
                Append(json, raw.Value, context, depth + 1);
                break;
            case TemplateList list:
                json.Append(context.Values.ToJson(list.Source));
                break;
            case ScriptObject map:
                AppendMembers(json, map, context, depth);
                break;
            case ScriptArray or ScriptRange:
                AppendItems(json, (System.Collections.IEnumerable)value, context, depth);
                break;
            case var scalar when ScalarText.Of(scalar) is { } text:
                AppendScalar(json, scalar, text);
                break;
            default:
                json.Append(context.Values.ToJson(value));
                break;
        }
    }

    private static void AppendScalar(TextBuffer json, object scalar, string text)
    {
        if (ScalarText.IsBare(scalar))
        {
            json.Append(text);
        }
        else
        {
            JsonText.AppendQuoted(json, text);
        }
    }

    private static void AppendMembers(TextBuffer json, ScriptObject map, RenderContext context, int depth)
    {
        json.Append('{');
        var first = true;
        foreach (var pair in map)
        {
            json.Append(first ? "" : ",");
            first = false;
            JsonText.AppendQuoted(json, pair.Key);
            json.Append(':');
            Append(json, pair.Value, context, depth + 1);
        }

        json.Append('}');
    }

    private static void AppendItems(
        TextBuffer json, System.Collections.IEnumerable items, RenderContext context, int depth)
    {
        json.Append('[');
        var first = true;
        foreach (var item in items)
        {
            json.Append(first ? "" : ",");
            first = false;
            Append(json, item, context, depth + 1);
        }

        json.Append(']');
    }
}
