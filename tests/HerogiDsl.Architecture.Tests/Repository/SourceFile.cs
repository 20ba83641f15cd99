using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HerogiDsl.Architecture.Tests.Repository;

/// <summary>A C# file, parsed.</summary>
/// <param name="Path">Relative to the repository, with slashes.</param>
internal sealed record SourceFile(string Path, string Text, SyntaxNode Root)
{
    private static readonly CSharpParseOptions Options =
        new(LanguageVersion.Preview, preprocessorSymbols: ["NET", "NET10_0_OR_GREATER", "DEBUG"]);

    /// <summary>The C# files below a folder of the repository.</summary>
    public static IReadOnlyList<SourceFile> Below(string folder) =>
        [.. RepositoryFiles.Below(folder, ".cs").Select(path => Parse(path, RepositoryFiles.Read(path)))];

    /// <summary>A text that stands for the file at <paramref name="path"/>.</summary>
    public static SourceFile Parse(string path, string text) =>
        new(path, text, CSharpSyntaxTree.ParseText(text, Options, path).GetRoot(TestContext.Current.CancellationToken));

    public string Place(Location location) =>
        $"{Path}({location.GetLineSpan().StartLinePosition.Line + 1})";
}
