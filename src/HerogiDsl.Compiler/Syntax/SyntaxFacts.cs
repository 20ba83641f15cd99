using System.Collections.Immutable;

namespace HerogiDsl.Compiler.Syntax;

/// <summary>The words of the language.</summary>
internal static class SyntaxFacts
{
    /// <summary>Words that no declaration may bear.</summary>
    public static HashSet<string> Reserved { get; } = new(StringComparer.Ordinal)
    {
        "event", "session", "meta", "config", "secret", "true", "false", "null", "and", "or", "not", "in", "is",
        "matches", "if", "then", "else", "any", "stay",
    };

    /// <summary>Words that begin a declaration.</summary>
    public static ImmutableArray<string> Declarations { get; } =
        ["record", "enum", "event", "connection", "action", "scenario"];

    /// <summary>Words that begin a member of a scenario.</summary>
    public static ImmutableArray<string> Members { get; } =
        ["session", "aggregate", "action", "start", "state", "anywhere", "end", "migrate"];

    /// <summary>Words that begin a statement.</summary>
    public static ImmutableArray<string> Statements { get; } =
        ["set", "if", "log", "send", "schedule", "cancel", "fail", "http", "email", "run"];

    /// <summary>Words that begin what only the body of a member holds.</summary>
    public static ImmutableArray<string> Triggers { get; } = ["on", "after", "every", "exit", "defer", "ignore"];

    /// <summary>Words that begin a setting of a connection.</summary>
    public static ImmutableArray<string> Settings { get; } =
        ["url", "header", "timeout", "user", "password", "retry", "limit", "parallel"];

    /// <summary>Words that begin a part of an http statement.</summary>
    public static ImmutableArray<string> HttpParts { get; } =
        ["header", "query", "form", "json", "text", "body", "idempotent", "key"];

    /// <summary>Words that begin a part of an email statement.</summary>
    public static ImmutableArray<string> EmailParts { get; } =
        ["from", "to", "cc", "bcc", "replyTo", "subject", "text", "html"];

    /// <summary>The methods of http.</summary>
    public static ImmutableArray<string> HttpMethods { get; } = ["get", "head", "post", "put", "patch", "delete"];

    /// <summary>The functions of an aggregate.</summary>
    public static ImmutableArray<string> Aggregations { get; } = ["count", "sum", "min", "max", "avg"];

    /// <summary>The types that need no declaration.</summary>
    public static ImmutableArray<string> BuiltInTypes { get; } =
        ["string", "int", "decimal", "bool", "datetime", "date", "duration", "json", "map"];

    /// <summary>Every word that means something somewhere, whether or not it may be a name elsewhere.</summary>
    public static HashSet<string> Keywords { get; } =
    [
        .. Declarations, .. Members, .. Statements, .. Triggers, .. Settings, .. HttpParts, .. EmailParts,
        .. HttpMethods, .. Aggregations, .. BuiltInTypes,
        "namespace", "using", "as", "smtp", "per", "network", "once", "extern", "returns", "where", "over",
        "sliding", "tumbling", "zone", "when", "do", "for", "at", "file",
        "true", "false", "null", "and", "or", "not", "in", "is", "matches", "then", "else", "any", "stay",
    ];
}
