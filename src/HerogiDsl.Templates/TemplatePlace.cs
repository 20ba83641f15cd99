namespace HerogiDsl.Templates;

/// <summary>Where a template's text goes; it decides how holes are escaped and what is checked.</summary>
public enum TemplatePlace
{
    /// <summary>A JSON body: well-formed on every path, holes escaped inside and outside string literals.</summary>
    Json,

    /// <summary>The path (and what follows it) of an http call: holes are percent-encoded as one segment or value.</summary>
    Path,

    /// <summary>A query parameter's value: percent-encoded.</summary>
    Query,

    /// <summary>A form field's value: percent-encoded.</summary>
    Form,

    /// <summary>A connection's url: a whole url at the very beginning, later like a path.</summary>
    Url,

    /// <summary>HTML: holes are escaped for text and attributes.</summary>
    Html,

    /// <summary>A header's value: line breaks are refused.</summary>
    Header,

    /// <summary>An idempotency key: line breaks and an empty key are refused.</summary>
    Key,

    /// <summary>A mail's subject: line breaks are refused.</summary>
    Subject,

    /// <summary>A mail address or a list of them: line breaks are refused.</summary>
    Address,

    /// <summary>A plain text body: as it is.</summary>
    Text,

    /// <summary>A body of a named media type: as it is.</summary>
    Body,

    /// <summary>A line in the log: as it is.</summary>
    Log,

    /// <summary>Any other text (a fault's message, a user, a password): as it is.</summary>
    Plain,
}
