namespace HerogiDsl.Templates;

/// <summary>What is wrong with a template.</summary>
public enum TemplateErrorKind
{
    /// <summary>The template cannot be parsed, or does what no template may (HRG4001).</summary>
    Syntax,

    /// <summary>A function that does not exist or is not allowed (HRG4003).</summary>
    Function,

    /// <summary>A JSON template that cannot give well-formed JSON (HRG4004).</summary>
    Json,

    /// <summary><c>raw</c> where escaping protects the receiver (HRG4006, a warning).</summary>
    RawInPlace,

    /// <summary>A hole in a script or an event attribute of HTML (HRG4006, a warning).</summary>
    ScriptHole,
}

/// <summary>One thing that is wrong with a template.</summary>
/// <param name="Kind">What kind of mistake it is.</param>
/// <param name="Span">Where in the template's text.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Hint">How it may be mended, where that is known.</param>
public sealed record TemplateError(TemplateErrorKind Kind, TemplateSpan Span, string Message, string? Hint);
