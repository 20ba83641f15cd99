using System.Globalization;
using static HerogiDsl.Templates.Tests.Rendering.TestValues;

namespace HerogiDsl.Templates.Tests.Rendering;

public sealed class JsonRenderingTests
{
    public static TheoryData<object?, string, string> Values => new()
    {
        { null, "null", "" },
        { "a\"b\u2028", "\"a\\\"b\\u2028\"", "a\\\"b\\u2028" },
        { true, "true", "true" },
        { false, "false", "false" },
        { 5L, "5", "5" },
        { -1234567.5m, "-1234567.5", "-1234567.5" },
        { 1.50m, "1.50", "1.50" },
        { Now, "\"2024-02-29T21:30:05Z\"", "2024-02-29T21:30:05Z" },
        { new DateOnly(2024, 2, 29), "\"2024-02-29\"", "2024-02-29" },
        { TimeSpan.FromMinutes(90), "\"PT1H30M\"", "PT1H30M" },
        { new List<object?> { 1L, "a\"", null }, "[1,\"a\\\"\",null]", "[1,\\\"a\\\\\\\"\\\",null]" },
        { Parsed("{\"a\":[1,{\"b\":\"x\"}]}"), "{\"a\":[1,{\"b\":\"x\"}]}", "{\\\"a\\\":[1,{\\\"b\\\":\\\"x\\\"}]}" },
        { Parsed("\"x\""), "\"x\"", "x" },
        { Parsed("null"), "null", "" },
        { "\ud800x\udc00", "\"\uFFFDx\uFFFD\"", "\uFFFDx\uFFFD" },
    };

    [Theory]
    [MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    public void AValueIsWholeOutsideAndTextInsideAString(object? value, string outside, string inside)
    {
        foreach (var culture in new[] { "", "de-DE", "tr-TR", "ar-SA" })
        {
            var before = CultureInfo.CurrentCulture;
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            try
            {
                Assert.Equal("[" + outside + "]", Render("[{{ event.x }}]", TemplatePlace.Json, value));
                Assert.Equal("[\"-" + inside + "\"]", Render("[\"-{{ parameter }}\"]", TemplatePlace.Json, value));
            }
            finally
            {
                CultureInfo.CurrentCulture = before;
            }
        }
    }

    [Theory]
    [InlineData("[{{ for x in event.x }}{{ x }}{{ if !for.last }},{{ end }}{{ end }}]", "[1,2,3]")]
    [InlineData("{{ if event.x }}{ \"a\": \"{{ event.x[0] }}\"{{ else }}[{{ end }} }", "{ \"a\": \"1\" }")]
    [InlineData("[{{ capture c }}\"{{ event.y }}\"{{ end }}{{ c }}, \"{{ c }}\"]", "[\"\\\"q\\\"\\\"\", \"\\\"q\\\"\\\"\"]")]
    [InlineData("{{ func f(a) }}\"f\": {{ a }}{{ end }}{ {{ f event.y }} }", "{ \"f\": \"q\\\"\" }")]
    [InlineData("[{{ x = 5 }}{{ x + 1 }}]", "[6]")]
    [InlineData("[{{ raw(\"1, 2\") }}]", "[1, 2]")]
    [InlineData("[{{ event.x | array.size }}, {{ length event.x }}, {{ event.x.size }}]", "[3, 3, 3]")]
    [InlineData("[{{ event.x | array.reverse }}, {{ event.x | array.join \"-\" }}]", "[[3,2,1], \"1-2-3\"]")]
    [InlineData("[{{ object.to_json event.y }}, \"{{ toJson event.x }}\"]", "[\"\\\"q\\\\\\\"\\\"\", \"[1,2,3]\"]")]
    [InlineData("[1 {{- if event.y -}} , 2 {{- end -}} ]", "[1, 2]")]
    [InlineData("{%{[\"{{\"]}%}", "[\"{{\"]")]
    [InlineData("[{{ with event }}{{ y }}{{ end }}]", "[\"q\\\"\"]")]
    public void ATemplateGivesJson(string text, string json)
    {
        var rendered = CompiledTemplate.Compile(text, TemplatePlace.Json).Render(Scope(Parsed("[1,2,3]"), "q\""));
        Assert.Equal(json, rendered);
        Parsed(rendered);
    }

    [Theory]
    [InlineData("[{{ for x in event.x }}{{ x }},{{ end }}]", 40)]
    [InlineData("[{{ for x in event.x }}{{ x }}{{ end }}]", 26)]
    [InlineData("[{{ event.x }}", 13)]
    [InlineData("{ {{ event.x }}: 1 }", 5)]
    [InlineData("[{{ raw(\"]\") }}]", 15)]
    [InlineData("\"\\{{ event.y }}\"", 5)]
    public void WhatIsNoJsonIsNotSent(string text, int offset)
    {
        var template = CompiledTemplate.Compile(text, TemplatePlace.Json);
        var fault = Assert.Throws<TemplateFaultException>(() => template.Render(Scope(Parsed("[1,2]"), "n")));
        Assert.Equal(offset, fault.Offset);
    }

    [Fact]
    public void LargeTextIsEscapedInTime()
    {
        var large = string.Concat(Enumerable.Repeat(EscapingTests.Hostile, 100_000 / EscapingTests.Hostile.Length));
        var json = Parsed(Render("[\"{{ event.x }}\"]", TemplatePlace.Json, large));
        Assert.Equal(large, json[0].GetString());
    }
}
