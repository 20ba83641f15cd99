using System.Globalization;
using HerogiDsl.Compiler.Diagnostics;

namespace HerogiDsl.Cli.Output;

/// <summary>The last line: how many mistakes in how many files.</summary>
internal static class Summary
{
    public static string Of(IReadOnlyCollection<Diagnostic> diagnostics, int files)
    {
        var errors = diagnostics.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        var warnings = diagnostics.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning);
        string[] found = [.. Found(errors, "error"), .. Found(warnings, "warning")];
        return found.Length == 0
            ? $"{Count(files, "file")}, no mistakes"
            : $"{string.Join(", ", found)} in {Count(files, "file")}";
    }

    private static string[] Found(int count, string noun) => count == 0 ? [] : [Count(count, noun)];

    private static string Count(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
