using System.Diagnostics;
using CsCheck;

namespace HerogiDsl.Templates.Tests.Parsing;

public sealed class FuzzTests
{
    private static readonly string[] Pieces =
    [
        "{{", "}}", "{{ end }}", "{{ if event.a }}", "{{ else }}", "{{ for x in event.b }}", "{{ x }}", "{", "}", "[", "]", "\"",
        ",", ":", "\\", "{%{", "}%}", "{{~", "~}}", "{{-", "-}}", "|", "(", ")", ".", "event", " ", "\n", "'", "`", "$", "@", "^",
        "func f(x)", "case 1", "when 2", "capture y", "while true", "with z", "ret", "raw(event.a)", "5", "0x", "1e", "..", "?.", "?",
        "#", "##", "=", "==", "&&", "!", "++", "do;", "\u2028", "\ud800", "é", "<script>", "onclick=",
    ];

    private static readonly Gen<string> AnyText = 
        Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 25].Select(pieces => string.Concat(pieces));

    [Fact]
    public void NoTextThrows()
    {
        (from text in AnyText from place in Gen.Int[0, 13].Select(i => (TemplatePlace)i) select (text, place)).Check(
            pair =>
            {
                var template = TemplateParser.Parse(pair.text, pair.place);
                return template.Errors.All(error =>
                    error.Span.Start >= 0 && error.Span.Length >= 0 && error.Span.End <= Math.Max(1, pair.text.Length));
            },
            count: 20_000);
    }

    [Fact]
    public void LengthIsNoNesting()
    {
        const string Piece = "{{ if event.if }}a{{ else if event.case }}b{{ else if event.end }}c{{ else }}d{{ end }}\n";
        var holes = string.Concat(Enumerable.Repeat("{{ event.a.b.c + event.d | string.upcase }}\n", 2_000));
        var lines = "{{" + string.Concat(Enumerable.Repeat("\nx = event.a + (event.b * 2)", 2_000)) + "\n}}";
        Assert.Empty(TemplateParser.Parse(string.Concat(Enumerable.Repeat(Piece, 1_000)), TemplatePlace.Text).Errors);
        Assert.Empty(TemplateParser.Parse(holes + lines, TemplatePlace.Text).Errors);
    }

    [Theory]
    [InlineData("{{ else if x }}", 50_000)]
    [InlineData("{{ if y }}{{ else if x }}", 50_000)]
    [InlineData("{{ if x }}", 50_000)]
    [InlineData("(", 50_000)]
    [InlineData("{{ ((((", 20_000)]
    [InlineData("{{ [", 50_000)]
    [InlineData("{{ !", 50_000)]
    [InlineData("{{ 1 +", 50_000)]
    [InlineData(" a | b", 50_000)]
    [InlineData("[", 100_000)]
    [InlineData("{{ for x in y }}[", 90)]
    [InlineData("{{ if a }}1{{ else }}", 90)]
    public void DeepNestingIsRefusedAndNotFollowed(string piece, int times)
    {
        var watch = Stopwatch.StartNew();
        var text = string.Concat(Enumerable.Repeat(piece, times));
        Assert.NotEmpty(TemplateParser.Parse(text, TemplatePlace.Json).Errors);
        Assert.NotEmpty(TemplateParser.Parse("{{ a" + text.Replace("{{", "", StringComparison.Ordinal), TemplatePlace.Json).Errors);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), watch.Elapsed.ToString());
    }
}
