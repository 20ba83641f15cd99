using System.Diagnostics;
using System.Text;
using HerogiDsl.Compiler.Parsing;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Syntax.Declarations;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Tests.Parsing;

public class RobustnessTests
{
    private const int StackOfACompilerThread = 1024 * 1024;

    [Fact]
    public void NoMutationOfTheExampleMakesTheParserThrow()
    {
        var random = new Random(20250);
        var sound = Given.Corpus("crm.herogi");
        for (var round = 0; round < 1000; round++)
        {
            var text = sound;
            for (var mutations = random.Next(1, 6); mutations > 0; mutations--)
                text = Mutate(text, random);
            var tree = Given.File(text);
            AssertSoundPlaces(tree, text);
        }
    }

    [Fact]
    public void NoTruncationOfTheExampleMakesMoreThanTwoDiagnostics()
    {
        var sound = Given.Corpus("crm.herogi");
        for (var length = 0; length < sound.Length; length++)
            Assert.InRange(Given.File(sound[..length]).Diagnostics.Length, 0, 2);
    }

    [Fact]
    public void RandomBytesAreToldToBeNoUtf8()
    {
        var random = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            var bytes = new byte[random.Next(1, 2000)];
            random.NextBytes(bytes);
            var text = SourceText.FromBytes("a.herogi", bytes);
            var tree = HerogiParser.Parse(text);
            Assert.Equal(text.MalformedAt is not null, tree.Diagnostics.Any(diagnostic => diagnostic.Id == "HRG0004"));
        }
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("[", "]")]
    [InlineData("f(", ")")]
    [InlineData("{ a: ", "}")]
    [InlineData("-", "")]
    [InlineData("not ", "")]
    [InlineData("if true then 1 else ", "")]
    [InlineData("x[", "]")]
    public void TwoHundredLevelsAreReadAndOneMoreIsRefused(string open, string close)
    {
        Assert.Empty(Nested(200, open, close).Diagnostics);
        var refused = Assert.Single(Nested(201, open, close).Diagnostics);
        Assert.Equal("HRG0005", refused.Id);
        Assert.Equal("HRG0005", Assert.Single(Nested(50_000, open, close).Diagnostics).Id);
    }

    [Theory]
    [InlineData(" + 1")]
    [InlineData(".a")]
    [InlineData(" ?? 1")]
    [InlineData(" and true")]
    public void AChainIsAsDeepAsItIsLong(string link)
    {
        Assert.Empty(OnASmallStack(State("set x = a" + Repeat(link, 200))).Diagnostics);
        Assert.Equal("HRG0005", Assert.Single(OnASmallStack(State("set x = a" + Repeat(link, 201))).Diagnostics).Id);
        Assert.Equal("HRG0005", Assert.Single(OnASmallStack(State("set x = a" + Repeat(link, 99_000))).Diagnostics).Id);
    }

    [Fact]
    public void ManyShortChainsAreNotDeep() =>
        Assert.Empty(Given.File(State(Repeat("set x = a + b + f(c + d, e + f)\n", 1000))).Diagnostics);

    [Fact]
    public void BlocksAndTypesHaveTheSameLimit()
    {
        Assert.Empty(OnASmallStack(State(Repeat("if a {\n", 199) + Repeat("}", 199))).Diagnostics);
        Assert.Equal("HRG0005", Assert.Single(OnASmallStack(State(Repeat("if a {\n", 9999) + Repeat("}", 9999))).Diagnostics).Id);
        var deepType = $"record R {{ a: {Repeat("map<", 9999)}int{Repeat(">", 9999)} }}";
        Assert.Equal("HRG0005", Assert.Single(OnASmallStack(deepType).Diagnostics).Id);
        var longType = $"record R {{ a: int{Repeat("[]", 9999)} }}";
        Assert.Equal("HRG0005", Assert.Single(OnASmallStack(longType).Diagnostics).Id);
    }

    [Fact]
    public void WhatStandsBesideTheDepthsIsStillRead()
    {
        var tree = Given.File(
            "event A\nscenario S {\n  state B { set x = " + Repeat("(", 300) + "\n}\nscenario T { state C { on A -> C } }\nevent D");
        Assert.Equal(["A", "S", "T", "D"], tree.Root.Declarations.Select(declaration => declaration.Name.Text));
        Assert.Single(tree.Diagnostics);
    }

    [Fact]
    public void AFileOfFourMebibytesIsReadAndALargerOneIsRefusedUnread()
    {
        var line = "// äöü and so on\n";
        var limit = 4 * 1024 * 1024;
        var content = "event A\n" + Repeat(line, (limit - 8) / Encoding.UTF8.GetByteCount(line));
        content += new string(' ', limit - Encoding.UTF8.GetByteCount(content));
        Assert.Empty(Given.File(content).Diagnostics);
        var refused = Given.File(content + " ");
        Assert.Equal("HRG0005 1:1 the file is larger than 4 MiB", Assert.Single(Given.Lines(refused)));
        Assert.Empty(refused.Root.Declarations);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("}")]
    [InlineData("(")]
    [InlineData("\"")]
    [InlineData("\"\"\"\n")]
    [InlineData("x \"\"\"\n")]
    [InlineData("/*")]
    [InlineData("\\")]
    [InlineData("a")]
    [InlineData("a ")]
    [InlineData("a\n")]
    [InlineData("1h")]
    [InlineData("-> ")]
    [InlineData("on X when (\n")]
    [InlineData("if a { ")]
    [InlineData("state A {\n")]
    [InlineData("scenario A {\n")]
    [InlineData("@ ")]
    public void TimeGrowsInStepWithTheText(string piece)
    {
        var text = "scenario S {\n state A {\n" + Repeat(piece, 1_000_000 / piece.Length);
        var watch = Stopwatch.StartNew();
        OnASmallStack(text);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void AByteThatIsNotUtf8IsToldOnceAndTheRestIsRead()
    {
        byte[] bytes = [.. "event A\nevent B { na"u8, 0xFF, .. "me: string }\nevent C"u8];
        var tree = HerogiParser.Parse(SourceText.FromBytes("a.herogi", bytes));
        Assert.Equal("HRG0004 2:13 this is not UTF-8", Assert.Single(Given.Lines(tree)));
        Assert.Equal(3, tree.Root.Declarations.Length);
    }

    private static SyntaxTree Nested(int levels, string open, string close) =>
        OnASmallStack(State($"set x = {Repeat(open, levels)}1{Repeat(close, levels)}"));

    private static string State(string items) => $"scenario S {{ state A {{\n{items}\n}} }}";

    private static string Repeat(string text, int count) => new StringBuilder().Insert(0, text, count).ToString();

    private static SyntaxTree OnASmallStack(string content)
    {
        SyntaxTree? tree = null;
        var thread = new Thread(() => tree = Given.File(content), StackOfACompilerThread);
        thread.Start();
        thread.Join();
        return tree!;
    }

    private static string Mutate(string text, Random random)
    {
        const string Pieces = "{}()[]\"\\:,.->?=+/*\n \u00e9\0aZ1";
        var at = random.Next(text.Length);
        var length = Math.Min(random.Next(1, 12), text.Length - at);
        return random.Next(5) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, Pieces[random.Next(Pieces.Length)].ToString()),
            2 => text.Insert(at, text.Substring(random.Next(text.Length - 40), 40)),
            3 => text[..at] + Pieces[random.Next(Pieces.Length)] + text[(at + 1)..],
            _ => text.Insert(at, text.Substring(at, length)),
        };
    }

    private static void AssertSoundPlaces(SyntaxTree tree, string text)
    {
        Assert.All(tree.Diagnostics, diagnostic => Assert.InRange(diagnostic.Location.Span.End, 0, text.Length));
        foreach (var declaration in tree.Root.Declarations)
        {
            Assert.InRange(declaration.Span.End, declaration.Span.Start, text.Length);
            foreach (var member in (declaration as ScenarioSyntax)?.Members ?? [])
                Assert.InRange(member.Span.End, member.Span.Start, declaration.Span.End);
        }
    }
}
