using System.Globalization;
using static HerogiDsl.Templates.Tests.Rendering.TestValues;

namespace HerogiDsl.Templates.Tests.Rendering;

public sealed class RenderingTests
{
    [Theory]
    [InlineData("{{ upper event.x }}|{{ event.x | upper }}|{{ upper(event.x) }}", "IŞIK|IŞIK|IŞIK")]
    [InlineData("{{ string.upcase event.x }}", "IŞIK")]
    [InlineData("{{ now }}|{{ date.now }}|{{ date.utc_now.year }}|{{ date.now | date.to_string \"%F\" }}",
        "2024-02-29T21:30:05Z|2024-02-29T21:30:05Z|2024|2024-02-29")]
    [InlineData("{{ date.parse \"2026-02-03\" }}|{{ \"2026-02-03 04:05\" | date.parse | date.to_string \"%b %H\" }}",
        "2026-02-03T00:00:00Z|Feb 04")]
    [InlineData("{{ date.parse_to_string \"2026-02-03\" \"%b %d\" }}", "Feb 03")]
    [InlineData("{{ date.parse \"03.02.2026\" \"dd.MM.yyyy\" }}", "2026-02-03T00:00:00Z")]
    [InlineData("{{ meta.sessionId }}{{ config.url }}{{ parameter }}", "s1https://example.orgişik")]
    [InlineData("{{ 1.5 }}|{{ 1234567.5 }}|{{ 3 / 2 }}|{{ 2 > 1 }}", "1.5|1234567.5|1.5|true")]
    [InlineData("{{ event.y }}|{{ event.y?.z }}|{{ event.y ?? \"d\" }}|{{ if event.y }}a{{ else }}b{{ end }}", "||d|b")]
    [InlineData("{{ ret event.x }}abc", "işik")]
    [InlineData("{{ func f }}{{ $$ }}!{{ end }}{{ wrap f }}{{ event.x }}{{ end }}", "işik!")]
    [InlineData("{{ case event.x }}{{ when \"işik\" }}A{{ else }}B{{ end }}", "A")]
    [InlineData("{{ [3, 1, 2] | array.sort | array.join \",\" }}", "1,2,3")]
    [InlineData("{{ event.x == \"işik\" && !event.y ? 1 : 2 }}", "1")]
    public void ATemplateIsRendered(string text, string expected)
    {
        foreach (var culture in new[] { "", "de-DE", "tr-TR" })
        {
            var before = CultureInfo.CurrentCulture;
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            try
            {
                Assert.Equal(expected, Render(text, TemplatePlace.Text, "işik").Replace("İ", "I", StringComparison.Ordinal));
            }
            finally
            {
                CultureInfo.CurrentCulture = before;
            }
        }
    }

    [Theory]
    [InlineData("{{ event.x.a.b.c }}|{{ event.x.list[9] }}|{{ event.x.list[9].z }}|{{ event.x.none.y[3] }}", "|||")]
    [InlineData("{{ event.x.list[1] }}{{ event.x.o.p }}{{ event.x[\"o\"].p }}", "22")]
    public void WhatIsMissingInJsonIsNull(string text, string expected)
    {
        var json = Parsed("{\"a\":null,\"list\":[1,2],\"o\":{\"p\":\"\"}}");
        Assert.Equal(expected.Replace("22", "2", StringComparison.Ordinal), Render(text, TemplatePlace.Text, json));
    }

    [Theory]
    [InlineData("a {{ event.y.z }}", 13, "'event.y' is null, and has no member 'z'")]
    [InlineData("a {{ event.none }}", 11, "no member 'none'")]
    [InlineData("a {{ event.x[9] }}", 13, "no element 9")]
    [InlineData("a {{ event.x[0].z }}", 16, "no member 'z'")]
    [InlineData("a {{ x = event; x.y = 4 }}", 18, "cannot be assigned")]
    [InlineData("a {{ number \"x\" }}", 5, "no number")]
    [InlineData("a {{ fail \"stop\" }}", 5, "stop")]
    [InlineData("{{ while true }}{{ x = 1 }}{{ end }}", 3, "loop")]
    [InlineData("{{ func f }}{{ f }}{{ end }}{{ f }}", 15, "recursive")]
    [InlineData("{{ while true }}0123456789012345678901234567890123456789{{ end }}", 16, "1 MiB")]
    [InlineData("{{ x = string; x.upcase = 1 }}", 17, "upcase")]
    [InlineData("{{ for i in 1..90000 }}{{ for j in 1..90000 }}{{ end }}{{ end }}", 26, "loop")]
    [InlineData("{{ x = object[\"eval\"]; x \"1 + 1\" }}", 23, "function")]
    [InlineData("{{ regex.match \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\" \"^(a+)+$\" }}", 3, "")]
    public void AFaultNamesItsPlace(string text, int offset, string part)
    {
        var template = CompiledTemplate.Compile(text, TemplatePlace.Text);
        var fault = Assert.Throws<TemplateFaultException>(() => template.Render(Scope(new List<object?> { 1L })));
        Assert.Contains(part, fault.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(offset, fault.Offset);
    }

    [Fact]
    public void AFaultLeavesNothingBehind()
    {
        var template = CompiledTemplate.Compile(
            "{{ if event.x }}{{ secretly = 1 }}{{ event.y.z }}{{ end }}[{{ secretly }}]", TemplatePlace.Text);
        Assert.Throws<TemplateFaultException>(() => template.Render(Scope(true)));
        Assert.Equal("[]", template.Render(Scope(false)));
        var assigns = CompiledTemplate.Compile("{{ a = a ?? 0 }}{{ a = a + 1 }}{{ a }}", TemplatePlace.Text);
        Assert.Equal("11", assigns.Render(Scope(1)) + assigns.Render(Scope(1)));
    }

    [Fact]
    public void EveryRenderHasItsLimitsAnew()
    {
        var template = CompiledTemplate.Compile(
            "{{ capture c }}{{ for i in 1..20000 }}0123456789{{ end }}{{ end }}{{ c | string.size }}", TemplatePlace.Text);
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal("200000", template.Render(Scope(null)));
        }

        var fault = Fault("{{ capture c }}{{ for i in 1..90000 }}0123456789012345{{ end }}{{ end }}", TemplatePlace.Text, null);
        Assert.Contains("1 MiB", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ManyThreadsRenderOneTemplate()
    {
        var template = CompiledTemplate.Compile("{{ for i in 1..20 }}{{ event.x }}{{ end }}", TemplatePlace.Text);
        Parallel.For(0, 2000, i =>
        {
            var value = i.ToString(CultureInfo.InvariantCulture);
            Assert.Equal(string.Concat(Enumerable.Repeat(value, 20)), template.Render(Scope(value)));
        });
    }

    [Theory]
    [InlineData("{{ if x }}", "<end>")]
    [InlineData("{{ object.eval \"1\" }}", "not allowed")]
    public void WhatIsNoTemplateIsNotCompiled(string text, string part)
    {
        var fault = Assert.Throws<TemplateFaultException>(() => CompiledTemplate.Compile(text, TemplatePlace.Json));
        Assert.Contains(part, fault.Message, StringComparison.Ordinal);
        Assert.Equal("", CompiledTemplate.Compile("", TemplatePlace.Text).Render(Scope(null)));
    }
}
