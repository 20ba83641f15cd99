using HerogiDsl.Templates.Syntax;

namespace HerogiDsl.Templates.Tests.Parsing;

public sealed class SyntaxErrorTests
{
    [Theory]
    [InlineData("{{ if event.name }}x", 19, "<end> statement was not found")]
    [InlineData("a{{ end }}b", 6, "without a corresponding beginning")]
    [InlineData("{{ else }}", 3, "must be preceded by")]
    [InlineData("{{ when 1 }}", 3, "must be preceded by")]
    [InlineData("{{ \"abc }}", 9, "not terminated")]
    [InlineData("{{ event.name }", 14, "invalid token found `}`")]
    [InlineData("{{ event.name | }}", 16, "Expecting <expression>")]
    [InlineData("{{ x = }}", 7, "Expecting <expression>")]
    [InlineData("{{ upper(event.name, ) }}", 21, "expecting an expression")]
    [InlineData("{{ (event.name = 5) }}", 4, "top level assignment")]
    [InlineData("{{ event.null }}", 14, "event[\"null\"]")]
    [InlineData("ab {{ event.name", 3, "not closed")]
    [InlineData("{{ event.name }} {{", 17, "not closed")]
    [InlineData("{{ event.name of club }}", 3, "'event.name' is called")]
    [InlineData("{{ 5 5 }}", 3, "no function")]
    [InlineData("{{ (event.name) (\"x\") }}", 4, "no function")]
    [InlineData("{{ event.name = 5 }}", 3, "'event' cannot be assigned")]
    [InlineData("{{ session = 5 }}", 3, "'session' cannot be assigned")]
    [InlineData("{{ meta.x += 5 }}", 3, "'meta' cannot be assigned")]
    [InlineData("{{ config[\"a\"] = 5 }}", 3, "'config' cannot be assigned")]
    [InlineData("{{ for event in [1] }}{{ end }}", 7, "'event' cannot be assigned")]
    [InlineData("{{ capture session }}{{ end }}", 11, "'session' cannot be assigned")]
    [InlineData("{{ string.upcase = 5 }}", 3, "'string' cannot be assigned")]
    [InlineData("{{ date.format = \"%Y\" }}", 3, "'date' cannot be assigned")]
    [InlineData("{{ event++ }}", 3, "'event' cannot be assigned")]
    [InlineData("{{ for x in [1] }}{{ x 3 }}{{ end }}", 21, "'x' is called")]
    public void OneMistakeIsOneErrorAtItsPlace(string text, int offset, string part)
    {
        var error = Assert.Single(TemplateParser.Parse(text, TemplatePlace.Text).Errors);
        Assert.Equal(TemplateErrorKind.Syntax, error.Kind);
        Assert.Equal(offset, error.Span.Start);
        Assert.Contains(part, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("error :", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("plain }} text")]
    [InlineData("{{ event.name }}")]
    [InlineData("{{ }}")]
    [InlineData("{{ # a comment }}")]
    [InlineData("{{~ for x in event.items ~}}{{ x }}{{ for.index }}{{~ end ~}}")]
    [InlineData("{%{ {{ not a hole }%} ")]
    [InlineData("{{ func f(x) }}t{{ x }}{{ end }}{{ f 5 }}{{ f(6) }}")]
    [InlineData("{{ f = @(do; ret $0 + 1; end); f 3 }}")]
    [InlineData("{{ x = 1; x = x + 1; x }}")]
    [InlineData("{{ unknown }}")]
    [InlineData("{{ now = 5; now }}{{ string = 1; string }}")]
    [InlineData("{{ with session }}{{ name }}{{ end }}")]
    [InlineData("{{ case event.a }}{{ when 1 }}a{{ when 2, 3 }}b{{ else }}c{{ end }}")]
    [InlineData("{{ [1, 2] | array.each do; ret $0 + 1; end }}")]
    public void WhatScribanTakesIsTaken(string text)
    {
        Assert.Empty(TemplateParser.Parse(text, TemplatePlace.Text).Errors);
    }

    [Fact]
    public void ABrokenTemplateHasNoNodes()
    {
        Assert.Empty(TemplateParser.Parse("a {{ if x }}", TemplatePlace.Text).Nodes);
        Assert.NotEmpty(TemplateParser.Parse("a {{ if x }}{{ end }}", TemplatePlace.Text).Nodes);
    }

    [Fact]
    public void AnElseIfIsAnIfInTheElse()
    {
        var template = TemplateParser.Parse("{{ if a }}x{{ else if b }}y{{ else }}z{{ end }}", TemplatePlace.Text);
        var outer = Assert.IsType<IfNode>(Assert.Single(template.Nodes));
        var inner = Assert.IsType<IfNode>(Assert.Single(outer.Else));
        Assert.Equal("z", Assert.IsType<TextNode>(Assert.Single(inner.Else)).Text);
    }
}
