using HerogiDsl.Cli.Projects;
using HerogiDsl.Compiler.Parsing;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Cli.Tests.Projects;

/// <summary>A template file is found wherever a template may stand.</summary>
public sealed class NamedTemplatesTests
{
    [Theory]
    [InlineData("connection Crm { url file \"x\" }")]
    [InlineData("connection Crm { url \"https://a.example\" header \"A\": file \"x\" }")]
    [InlineData("connection Mail smtp { url \"smtp://a\" user file \"x\" }")]
    [InlineData("action a { log file \"x\" }")]
    [InlineData("scenario A { action a { log file \"x\" } }")]
    [InlineData("scenario A { start { on E do { log file \"x\" } -> S } }")]
    [InlineData("scenario A { state S { log file \"x\" } }")]
    [InlineData("scenario A { state S { fail file \"x\" } }")]
    [InlineData("scenario A { state S { exit { log file \"x\" } } }")]
    [InlineData("scenario A { end S { log file \"x\" } }")]
    [InlineData("scenario A { anywhere { on E do { log file \"x\" } -> S } }")]
    [InlineData("scenario A { migrate S -> T { log file \"x\" } }")]
    [InlineData("scenario A { state S { if true { log file \"x\" } } }")]
    [InlineData("scenario A { state S { if true { } else if false { log file \"x\" } } }")]
    [InlineData("scenario A { state S { if true { } else { log file \"x\" } } }")]
    [InlineData("scenario A { state S { http get Crm file \"x\" } }")]
    [InlineData("scenario A { state S { http post Crm \"/\" { json file \"x\" } } }")]
    [InlineData("scenario A { state S { http post Crm \"/\" { header \"A\": file \"x\" } } }")]
    [InlineData("scenario A { state S { email Mail { html file \"x\" } } }")]
    public void AFileIsFoundWhereverATemplateMayStand(string text) => Assert.Equal(["x"], Find(text));

    [Fact]
    public void EveryFileIsFoundInItsOrder() => Assert.Equal(
        ["a", "b", "a"],
        Find("action a { log file \"a\" log file \"b\" log \"file\" } action b { log file \"a\" }"));

    [Fact]
    public void ATemplateWithoutAFileNamesNone() =>
        Assert.Empty(Find("action a { log \"file \\\"x\\\"\" } // log file \"x\""));

    private static IEnumerable<string> Find(string text) =>
        NamedTemplates.In(HerogiParser.Parse(new SourceText("a.herogi", text)).Root);
}
