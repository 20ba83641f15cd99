using System.Collections.Immutable;
using HerogiDsl.Cli.Output;
using HerogiDsl.Cli.Projects;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Parsing;
using HerogiDsl.Compiler.Text;
using Spectre.Console;

namespace HerogiDsl.Cli.Tests.Output;

/// <summary>What somebody sees who sits before a terminal.</summary>
public sealed class ExcerptTests
{
    private const string Bell = "\a";

    private static readonly DiagnosticDescriptor Descriptor = new("HRG1001", "Unknown state", DiagnosticSeverity.Error);

    [Fact]
    public void ADiagnosticIsShownWithItsLineItsWayOutAndTheOtherPlaces()
    {
        var text = new SourceText("a.herogi", "state A\n\nstate B { on E -> Aa }\n");
        var diagnostic = new Diagnostic(Descriptor, Locate(text, "Aa"), "there is no 'Aa'")
        {
            Hint = "did you mean 'A'?",
            Related = [new RelatedLocation(Locate(text, "state A"), "the nearest")],
        };

        Assert.Equal(
            """
            a.herogi(3,19): error HRG1001: there is no 'Aa'
                3 | state B { on E -> Aa }
                  |                   ^^
                  = did you mean 'A'?
            a.herogi(1,1): the nearest
                1 | state A
                  | ^^^^^^^


            """.ReplaceLineEndings("\n"),
            Print(text, diagnostic, width: 80));
    }

    [Fact]
    public void AStretchOfSeveralLinesIsShownFromBothEnds()
    {
        var text = new SourceText("a.herogi", "state A {\n  log \"x\"\n  log \"y\"\n\t}\nend B");
        var diagnostic = new Diagnostic(Descriptor, Locate(text, "{\n  log \"x\"\n  log \"y\"\n\t}"), "no")
        {
            Related = [new RelatedLocation(Locate(text, "log \"x\"\n  log \"y\""), "there")],
        };

        Assert.Equal(
            """
            a.herogi(1,9): error HRG1001: no
                1 | state A {
                  |         ^
                … |
                4 |     }
                  |     ^
            a.herogi(2,3): there
                2 |   log "x"
                  |   ^^^^^^^
                3 |   log "y"
                  |   ^^^^^^^


            """.ReplaceLineEndings("\n"),
            Print(text, diagnostic, width: 80));
    }

    [Fact]
    public void ALongWayOutIsBrokenBetweenItsWords()
    {
        var text = new SourceText("a.herogi", "state A");
        var diagnostic = new Diagnostic(Descriptor, Locate(text, "A"), "no") { Hint = "one two three four five six" };

        Assert.Equal(
            """
            a.herogi(1,7): error HRG1001: no
                1 | state A
                  |       ^
                  = one two three four five
                    six


            """.ReplaceLineEndings("\n"),
            Print(text, diagnostic, width: 35));
    }

    [Fact]
    public void AFileThatIsNotAtHandIsNamedWithoutItsLine()
    {
        var text = new SourceText("a.herogi", "state A");
        var elsewhere = new SourceText("herogi.lock", "state B");

        Assert.Equal(
            "herogi.lock(1,7): error HRG1001: no\n\n",
            Print(text, new Diagnostic(Descriptor, Locate(elsewhere, "B"), "no"), width: 80));
    }

    [Fact]
    public void WhatWouldSteerTheTerminalIsShownAsReplaced()
    {
        var text = new SourceText("a.herogi", $"log \"{Bell}\e[2J\" there");

        var shown = Print(text, new Diagnostic(Descriptor, Locate(text, "there"), $"no '\e[2J'"), width: 80);

        Assert.DoesNotContain('\e', shown);
        Assert.DoesNotContain(Bell, shown, StringComparison.Ordinal);
        Assert.Contains("log \"\uFFFD\uFFFD[2J\" there", shown, StringComparison.Ordinal);
    }

    // The mark is between the brackets.
    [Theory]
    [InlineData("ab[cd]ef", "abcdef", 2, 2)]
    [InlineData("[ab]", "ab", 0, 2)]
    [InlineData("ab[]cd", "abcd", 2, 1)]
    [InlineData("ab[]", "ab", 2, 1)]
    [InlineData("\ta[b]", "    ab", 5, 1)]
    [InlineData("日本[語]", "日本語", 4, 2)]
    [InlineData("😀[b]", "😀b", 2, 1)]
    [InlineData("ab[cd\nef]", "abcd", 2, 2)]
    public void TheCaretsStandBelowWhatIsMarked(string marked, string line, int column, int count) =>
        Assert.Equal(new Excerpt(line, column, count), ExcerptOf(marked, width: 40));

    [Theory]
    [InlineData("0123456789012345678[9]", "01234567890123456789", 19, 1)]
    [InlineData("0[1]2345678901234567890", "0123456789012345678…", 1, 1)]
    [InlineData("01234567890123456789[a]bc", "…123456789abc", 10, 1)]
    [InlineData("01234567890123456789[abcdefghijklmnopq]r", "…123456789abcdefghi…", 10, 10)]
    public void ALongLineIsCutRoundWhatIsMarked(string marked, string line, int column, int count) =>
        Assert.Equal(new Excerpt(line, column, count), ExcerptOf(marked, width: 20));

    private static Excerpt ExcerptOf(string marked, int width)
    {
        var from = marked.IndexOf('[', StringComparison.Ordinal);
        var to = marked.IndexOf(']', StringComparison.Ordinal) - 1;
        var plain = marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
        var text = new SourceText("a.herogi", plain);
        return Excerpt.Of(text, text.Locate(TextSpan.FromBounds(from, to)), width);
    }

    private static SourceLocation Locate(SourceText text, string piece) =>
        text.Locate(new TextSpan(text.Content.IndexOf(piece, StringComparison.Ordinal), piece.Length));

    private static string Print(SourceText text, Diagnostic diagnostic, int width)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = width;
        ExcerptPrinter.Print(
            [diagnostic], new HerogiProject([HerogiParser.Parse(text)], ImmutableArray<SourceText>.Empty, "A"), console);
        return writer.ToString().ReplaceLineEndings("\n");
    }
}
