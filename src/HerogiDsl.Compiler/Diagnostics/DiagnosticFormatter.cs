using System.Globalization;

namespace HerogiDsl.Compiler.Diagnostics;

/// <summary>How a diagnostic is written, in the build, in the editor and on the command line alike.</summary>
public static class DiagnosticFormatter
{
    /// <summary>What is wrong and the way out, in one line: <c>there is no event 'A'; did you mean 'B'?</c>.</summary>
    public static string Text(Diagnostic diagnostic) =>
        OneLine(diagnostic.Hint is { Length: > 0 } hint ? $"{diagnostic.Message}; {hint}" : diagnostic.Message);

    /// <summary>The line of a build: <c>path(line,column): error HRG1001: text</c>, counted from 1.</summary>
    public static string Line(Diagnostic diagnostic)
    {
        var start = diagnostic.Location.Start;
        var place = string.Format(CultureInfo.InvariantCulture, "({0},{1})", start.Line + 1, start.Column + 1);
        return $"{diagnostic.Location.Path}{place}: {Word(diagnostic.Severity)} {diagnostic.Id}: {Text(diagnostic)}";
    }

    /// <summary>The severity as a build names it.</summary>
    public static string Word(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        DiagnosticSeverity.Info => "info",
        _ => "hidden",
    };

    // A build reads a message up to the end of its line.
    private static string OneLine(string text) =>
        text.IndexOfAny(['\r', '\n']) < 0 ? text : text.Replace("\r\n", " ").Replace('\n', ' ').Replace('\r', ' ');
}
