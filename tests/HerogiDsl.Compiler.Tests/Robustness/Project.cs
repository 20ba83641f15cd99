using System.Collections.Immutable;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Emit;
using HerogiDsl.Compiler.Parsing;
using HerogiDsl.Compiler.Text;
using HerogiDsl.Compiler.Tests.Cases;
using HerogiDsl.Compiler.Tests.Parsing;

namespace HerogiDsl.Compiler.Tests.Robustness;

/// <summary>The files of a project, scenarios and templates, to be broken and compiled.</summary>
internal sealed record Project(string Name, ImmutableArray<(string Path, string Content)> Files)
{
    /// <summary>What a compiler's thread has on the smallest of the usual systems.</summary>
    private const int SmallStack = 1024 * 1024;

    /// <summary>Every recorded case and every sample.</summary>
    public static ImmutableArray<Project> All { get; } = [.. Cases().Select(found => found.Project), .. Samples()];

    /// <summary>Those about which the compiler has nothing to say.</summary>
    public static ImmutableArray<Project> Sound { get; } =
        [.. Cases().Where(found => found.IsSound).Select(found => found.Project), .. Samples()];

    public Project With(string path, string content) => this with
    {
        Files = [.. Files.Select(file => file.Path == path ? (path, content) : file)],
    };

    /// <summary>The whole way: parsing, binding, checks, and the code of what is sound.</summary>
    public ImmutableArray<Diagnostic> Compile()
    {
        var result = HerogiCompilation.Compile(
            [.. Files.Where(IsHerogi).Select(file => HerogiParser.Parse(new SourceText(file.Path, file.Content)))],
            [.. Files.Where(file => !IsHerogi(file)).Select(file => new SourceText(file.Path, file.Content))],
            new CompilationOptions("Root"));
        foreach (var file in result.Files)
            FileEmitter.Emit(file);
        return [.. result.Diagnostics];
    }

    /// <summary>Runs <paramref name="action"/> where deep recursion would not pass unnoticed.</summary>
    public static void OnASmallStack(Action action)
    {
        Exception? thrown = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    action();
                }
                catch (Exception exception)
                {
                    thrown = exception;
                }
            },
            SmallStack);
        thread.Start();
        thread.Join();
        if (thrown is not null)
            throw new InvalidOperationException(thrown.Message, thrown);
    }

    public override string ToString() =>
        Name + "\n" + string.Concat(Files.Select(file => $"--- file {file.Path}\n{file.Content}\n"));

    public static bool IsHerogi((string Path, string Content) file) =>
        file.Path.EndsWith(".herogi", StringComparison.Ordinal);

    private static IEnumerable<(Project Project, bool IsSound)> Cases() =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Cases"), "*.cases")
            .Order(StringComparer.Ordinal)
            .SelectMany(path => CaseFile.Read(File.ReadAllText(path)))
            .Select(found => (new Project(found.Name, [.. found.Files]), found.Expected.Count == 0));

    private static IEnumerable<Project> Samples()
    {
        foreach (var folder in Directory.EnumerateDirectories(Path.Combine(Given.Repository(), "samples")).Order(StringComparer.Ordinal))
        {
            var paths = Directory.EnumerateFiles(folder)
                .Where(path => Path.GetExtension(path) is ".herogi" or ".scriban")
                .Order(StringComparer.Ordinal)
                .ToArray();
            if (paths.Length > 0)
            {
                yield return new Project(
                    Path.GetFileName(folder), [.. paths.Select(path => (Path.GetFileName(path), File.ReadAllText(path)))]);
            }
        }
    }
}
