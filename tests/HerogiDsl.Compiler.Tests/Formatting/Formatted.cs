using HerogiDsl.Compiler.Formatting;
using HerogiDsl.Compiler.Parsing;
using HerogiDsl.Compiler.Tests.Cases;
using HerogiDsl.Compiler.Tests.Docs;
using HerogiDsl.Compiler.Tests.Parsing;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Tests.Formatting;

/// <summary>Short ways to a text in the common style.</summary>
internal static class Formatted
{
    public static string Of(string content)
    {
        var formatted = HerogiFormatter.Format(new SourceText("a.herogi", content));
        Assert.Empty(formatted.Diagnostics);
        return formatted.Content!;
    }

    /// <summary>The tree without places, and the comments without the blanks at the ends of their lines.</summary>
    public static string Meaning(string content)
    {
        var tree = HerogiParser.Parse(new SourceText("a.herogi", content));
        Assert.Empty(tree.Diagnostics);
        var comments = tree.Comments.Select(comment => string.Join(
            '\n', comment.Text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim())));
        return TreePrinter.Print(tree.Root) + "\n" + string.Join('\n', comments);
    }

    public static bool IsSound(string content) =>
        HerogiParser.Parse(new SourceText("a.herogi", content)).Diagnostics.Length == 0;

    /// <summary>Every sound text that the repository has: cases, samples, manuals, the example of the language.</summary>
    public static IReadOnlyList<(string Name, string Content)> Texts { get; } = [.. Find().Where(text => IsSound(text.Content))];

    private static IEnumerable<(string Name, string Content)> Find()
    {
        foreach (var path in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Cases"), "*.cases"))
        {
            foreach (var found in CaseFile.Read(File.ReadAllText(path)))
            {
                var files = found.Files.Where(file => file.Path.EndsWith(".herogi", StringComparison.Ordinal));
                foreach (var (file, content) in files)
                    yield return ($"{Path.GetFileName(path)}: {found.Name}: {file}", content);
            }
        }

        foreach (var path in Directory.EnumerateFiles(DocumentationFolder.PathOf(), "*.md", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(path).ReplaceLineEndings("\n");
            foreach (var fence in Fence.In(text).Where(fence => fence.Words.Split(' ')[0] == "herogi"))
                yield return ($"{Path.GetFileName(path)}: {fence.Words}", fence.Content);
        }

        foreach (var path in SourceFiles())
            yield return (path, File.ReadAllText(path));
    }

    public static IEnumerable<string> SourceFiles() => new[] { "samples", "tests" }
        .SelectMany(folder => Directory.EnumerateFiles(
            Path.Combine(Given.Repository(), folder), "*.herogi", SearchOption.AllDirectories))
        .Where(path => !path.Replace('\\', '/').Contains("/bin/", StringComparison.Ordinal)
            && !path.Replace('\\', '/').Contains("/obj/", StringComparison.Ordinal));
}
