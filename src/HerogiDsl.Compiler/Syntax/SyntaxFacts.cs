using System.Collections.Immutable;

namespace HerogiDsl.Compiler.Syntax;

/// <summary>The words of the language.</summary>
internal static class SyntaxFacts
{
    /// <summary>Words that no declaration may bear.</summary>
    public static ImmutableHashSet<string> Reserved { get; } = ImmutableHashSet.Create(
        "event", "session", "meta", "config", "secret", "true", "false", "null", "and", "or", "not", "in", "is",
        "matches", "if", "then", "else", "any", "stay");
}
