using System.Text.RegularExpressions;
using HerogiDsl.Architecture.Tests.Repository;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HerogiDsl.Architecture.Tests.Sources;

/// <summary>What the code of this repository does not do.</summary>
public sealed partial class HabitTests
{
    private static readonly string[] EmptyNames = ["Utils", "Util", "Utilities", "Helper", "Helpers", "Common", "Misc", "Manager"];

    /// <summary>Folders and files whose types stand in a namespace above them, each with its reason.</summary>
    private static readonly IReadOnlyDictionary<string, (string Namespace, string Reason)> Doors =
        new Dictionary<string, (string, string)>
        {
            ["src/HerogiDsl.Abstractions/"] = ("HerogiDsl", "an application imports one namespace"),
            ["src/HerogiDsl.Runtime/Hosting/"] = ("HerogiDsl", "an application imports one namespace"),
            ["src/HerogiDsl.Storage.Sqlite/SqliteBuilderExtensions.cs"] = ("HerogiDsl", "an application imports one namespace"),
            ["src/HerogiDsl.Testing/Storage/InMemoryBuilderExtensions.cs"] = ("HerogiDsl", "an application imports one namespace"),
            ["src/HerogiDsl.Templates/Rendering/CompiledTemplate.cs"] = ("HerogiDsl.Templates", "the door of the room"),
            ["src/HerogiDsl.Templates/Rendering/ITemplateValues.cs"] = ("HerogiDsl.Templates", "what its caller gives"),
            ["src/HerogiDsl.Templates/Rendering/TemplateScope.cs"] = ("HerogiDsl.Templates", "what its caller gives"),
        };

    // The parser of these tests may be older than the language of the sources.
    [Fact]
    public void EverySourceFileCanBeParsedHere() => Findings.AssertNone(
        SourceFile.Below("src").SelectMany(SyntaxErrors), "these files are not understood, so that nothing is checked");

    [Fact]
    public void NoNullIsForgiven() =>
        Findings.AssertNone(SourceFile.Below("src").SelectMany(ForgivenNulls), "prove that it is not null");

    [Fact]
    public void NothingIsLeftToDo() =>
        Findings.AssertNone(Everything().SelectMany(Unfinished), "finish what is begun");

    [Fact]
    public void NoTypeHasAnEmptyName() =>
        Findings.AssertNone(SourceFile.Below("src").SelectMany(EmptyNamed), "name these types by what they do");

    [Fact]
    public void TheNamespaceIsTheFolder() =>
        Findings.AssertNone(SourceFile.Below("src").SelectMany(Misplaced), "the namespace of these files is not their folder");

    [Theory]
    [InlineData("class A { string B(string? c) => c!; }", 1)]
    [InlineData("class A { int B(string? c) => c!.Length + c!.Length; }", 2)]
    [InlineData("class A { bool B(bool c, int d) => !c && d != 1; }", 0)]
    [InlineData("class A { string B => \"Hello!\"; }", 0)]
    public void AForgivenNullIsFound(string text, int found) =>
        Assert.Equal(found, ForgivenNulls(SourceFile.Parse("src/A.cs", text)).Count());

    [Theory]
    [InlineData("// TO" + "DO: later", 1)]
    [InlineData("/* HA" + "CK */", 1)]
    [InlineData("class A { void B() => throw new NotImplemented" + "Exception(); }", 1)]
    [InlineData("class A { void B() => throw new NotSupportedException(); }", 0)]
    [InlineData("class A { string B = \"a To" + "doList\"; }", 0)]
    public void UnfinishedWorkIsFound(string text, int found) =>
        Assert.Equal(found, Unfinished(SourceFile.Parse("src/A.cs", text)).Count());

    [Theory]
    [InlineData("class TextUtils { }", 1)]
    [InlineData("record struct Helper(int A);", 1)]
    [InlineData("interface ISessionManager { }", 1)]
    [InlineData("class Managers { } class CommonMark { }", 0)]
    public void AnEmptyNameIsFound(string text, int found) =>
        Assert.Equal(found, EmptyNamed(SourceFile.Parse("src/A.cs", text)).Count());

    [Theory]
    [InlineData("src/HerogiDsl.Cli/Output/A.cs", "namespace HerogiDsl.Cli.Output;", 0)]
    [InlineData("src/HerogiDsl.Abstractions/Client/A.cs", "namespace HerogiDsl;", 0)]
    [InlineData("src/HerogiDsl.Cli/Output/A.cs", "namespace HerogiDsl.Cli;", 1)]
    [InlineData("src/HerogiDsl.Cli/A.cs", "namespace HerogiDsl.Cli.Output;", 1)]
    public void AMisplacedFileIsFound(string path, string text, int found) =>
        Assert.Equal(found, Misplaced(SourceFile.Parse(path, text)).Count());

    [Fact]
    public void ASyntaxErrorIsFound()
    {
        Assert.NotEmpty(SyntaxErrors(SourceFile.Parse("src/A.cs", "class A { int B( }")));
        Assert.Empty(SyntaxErrors(SourceFile.Parse("src/A.cs", "class A { int B(); }")));
    }

    private static IEnumerable<SourceFile> Everything() =>
        SourceFile.Below("src").Concat(SourceFile.Below("samples")).Concat(SourceFile.Below("tests"));

    private static IEnumerable<string> SyntaxErrors(SourceFile file) =>
        from error in file.Root.GetDiagnostics()
        where error.Severity == DiagnosticSeverity.Error
        select error.ToString();

    private static IEnumerable<string> ForgivenNulls(SourceFile file) =>
        from node in file.Root.DescendantNodes()
        where node.IsKind(SyntaxKind.SuppressNullableWarningExpression)
        select $"{file.Place(node.GetLocation())}: {node}";

    private static IEnumerable<string> Unfinished(SourceFile file)
    {
        var comments = file.Root.DescendantTrivia(descendIntoTrivia: true)
            .Where(trivia => UnfinishedWords().IsMatch(trivia.ToFullString()))
            .Where(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia)
                || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)
                || trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia))
            .Select(trivia => $"{file.Place(trivia.GetLocation())}: {trivia}");
        var stubs = file.Root.DescendantTokens()
            .Where(token => token.ValueText == "NotImplemented" + "Exception")
            .Select(token => $"{file.Place(token.GetLocation())}: {token}");
        return comments.Concat(stubs);
    }

    private static IEnumerable<string> EmptyNamed(SourceFile file) =>
        from type in file.Root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
        where EmptyNames.Any(name => type.Identifier.ValueText.EndsWith(name, StringComparison.Ordinal))
        select $"{file.Place(type.GetLocation())}: '{type.Identifier.ValueText}'";

    private static IEnumerable<string> Misplaced(SourceFile file)
    {
        var folder = file.Path["src/".Length..file.Path.LastIndexOf('/')].Replace('/', '.');

        // What applications import is in 'HerogiDsl' itself and below, not in a namespace of its assembly.
        var expected = folder.Replace("HerogiDsl.Abstractions", "HerogiDsl", StringComparison.Ordinal);
        return from declared in file.Root.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>()
            let name = declared.Name.ToString()
            where name != expected && !IsDoor(file.Path, name)
            select $"{file.Path}: 'namespace {name}', but the folder asks for '{expected}'";
    }

    private static bool IsDoor(string path, string name) =>
        Doors.Any(door => path.StartsWith(door.Key, StringComparison.Ordinal) && name == door.Value.Namespace);

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex UnfinishedWords();
}
