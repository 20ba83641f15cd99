using System.Runtime.CompilerServices;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Parsing;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Syntax.Declarations;
using HerogiDsl.Compiler.Syntax.Expressions;
using HerogiDsl.Compiler.Syntax.Members;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Tests.Parsing;

/// <summary>Short ways to a tree.</summary>
internal static class Given
{
    public static SyntaxTree File(string content) => HerogiParser.Parse(new SourceText("a.herogi", content));

    public static SyntaxTree SoundFile(string content)
    {
        var tree = File(content);
        Assert.Empty(Lines(tree));
        return tree;
    }

    public static DeclarationSyntax Declaration(string content) =>
        Assert.Single(SoundFile(content).Root.Declarations);

    public static MemberSyntax Member(string content) =>
        Assert.Single(Assert.IsType<ScenarioSyntax>(Declaration($"scenario S {{ {content} }}")).Members);

    public static BodyItemSyntax Item(string content) =>
        Assert.Single(Assert.IsType<StateSyntax>(Member($"state A {{ {content} }}")).Items);

    public static ExpressionSyntax Expression(string content) =>
        Assert.IsType<Syntax.Statements.SetSyntax>(Item($"set x = {content}")).Value;

    /// <summary>`id line:column message` of every diagnostic, counted from 1.</summary>
    public static IEnumerable<string> Lines(SyntaxTree tree) => tree.Diagnostics.Select(Line);

    public static string Line(Diagnostic diagnostic) =>
        $"{diagnostic.Id} {diagnostic.Location.Start.Line + 1}:{diagnostic.Location.Start.Column + 1} {diagnostic.Message}";

    public static string Corpus(string name, [CallerFilePath] string here = "") =>
        System.IO.File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "..", "Corpus", name));

    public static string Repository([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
