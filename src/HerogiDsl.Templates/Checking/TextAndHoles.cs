using HerogiDsl.Templates.Json;
using HerogiDsl.Templates.Syntax;

namespace HerogiDsl.Templates.Checking;

/// <summary>A piece of a template that is nothing but text and holes.</summary>
/// <param name="Span">Where it stands: of a hole, its expression.</param>
/// <param name="Text">The text; null for a hole.</param>
/// <param name="IsJsonValue">Whether the hole is a whole value of JSON.</param>
internal sealed record TemplatePiece(TemplateSpan Span, string? Text, bool IsJsonValue);

/// <summary>Finds the templates that need no Scriban: each hole names a value, and its place says how it is escaped.</summary>
internal static class TextAndHoles
{
    // What is longer is no text that a step writes every time, and none that reads well as C#.
    private const int LongestText = 32 * 1024;

    /// <summary>The template's pieces in the order of the text; nothing where it does more than name values.</summary>
    /// <param name="template">A template without errors.</param>
    public static IReadOnlyList<TemplatePiece> Of(ParsedTemplate template)
    {
        if (template.Text.Length > LongestText || template.LocalNames.Count > 0 || !template.Nodes.All(node => IsPlain(node, template)))
            return [];
        return template.Place == TemplatePlace.Json
            ? JsonPieces(template.Nodes)
            : [.. template.Nodes.Select(node => new TemplatePiece(node.Span, (node as TextNode)?.Text, false))];
    }

    private static bool IsPlain(TemplateNode node, ParsedTemplate template) => node switch
    {
        // A line break here is a fault whatever the values are.
        TextNode text => !IsOneLine(template.Place) || text.Text.All(letter => letter is >= ' ' and <= '~'),
        HoleNode { IsRaw: false } hole => IsPath(hole.Value) && IsAlone(hole.Span, template.Text),
        _ => false,
    };

    private static bool IsOneLine(TemplatePlace place) =>
        place is TemplatePlace.Header or TemplatePlace.Key or TemplatePlace.Subject or TemplatePlace.Address;

    private static bool IsPath(TemplateExpr value) => value switch
    {
        NameExpr => true,
        MemberExpr { IsNullConditional: false } member => IsPath(member.Target),
        _ => false,
    };

    // Braces, and the signs that take white space away: nothing else stands round a name in a hole of its own.
    private static bool IsAlone(TemplateSpan span, string text)
    {
        var (before, after) = (span.Start, span.End);
        while (before > 0 && text[before - 1] is (' ' or '\t'))
            before--;
        while (after < text.Length && text[after] is (' ' or '\t'))
            after++;
        return (EndsAt(text, before, "{{") || EndsAt(text, before, "{{-") || EndsAt(text, before, "{{~"))
            && (StartsAt(text, after, "}}") || StartsAt(text, after, "-}}") || StartsAt(text, after, "~}}"));
    }

    private static bool EndsAt(string text, int end, string sign) => end >= sign.Length && StartsAt(text, end - sign.Length, sign);

    private static bool StartsAt(string text, int start, string sign) =>
        string.CompareOrdinal(text, start, sign, 0, sign.Length) == 0;

    // The text is the same each time, and so is the place of each hole.
    private static IReadOnlyList<TemplatePiece> JsonPieces(IReadOnlyList<TemplateNode> nodes)
    {
        var pieces = new List<TemplatePiece>();
        var json = JsonState.Start;
        foreach (var node in nodes)
        {
            if (node is TextNode text)
            {
                foreach (var letter in text.Text)
                {
                    if (!JsonMachine.TryStep(ref json, letter))
                        return [];
                }

                pieces.Add(new TemplatePiece(node.Span, text.Text, false));
            }
            else if (json.InString)
            {
                pieces.Add(new TemplatePiece(node.Span, null, false));
            }
            else if (json.Mode is JsonMode.Value or JsonMode.ValueOrEnd)
            {
                pieces.Add(new TemplatePiece(node.Span, null, true));
                json = json.AfterValue();
            }
            else
            {
                return [];
            }
        }

        return json.IsComplete ? pieces : [];
    }
}
