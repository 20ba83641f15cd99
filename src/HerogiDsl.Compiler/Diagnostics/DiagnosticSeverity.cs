namespace HerogiDsl.Compiler.Diagnostics;

/// <summary>How grave a diagnostic is.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Not shown.</summary>
    Hidden,

    /// <summary>Told, and nothing else.</summary>
    Info,

    /// <summary>Worth mending; the build goes on.</summary>
    Warning,

    /// <summary>The scenario cannot be built.</summary>
    Error,
}
