using HerogiDsl.Templates.Syntax;

namespace HerogiDsl.Templates.Tests.Parsing;

public sealed class TreeTests
{
    private static TemplateExpr Hole(string expression)
    {
        var template = TemplateParser.Parse("{{ " + expression + " }}", TemplatePlace.Text);
        Assert.Empty(template.Errors);
        Assert.True(template.IsSingleHole);
        return Assert.IsType<HoleNode>(template.Nodes[0]).Value;
    }

    [Fact]
    public void AMemberKnowsItsPlace()
    {
        var member = Assert.IsType<MemberExpr>(Hole("event?.name"));
        Assert.Equal(("name", true), (member.Name, member.IsNullConditional));
        Assert.Equal(new TemplateSpan(10, 4), member.NameSpan);
        Assert.Equal(new TemplateSpan(3, 11), member.Span);
        Assert.Equal("event", Assert.IsType<NameExpr>(member.Target).Name);
        Assert.False(Assert.IsType<MemberExpr>(Hole("event.name")).IsNullConditional);
    }

    [Theory]
    [InlineData("upper event.name")]
    [InlineData("upper(event.name)")]
    [InlineData("upper (event.name)")]
    [InlineData("event.name | upper")]
    public void EveryWayToCallIsOneCall(string expression)
    {
        var call = Assert.IsType<CallExpr>(Hole(expression));
        Assert.Equal("upper", call.Function);
        Assert.Equal("name", Assert.IsType<MemberExpr>(Assert.Single(call.Arguments)).Name);
        Assert.Equal("{{ " + expression + " }}", TemplateParser.Parse("{{ " + expression + " }}", TemplatePlace.Text).Text);
    }

    [Fact]
    public void PipesAreCallsFromTheLeft()
    {
        var last = Assert.IsType<CallExpr>(Hole("event.name | string.append \"x\" | string.upcase"));
        Assert.Equal("string.upcase", last.Function);
        var first = Assert.IsType<CallExpr>(Assert.Single(last.Arguments));
        Assert.Equal("string.append", first.Function);
        Assert.Equal(2, first.Arguments.Count);
        Assert.Equal("x", Assert.IsType<LiteralExpr>(first.Arguments[1]).Value);
    }

    [Fact]
    public void AFunctionWithoutArgumentsIsACall()
    {
        Assert.Equal("now", Assert.IsType<CallExpr>(Hole("now")).Function);
        Assert.Equal("date.now", Assert.IsType<CallExpr>(Assert.IsType<MemberExpr>(Hole("date.now.year")).Target).Function);
        Assert.Equal("text", Assert.IsType<NameExpr>(Hole("text")).Name);
    }

    [Fact]
    public void NamesOfTheTemplateAreLocal()
    {
        var template = TemplateParser.Parse(
            "{{ a = 1 }}{{ for b in [1] }}{{ end }}{{ func c(d) }}{{ $0 }}{{ end }}{{ capture e }}{{ end }}", TemplatePlace.Text);
        Assert.Empty(template.Errors);
        Assert.Superset(new HashSet<string> { "a", "b", "c", "d", "e", "for" }, template.LocalNames.ToHashSet());
        Assert.DoesNotContain("event", template.LocalNames);
    }

    [Fact]
    public void EveryNameIsReachable()
    {
        const string Text =
            "{{ if a1 }}{{ a2.x[a3] }}{{ else }}{{ a4 ? a5 : a6 }}{{ end }}{{ for i in a7 limit: a8 }}{{ a9 + -a10 }}{{ end }}"
            + "{{ {k: a11} }}{{ [a12] }}{{ $\"x{a13}y\" }}{{ case a14 }}{{ when a15 }}{{ a16 }}{{ end }}{{ upper(a17) }}{{ a18.empty? }}";
        var template = TemplateParser.Parse(Text, TemplatePlace.Text);
        Assert.Empty(template.Errors);
        var names = template.All().OfType<NameExpr>().ToList();
        var found = names.Select(name => name.Name).Where(name => name[0] == 'a').Distinct();
        Assert.Equal(Enumerable.Range(1, 18).Select(i => "a" + i), found);
        Assert.All(names, name => Assert.Equal(name.Name, Text.Substring(name.Span.Start, name.Span.Length)));
    }

    [Fact]
    public void TextIsWhatIsLeftOfIt()
    {
        var template = TemplateParser.Parse("/a  {{- event.x -}}  b", TemplatePlace.Path);
        Assert.Equal(["/a", "b"], template.Nodes.OfType<TextNode>().Select(node => node.Text));
        Assert.Equal(new TemplateSpan(21, 1), template.Nodes.OfType<TextNode>().Last().Span);
        Assert.Equal("/a", template.LeadingText);
        Assert.False(template.IsSingleHole);
        Assert.Equal("", TemplateParser.Parse("{{ event.x }}/a", TemplatePlace.Path).LeadingText);
    }
}
