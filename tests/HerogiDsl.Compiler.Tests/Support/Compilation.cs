using System.Collections.Immutable;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Parsing;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Tests.Support;

/// <summary>Compiles texts the way the build does.</summary>
internal static class Compilation
{
    public static ImmutableArray<Diagnostic> Diagnose(params (string Path, string Content)[] files)
    {
        var sources = files.Where(file => file.Path.EndsWith(".herogi", StringComparison.Ordinal));
        var templates = files.Where(file => !file.Path.EndsWith(".herogi", StringComparison.Ordinal));
        var result = HerogiCompilation.Compile(
            [.. sources.Select(file => HerogiParser.Parse(new SourceText(file.Path, file.Content)))],
            [.. templates.Select(file => new SourceText(file.Path, file.Content))],
            new CompilationOptions("Root"));
        return [.. result.Diagnostics];
    }

    public static ImmutableArray<Diagnostic> Diagnose(string content) => Diagnose(("test.herogi", content));

    /// <summary>As "HRG1001@12 message | hint".</summary>
    public static string Show(Diagnostic diagnostic) =>
        $"{diagnostic.Id}@{diagnostic.Location.Start.Line + 1} {diagnostic.Message}{(diagnostic.Hint is null ? "" : " | " + diagnostic.Hint)}";
}
