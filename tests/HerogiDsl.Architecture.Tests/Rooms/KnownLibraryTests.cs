using HerogiDsl.Architecture.Tests.Repository;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HerogiDsl.Architecture.Tests.Rooms;

/// <summary>Each big library has one room that knows it.</summary>
public sealed class KnownLibraryTests
{
    private static readonly (string Library, string Folder)[] Homes =
    [
        ("Sprache", "src/HerogiDsl.Compiler/Parsing/"),
        ("Scriban", "src/HerogiDsl.Templates/"),
        ("Microsoft.CodeAnalysis", "src/HerogiDsl.Generator/"),
        ("Microsoft.Data.Sqlite", "src/HerogiDsl.Storage.Sqlite/"),
        ("Cronos", "src/HerogiDsl.Runtime/Timers/"),
        ("MailKit", "src/HerogiDsl.Runtime/Dispatch/"),
        ("MimeKit", "src/HerogiDsl.Runtime/Dispatch/"),
        ("Spectre.Console", "src/HerogiDsl.Cli/"),
        ("System.CommandLine", "src/HerogiDsl.Cli/"),
    ];

    [Fact]
    public void EachLibraryIsKnownInItsHomeOnly() =>
        Findings.AssertNone(SourceFile.Below("src").SelectMany(Strangers), "a library is used outside its home");

    [Theory]
    [InlineData("src/HerogiDsl.Compiler/Binding/A.cs", "using Sprache;")]
    [InlineData("src/HerogiDsl.Compiler/Binding/A.cs", "class A { Sprache.IInput? B; }")]
    [InlineData("src/HerogiDsl.Runtime/A.cs", "using Scriban.Runtime;")]
    [InlineData("src/HerogiDsl.Compiler/Emit/A.cs", "using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;")]
    public void AStrangerIsFound(string path, string text) => Assert.Single(Strangers(SourceFile.Parse(path, text)));

    [Theory]
    [InlineData("src/HerogiDsl.Compiler/Parsing/A.cs", "using Sprache;")]
    [InlineData("src/HerogiDsl.Templates/Parsing/A.cs", "using Scriban.Syntax;")]
    [InlineData("src/HerogiDsl.Runtime/A.cs", "class A { int Scriban; int B(A a) => a.Scriban; }")]
    public void AGuestAtHomeIsNone(string path, string text) => Assert.Empty(Strangers(SourceFile.Parse(path, text)));

    private static IEnumerable<string> Strangers(SourceFile file) =>
        from home in Homes
        where !file.Path.StartsWith(home.Folder, StringComparison.Ordinal)
        from node in file.Root.DescendantNodes()
        where node is NameSyntax or MemberAccessExpressionSyntax
            && node.Parent is not (QualifiedNameSyntax or MemberAccessExpressionSyntax)
        let text = node.ToString().Replace("global::", "", StringComparison.Ordinal)
        where (node.Parent is UsingDirectiveSyntax && text == home.Library)
            || text.StartsWith(home.Library + ".", StringComparison.Ordinal)
        select $"{file.Place(node.GetLocation())}: '{home.Library}' belongs to '{home.Folder}'";
}
