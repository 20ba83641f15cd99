namespace HerogiDsl.Compiler.Diagnostics.Configuration;

/// <summary>What a configuration asks for a diagnostic; the words are Roslyn's.</summary>
internal enum ConfiguredSeverity
{
    /// <summary>What the diagnostic has by itself.</summary>
    Default,

    /// <summary>Not told at all.</summary>
    None,

    Silent,
    Suggestion,
    Warning,
    Error,
}

/// <summary>Reads and writes the words.</summary>
internal static class ConfiguredSeverities
{
    /// <summary>The severity that a word means; null where it means none.</summary>
    public static ConfiguredSeverity? Parse(string word) => word.ToLowerInvariant() switch
    {
        "default" => ConfiguredSeverity.Default,
        "none" => ConfiguredSeverity.None,
        "silent" or "refactoring" => ConfiguredSeverity.Silent,
        "suggestion" => ConfiguredSeverity.Suggestion,
        "warning" => ConfiguredSeverity.Warning,
        "error" => ConfiguredSeverity.Error,
        _ => null,
    };
}
