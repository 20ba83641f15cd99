using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Formatting;
using HerogiDsl.Compiler.Parsing.Scanning;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Tests.Parsing;
using HerogiDsl.Compiler.Tests.Support;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Tests.Formatting;

/// <summary>What holds of every text: the same twice, and the same meaning.</summary>
public sealed class CorpusTests
{
    private static readonly string[] s_comments =
    [
        "// a comment\n", "/* a comment */", "/* a comment\n * of two lines */", "\n\n// a comment\n\n// and another\n",
        "\n/* a comment */\n",
    ];

    [Fact]
    public void TheCorpusIsLarge() => Assert.InRange(Formatted.Texts.Count, 300, int.MaxValue);

    [Fact]
    public void ATextMeansTheSameAfterwards() => ForEach(content =>
    {
        var formatted = Formatted.Of(content);
        Assert.Equal(Formatted.Meaning(content), Formatted.Meaning(formatted));
        Assert.Equal(Told(content), Told(formatted));
    });

    [Fact]
    public void FormattingTwiceIsFormattingOnce() => ForEach(content =>
    {
        var formatted = Formatted.Of(content);
        Assert.Equal(formatted, Formatted.Of(formatted));
    });

    [Fact]
    public void NoLineEndsWithBlanksAndNoTwoLinesAreEmpty() => ForEach(content =>
    {
        var formatted = Formatted.Of(content);
        Assert.DoesNotContain("\n\n\n", WithoutRawBlocks(formatted), StringComparison.Ordinal);
        Assert.True(formatted.Length == 0 || formatted.EndsWith('\n'));
        Assert.False(formatted.EndsWith("\n\n", StringComparison.Ordinal));
        Assert.DoesNotContain(" \n", WithoutRawBlocks(formatted), StringComparison.Ordinal);
    });

    // Blanks and line ends where the author's make no difference: not behind an opening brace, no empty lines.
    [Fact]
    public void TheBlanksOfTheAuthorMakeNoDifference()
    {
        var random = new Random(4711);
        foreach (var (name, content) in Formatted.Texts)
        {
            var tokens = TokenSequence.Of(new SourceText("a.herogi", content));
            if (Enumerable.Range(0, tokens.Count).Any(tokens.HasCommentsBefore))
                continue;
            var plain = Respace(tokens, content, null);
            var expected = Formatted.Of(plain);
            for (var round = 0; round < 4; round++)
            {
                var spaced = Respace(tokens, content, random);
                if (!Formatted.IsSound(spaced))
                    continue;
                var actual = Formatted.Of(spaced);
                Assert.True(expected == actual, $"{name}\n{spaced}\n----\n{expected}\n----\n{actual}");
            }
        }
    }

    [Fact]
    public void ACommentBetweenAnyTwoTokensStays()
    {
        var texts = Formatted.SourceFiles().Select(File.ReadAllText).Where(text => text.Length < 6000).ToList();
        for (var number = 0; number < texts.Count; number++)
        {
            var tokens = TokenSequence.Of(new SourceText("a.herogi", texts[number]));
            for (var i = 0; i < tokens.Count; i++)
                AssertStays(texts[number].Insert(tokens.Span(i).Start, " " + s_comments[(i + number) % s_comments.Length]));
        }
    }

    // Long names fill the lines, so that everything is broken somewhere; braces are opened here and there.
    [Theory]
    [InlineData(4)]
    [InlineData(11)]
    [InlineData(23)]
    [InlineData(45)]
    [InlineData(70)]
    [InlineData(71)]
    [InlineData(95)]
    [InlineData(120)]
    public void WhatIsBrokenIsBrokenAlikeTheNextTime(int longer)
    {
        var random = new Random(longer);
        foreach (var (name, content) in Formatted.Texts)
        {
            var text = Lengthen(content, random, longer);
            if (!Formatted.IsSound(text))
                continue;
            var formatted = Formatted.Of(text);
            Assert.Equal(Formatted.Meaning(text), Formatted.Meaning(formatted));
            var again = Formatted.Of(formatted);
            Assert.True(formatted == again, $"{name}\n{formatted}\n----\n{again}");
        }
    }

    [Fact]
    public void MutatedTextsAreStableOrLeftAlone()
    {
        var random = new Random(99);
        var sound = Given.Corpus("crm.herogi");
        for (var round = 0; round < 1500; round++)
        {
            var at = random.Next(sound.Length);
            var text = sound.Remove(at, random.Next(Math.Min(40, sound.Length - at)));
            var formatted = HerogiFormatter.Format(new SourceText("a.herogi", text));
            Assert.Equal(formatted.Content is null, formatted.Diagnostics.Length > 0);
            if (formatted.Content is { } content)
                Assert.Equal(content, Formatted.Of(content));
        }
    }

    private static void AssertStays(string commented)
    {
        if (!Formatted.IsSound(commented))
            return;
        var formatted = Formatted.Of(commented);
        Assert.True(Formatted.Meaning(commented) == Formatted.Meaning(formatted), formatted);
        var again = Formatted.Of(formatted);
        Assert.True(formatted == again, $"{formatted}\n----\n{again}");
    }

    private static void ForEach(Action<string> test)
    {
        var failures = new List<string>();
        foreach (var (name, content) in Formatted.Texts)
        {
            try
            {
                test(content);
            }
            catch (Exception exception)
            {
                failures.Add($"=== {name}\n{content}\n{exception.Message}");
            }
        }

        Assert.True(failures.Count == 0, $"{failures.Count} texts\n{string.Join('\n', failures.Take(5))}");
    }

    // A message may show a guard as its author wrote it.
    private static IEnumerable<string> Told(string content) =>
        Compilation.Diagnose(content)
            .Select(found => $"{found.Id} {DiagnosticFormatter.Text(found).Replace(" ", "", StringComparison.Ordinal)}")
            .Order(StringComparer.Ordinal);

    private static string Respace(TokenSequence tokens, string content, Random? random)
    {
        var text = new System.Text.StringBuilder();
        for (var i = 0; i < tokens.Count; i++)
        {
            var start = tokens.EndBefore(i);
            var lineEnds = tokens.LineEnds(start, tokens.Span(i).Start);
            var isOpening = i > 0 && tokens.Kind(i - 1) is TokenKind.OpenBrace or TokenKind.OpenBracket;
            if (lineEnds > 1)
                text.Append("\n\n");
            else if (lineEnds > 0 && (isOpening || random is null))
                text.Append('\n');
            else if (isOpening || random is null || tokens.Kind(i) == TokenKind.Arrow)
                text.Append(tokens.Span(i).Start > start ? " " : "");
            else if (tokens.Span(i).Start > start || random.Next(3) == 0)
                text.Append(random.Next(4) switch { 0 => "  ", 1 => "\t", 2 => "\n   ", _ => " " });
            text.Append(tokens.Text(i));
        }

        return text.ToString();
    }

    private static string Lengthen(string content, Random random, int longer)
    {
        var tokens = TokenSequence.Of(new SourceText("a.herogi", content));
        var text = new System.Text.StringBuilder();
        for (var i = 0; i < tokens.Count; i++)
        {
            text.Append(content, tokens.EndBefore(i), tokens.Span(i).Start - tokens.EndBefore(i));
            text.Append(tokens.Text(i));
            if (tokens.Kind(i) == TokenKind.Word && !SyntaxFacts.Keywords.Contains(tokens.Text(i)))
                text.Append('x', random.Next(longer));
            if (tokens.Kind(i) == TokenKind.OpenBrace && random.Next(5) == 0)
                text.Append('\n');
        }

        return text.ToString();
    }

    private static string WithoutRawBlocks(string content) => string.Join(
        "\"\"\"", content.Split("\"\"\"").Where((_, index) => index % 2 == 0));
}
