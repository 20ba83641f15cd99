namespace HerogiDsl.Escaping;

/// <summary>How the text of a hole is made fit for its place.</summary>
internal enum Escape
{
    /// <summary>As it is.</summary>
    None,

    /// <summary>As part of a string of JSON.</summary>
    Json,

    /// <summary>As one segment or value.</summary>
    Percent,

    /// <summary>As text or attribute of HTML.</summary>
    Html,
}

/// <summary>What holds for the holes of a place, and the faults told there.</summary>
/// <param name="Escape">How text is escaped.</param>
/// <param name="Name">What the place is called.</param>
internal sealed record PlaceRules(Escape Escape, string Name)
{
    /// <summary>1 MiB.</summary>
    public const int MaxLength = 1024 * 1024;

    public const string TooLong = "the text is longer than 1 MiB";
    public const string EmptyKey = "the key is empty";

    public static readonly PlaceRules Json = new(Escape.Json, "JSON");
    public static readonly PlaceRules Path = new(Escape.Percent, "a path") { NeedsValue = true, HasSegments = true };
    public static readonly PlaceRules Parameter = new(Escape.Percent, "a parameter") { LeavesOut = true };
    public static readonly PlaceRules Url = new(Escape.Percent, "a url") { NeedsValue = true, HasSegments = true };
    public static readonly PlaceRules Html = new(Escape.Html, "HTML");
    public static readonly PlaceRules Header = new(Escape.None, "a header") { NeedsValue = true, IsOneLine = true };
    public static readonly PlaceRules Key = new(Escape.None, "a key") { NeedsValue = true, IsOneLine = true, MustNotBeEmpty = true };
    public static readonly PlaceRules Subject = new(Escape.None, "a subject") { IsOneLine = true };
    public static readonly PlaceRules Address = new(Escape.None, "an address") { NeedsValue = true, IsOneLine = true };
    public static readonly PlaceRules Plain = new(Escape.None, "a text");

    /// <summary>Whether a null is a fault.</summary>
    public bool NeedsValue { get; init; }

    /// <summary>Whether a line break is a fault.</summary>
    public bool IsOneLine { get; init; }

    /// <summary>Whether a template that is one null leaves its parameter out.</summary>
    public bool LeavesOut { get; init; }

    /// <summary>Whether a segment <c>.</c> or <c>..</c> is a fault.</summary>
    public bool HasSegments { get; init; }

    /// <summary>Whether white space alone is a fault.</summary>
    public bool MustNotBeEmpty { get; init; }

    public string BreakInText => "a line break cannot stand in " + Name;

    public string BreakInValue => "the value has a line break, which cannot stand in " + Name;

    /// <summary>Whether a value has a line break where none may be.</summary>
    public bool Refuses(ReadOnlySpan<char> value) => IsOneLine && LineText.IndexOfBreak(value) >= 0;

    /// <summary>What is told of a null where a value is needed.</summary>
    /// <param name="template">The template's text.</param>
    /// <param name="start">Where the hole's expression begins.</param>
    /// <param name="end">Where it ends.</param>
    public string NullFault(string template, int start, int end)
    {
        start = Math.Clamp(start, 0, template.Length);
        var written = template[start..Math.Clamp(end, start, Math.Min(template.Length, start + 80))];
        return $"'{written}' is null, and {Name} needs a value";
    }

    /// <summary>Appends the text of a hole.</summary>
    public void Append(TextBuffer output, ReadOnlySpan<char> value)
    {
        switch (Escape)
        {
            case Escape.Json:
                JsonText.Append(output, value);
                break;
            case Escape.Percent:
                PercentText.Append(output, value);
                break;
            case Escape.Html:
                HtmlText.Append(output, value);
                break;
            default:
                output.Append(value);
                break;
        }
    }
}
