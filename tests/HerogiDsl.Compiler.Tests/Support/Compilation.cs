using System.Collections.Immutable;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Locking;
using HerogiDsl.Compiler.Parsing;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Tests.Support;

/// <summary>Compiles texts the way the build does.</summary>
internal static class Compilation
{
    public static ImmutableArray<Diagnostic> Diagnose(params (string Path, string Content)[] files)
    {
        var sources = files.Where(file => file.Path.EndsWith(".herogi", StringComparison.Ordinal));
        var templates = files.Where(file => !file.Path.EndsWith(".herogi", StringComparison.Ordinal) && file.Path != LockFile.FileName);
        var locks = files.Where(file => file.Path == LockFile.FileName).Select(file => new SourceText(file.Path, file.Content));
        var result = HerogiCompilation.Compile(
            [.. sources.Select(file => HerogiParser.Parse(new SourceText(file.Path, file.Content)))],
            [.. templates.Select(file => new SourceText(file.Path, file.Content))],
            new CompilationOptions("Root") { Lock = locks.FirstOrDefault() });
        return [.. result.Diagnostics];
    }

    public static ImmutableArray<Diagnostic> Diagnose(string content) => Diagnose(("test.herogi", content));

    /// <summary>What `herogi lock` writes for a text.</summary>
    public static string Lock(string content, string? old = null)
    {
        var options = new CompilationOptions("Root") { Lock = old is null ? null : new SourceText(LockFile.FileName, old) };
        var tree = HerogiParser.Parse(new SourceText("test.herogi", content));
        return LockWriter.Write(HerogiCompilation.Lock([tree], [], options, forgets: false).New);
    }

    /// <summary>As "HRG1001@12 message | hint".</summary>
    public static string Show(Diagnostic diagnostic) =>
        $"{diagnostic.Id}@{diagnostic.Location.Start.Line + 1} {diagnostic.Message}{(diagnostic.Hint is null ? "" : " | " + diagnostic.Hint)}";
}
