using HerogiDsl.Escaping;

namespace HerogiDsl;

/// <summary>The place a template's text goes to; it decides how holes are escaped.</summary>
public enum TemplateUse
{
    /// <summary>A JSON body.</summary>
    Json,

    /// <summary>An HTTP path.</summary>
    Path,

    /// <summary>A query parameter.</summary>
    Query,

    /// <summary>A form parameter.</summary>
    Form,

    /// <summary>A connection's url.</summary>
    Url,

    /// <summary>An HTML body.</summary>
    Html,

    /// <summary>A header's value.</summary>
    Header,

    /// <summary>An idempotency key.</summary>
    Key,

    /// <summary>A mail's subject.</summary>
    Subject,

    /// <summary>Mail addresses.</summary>
    Address,

    /// <summary>A plain body of a call or mail, or any other text taken as it is.</summary>
    Text,

    /// <summary>A line of the log, or the reason of a <c>fail</c>.</summary>
    Log,
}

/// <summary>A template of a <c>.herogi</c> file. One instance a template, made once; the runtime compiles it once.</summary>
/// <param name="use">The place its text goes to.</param>
/// <param name="text">The text.</param>
/// <param name="start">Where the first character of the text stands.</param>
/// <param name="indent">The columns that stand before each further line of the text.</param>
public sealed class TemplateDefinition(TemplateUse use, string text, SourcePosition start, int indent)
{
    /// <summary>The place its text goes to.</summary>
    public TemplateUse Use { get; } = use;

    /// <summary>The text.</summary>
    public string Text { get; } = text;

    /// <summary>What holds for the holes of its place.</summary>
    internal PlaceRules Rules { get; } = use switch
    {
        TemplateUse.Json => PlaceRules.Json,
        TemplateUse.Path => PlaceRules.Path,
        TemplateUse.Query or TemplateUse.Form => PlaceRules.Parameter,
        TemplateUse.Url => PlaceRules.Url,
        TemplateUse.Html => PlaceRules.Html,
        TemplateUse.Header => PlaceRules.Header,
        TemplateUse.Key => PlaceRules.Key,
        TemplateUse.Subject => PlaceRules.Subject,
        TemplateUse.Address => PlaceRules.Address,
        _ => PlaceRules.Plain,
    };

    /// <summary>The place in the file of a character of the text.</summary>
    /// <param name="offset">The offset of the character, from 0.</param>
    public SourcePosition Locate(int offset)
    {
        var before = Text.AsSpan(0, Math.Clamp(offset, 0, Text.Length));
        var line = before.Count('\n');
        var column = before.Length - (before.LastIndexOf('\n') + 1);
        return line == 0
            ? start with { Column = start.Column + column }
            : start with { Line = start.Line + line, Column = indent + column + 1 };
    }
}
