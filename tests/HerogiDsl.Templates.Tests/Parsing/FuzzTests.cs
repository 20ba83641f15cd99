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
        (from text in AnyText from place in Gen.Int[0, 13].Select(i => (TemplatePlace)i) select (text, place)).Sample(
            pair =>
            {
                var template = TemplateParser.Parse(pair.text, pair.place);
                return template.Errors.All(error =>
                    error.Span.Start >= 0 && error.Span.Length >= 0 && error.Span.End <= Math.Max(1, pair.text.Length));
            },
            iter: 20_000);
    }

    [Theory]
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
