using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Tests.Support;

namespace HerogiDsl.Compiler.Tests.Docs;

/// <summary>What the manuals show compiles; a fence `herogi HRG3004` gives that diagnostic, and no other.</summary>
public sealed class ManualTests
{
    public static TheoryData<string, int> Examples
    {
        get
        {
            var rows = new TheoryData<string, int>();
            foreach (var path in Manuals())
            {
                var name = Path.GetRelativePath(DocumentationFolder.PathOf(), path).Replace('\\', '/');
                for (var i = 0; i < Files(name).Length; i++)
                    rows.Add(name, i);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void AnExampleCompilesAsItSays(string manual, int index)
    {
        var fence = Files(manual)[index];
        var files = Fence.In(DocumentationFolder.Read(manual))
            .Where(file => file.Words.StartsWith("file ", StringComparison.Ordinal))
            .Select(file => (file.Words[5..], file.Content));
        var told = Compilation.Diagnose([("example.herogi", fence.Content), .. files]).Select(DiagnosticFormatter.Line);
        Assert.Equal(fence.Words == "herogi" ? [] : fence.Words.Split(' ')[1..], Ids(told, fence));
    }

    [Fact]
    public void TheManualOfTheLanguageHasExamples() => Assert.NotEmpty(Files("language.md"));

    // The pages of the diagnostics have rules of their own.
    private static IEnumerable<string> Manuals() => Directory
        .GetFiles(DocumentationFolder.PathOf(), "*.md", SearchOption.AllDirectories)
        .Where(path => Path.GetFileName(Path.GetDirectoryName(path)) != "diagnostics")
        .Append(DocumentationFolder.PathOf("..", "README.md"))
        .Where(File.Exists)
        .Order(StringComparer.Ordinal);

    private static Fence[] Files(string manual) =>
        [.. Fence.In(DocumentationFolder.Read(manual)).Where(fence => fence.Words.Split(' ')[0] == "herogi")];

    private static IEnumerable<string> Ids(IEnumerable<string> lines, Fence fence) => fence.Words == "herogi"
        ? lines
        : lines.Select(line => line.Split(' ')[2].TrimEnd(':')).Distinct().Order(StringComparer.Ordinal);
}
