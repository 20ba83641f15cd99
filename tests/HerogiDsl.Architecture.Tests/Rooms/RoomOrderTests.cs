using HerogiDsl.Architecture.Tests.Repository;

namespace HerogiDsl.Architecture.Tests.Rooms;

/// <summary>Inside the compiler, knowledge goes one way.</summary>
public sealed class RoomOrderTests
{
    /// <summary>File, room, and why this file may know a room that comes later.</summary>
    private static readonly IReadOnlyDictionary<(string Path, string Room), string> Exceptions =
        new Dictionary<(string, string), string>
        {
            [("src/HerogiDsl.Compiler/Symbols/FieldSymbol.cs", "Binding")] =
                "a default is bound with the declarations, and belongs to the field",
            [("src/HerogiDsl.Compiler/Symbols/ScenarioSymbols.cs", "Binding")] =
                "a default is bound with the declarations, and belongs to the session datum",
        };

    [Fact]
    public void EachRoomUsesOnlyThoseBeforeIt() => Findings.AssertNone(
        SourceFile.Below("src/HerogiDsl.Compiler").SelectMany(Breaches), "a room knows one that comes after it");

    [Fact]
    public void EveryFolderOfTheCompilerIsARoom() => Findings.AssertNone(
        RepositoryFiles.Below("src/HerogiDsl.Compiler", ".cs")
            .Where(path => path.Count(character => character == '/') > 2 && Room.OfFile(path) is null),
        "these files are in no room; put the room into its place in the order");

    [Fact]
    public void EveryExceptionIsStillNeeded()
    {
        var needed = SourceFile.Below("src/HerogiDsl.Compiler")
            .SelectMany(file => Room.MentionedBy(file).Select(mention => (file.Path, mention.Room)))
            .ToHashSet();

        Findings.AssertNone(
            Exceptions.Keys.Where(exception => !needed.Contains(exception)).Select(exception => exception.ToString()),
            "nothing needs these exceptions any more");
    }

    [Theory]
    [InlineData("Text", "using HerogiDsl.Compiler.Diagnostics;")]
    [InlineData("Diagnostics/Catalog", "using HerogiDsl.Compiler.Symbols;")]
    [InlineData("Syntax", "using static HerogiDsl.Compiler.Parsing.Lexical;")]
    [InlineData("Parsing", "using Names = HerogiDsl.Compiler.Symbols.Types.TypeSymbol;")]
    [InlineData("Formatting", "using HerogiDsl.Compiler.Binding;")]
    [InlineData("Binding", "using HerogiDsl.Compiler.Formatting;")]
    [InlineData("Symbols", "class A { Binding.Bound.BoundExpression? B { get; } }")]
    [InlineData("Binding", "class A { object B() => Analysis.Facts.FactGatherer.Gather(); }")]
    [InlineData("Analysis/Facts", "using HerogiDsl.Compiler.Analysis.Checks;")]
    [InlineData("Lowering", "class A { global::HerogiDsl.Compiler.Emit.RuntimeNames B; }")]
    [InlineData("Lowering/Model", "using HerogiDsl.Compiler.Symbols;")]
    [InlineData("CSharp", "using HerogiDsl.Compiler.Text;")]
    [InlineData("Emit", "using HerogiDsl.Compiler.Binding.Bound;")]
    [InlineData("Emit", "using HerogiDsl.Compiler.Lowering;")]
    [InlineData("Graphs", "using HerogiDsl.Compiler.Symbols;")]
    [InlineData("Explaining", "using HerogiDsl.Compiler.Lowering.Model;")]
    public void ALookAheadIsFound(string folder, string text)
    {
        var file = SourceFile.Parse($"src/HerogiDsl.Compiler/{folder}/Bad.cs", text);

        Assert.Single(Breaches(file));
    }

    [Theory]
    [InlineData("Parsing", "using HerogiDsl.Compiler.Syntax.Declarations; using HerogiDsl.Compiler.Text;")]
    [InlineData("Formatting", "using HerogiDsl.Compiler.Parsing.Scanning; using HerogiDsl.Compiler.Text;")]
    [InlineData("Emit", "using HerogiDsl.Compiler.Lowering.Model; using HerogiDsl.Compiler.CSharp;")]
    [InlineData("Lowering", "using HerogiDsl.Compiler.Lowering.Model; using HerogiDsl.Compiler.Binding.Bound;")]
    [InlineData("Binding/Templates", "using HerogiDsl.Templates.Syntax;")]
    [InlineData("Text", "class A { int Emit; int B(A a) => a.Emit; }")]
    public void ALookBackIsNone(string folder, string text)
    {
        var file = SourceFile.Parse($"src/HerogiDsl.Compiler/{folder}/Good.cs", text);

        Assert.Empty(Breaches(file));
    }

    private static IEnumerable<string> Breaches(SourceFile file)
    {
        if (Room.OfFile(file.Path) is not { } own)
            yield break;
        foreach (var (room, place) in Room.MentionedBy(file))
        {
            if (!MayUse(own, room) && !Exceptions.ContainsKey((file.Path, room)))
                yield return $"{place}: '{own}' uses '{room}'";
        }
    }

    private static bool MayUse(string own, string other) => own switch
    {
        // What a text looks like is nobody's concern but the author's.
        "Formatting" => other is "Formatting" or "Text" or "Diagnostics" or "Syntax" or "Parsing",

        // The words of C#, which whoever writes C# must know.
        "CSharp" => other is "CSharp",

        // What is written out is said in the model alone.
        "Emit" => other is "Emit" or "Lowering.Model" or "CSharp",

        // What is drawn, likewise.
        "Graphs" => other is "Graphs" or "Lowering.Model",

        // The model is plain values: it outlives the symbols.
        "Lowering.Model" => other is "Lowering.Model" or "Text",
        _ => other is not "Formatting" && IndexOf(other) <= IndexOf(own),
    };

    private static int IndexOf(string room) => Room.InOrder.Index().First(pair => pair.Item == room).Index;
}
