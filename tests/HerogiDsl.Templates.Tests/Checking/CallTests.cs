namespace HerogiDsl.Templates.Tests.Checking;

public sealed class CallTests
{
    [Theory]
    [InlineData("{{ string.upcas event.name }}", 3, "string.upcase")]
    [InlineData("{{ event.name | string.upcas }}", 16, "string.upcase")]
    [InlineData("{{ string.upcas }}", 3, "string.upcase")]
    [InlineData("{{ upcas event.name }}", 3, "string.upcase")]
    [InlineData("{{ event.name | uper }}", 16, "upper")]
    [InlineData("{{ startswith event.name \"a\" }}", 3, "startsWith")]
    [InlineData("{{ include 'x' }}", 3, "stands alone")]
    [InlineData("{{ include_join ['x'] ',' }}", 3, "stands alone")]
    [InlineData("{{ import event }}", 3, "name the members")]
    [InlineData("{{ object.eval event.name }}", 3, "no code")]
    [InlineData("{{ event.name | object.eval_template }}", 16, "no code")]
    [InlineData("{{ math.random 1 2 }}", 3, "bucket")]
    [InlineData("{{ math.uuid }}", 3, "sessionId")]
    [InlineData("{{ [1] | array.each @object.eval }}", 20, "no code")]
    public void AFunctionThatIsNotThereIsTold(string text, int offset, string hint)
    {
        var error = Assert.Single(TemplateParser.Parse(text, TemplatePlace.Text).Errors);
        Assert.Equal((TemplateErrorKind.Function, offset), (error.Kind, error.Span.Start));
        Assert.Contains(hint, error.Hint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{ upper }}", false)]
    [InlineData("{{ upper event.a event.b }}", true)]
    [InlineData("{{ event.a | upper \"x\" }}", true)]
    [InlineData("{{ string.upcase }}", true)]
    [InlineData("{{ bucket 5 }}{{ bucket 5 \"x\" }}", false)]
    [InlineData("{{ bucket 5 \"x\" 3 }}", true)]
    public void AFunctionGetsItsArguments(string text, bool wrong)
    {
        var errors = TemplateParser.Parse(text, TemplatePlace.Text).Errors;
        Assert.Equal(wrong ? [TemplateErrorKind.Function] : [], errors.Select(error => error.Kind));
    }

    [Fact]
    public void EveryFunctionOfTheTableCanBeCalled()
    {
        foreach (var function in TemplateFunctions.All)
        {
            var arguments = string.Concat(Enumerable.Repeat(" event.a", function.MinArguments));
            Assert.Empty(TemplateParser.Parse("{{ " + function.Name + arguments + " }}", TemplatePlace.Text).Errors);
        }
    }

    [Theory]
    [InlineData(TemplatePlace.Json, true)]
    [InlineData(TemplatePlace.Html, true)]
    [InlineData(TemplatePlace.Path, true)]
    [InlineData(TemplatePlace.Query, true)]
    [InlineData(TemplatePlace.Header, true)]
    [InlineData(TemplatePlace.Text, false)]
    [InlineData(TemplatePlace.Log, false)]
    [InlineData(TemplatePlace.Body, false)]
    public void RawIsWarnedOfWhereEscapingProtects(TemplatePlace place, bool warned)
    {
        foreach (var text in new[] { "{{ raw(event.x) }}", "{{ raw event.x }}", "{{ event.x | raw }}" })
        {
            var template = TemplateParser.Parse(text, place);
            Assert.Equal(warned ? [TemplateErrorKind.RawInPlace] : [], template.Errors.Select(error => error.Kind));
            Assert.True(template.Nodes.OfType<Syntax.HoleNode>().Single().IsRaw);
        }

        Assert.Empty(TemplateParser.Parse("{{ event.raw }}", place).Errors);
    }

    [Theory]
    [InlineData("<script>var x = '{{ event.x }}';</script>", true)]
    [InlineData("<SCRIPT type='a'>{{ event.x }}</SCRIPT>", true)]
    [InlineData("<a onclick=\"f('{{ event.x }}')\">", true)]
    [InlineData("<a ONCLICK = {{ event.x }}>", true)]
    [InlineData("<a title=\"{{ event.x }}\" onclick='f()'>{{ event.x }}</a>", false)]
    [InlineData("<script>f()</script><p>{{ event.x }}</p>", false)]
    [InlineData("<!-- <script> --><p>{{ event.x }}</p>", false)]
    [InlineData("1 < 2 <p data-on=\"{{ event.x }}\">onclick={{ event.x }}", false)]
    public void AHoleInAScriptIsWarnedOf(string text, bool warned)
    {
        var errors = TemplateParser.Parse(text, TemplatePlace.Html).Errors;
        Assert.Equal(warned ? [TemplateErrorKind.ScriptHole] : [], errors.Select(error => error.Kind));
        Assert.Empty(TemplateParser.Parse(text, TemplatePlace.Text).Errors);
    }
}
