using HerogiDsl.Templates.Syntax;

namespace HerogiDsl.Templates.Tests.Checking;

public sealed class JsonCheckTests
{
    public static TheoryData<string> Sound => new(
        "{}",
        " [] ",
        "\"x\"",
        "12",
        "-0.5e+3",
        "{{ event }}",
        "{ \"properties\": { \"name\": \"{{ session.customer.companyName }}\" } }",
        "{ \"properties\": { \"name\": \"{{ event.companyName }}\""
        + "{{ if event.website }},\n \"website\": \"{{ event.website }}\"{{ end }} } }",
        "{ \"filterGroups\": [{ \"filters\": [ { \"propertyName\": \"name\", \"operator\": \"EQ\", \"value\": \"{{ session.x }}\" } ]}] }",
        "{ \"a\": {{ event.a }}, \"b\": [{{ event.b }}, true, null] }",
        "{ {{ event.key }}: {{ event.value }} }",
        "{ \"{{ event.key }}\": 1, \"a-{{ event.key }}\": 2 }",
        "[{{ for x in event.items }}{{ x }}{{ if !for.last }},{{ end }}{{ end }}]",
        "[{{ for x in event.items }}{{ if for.index > 0 }}, {{ end }}{ \"n\": \"{{ x.name }}\" }{{ end }}]",
        "[{{ for x in event.items }}{{ x }},{{ end }}0]",
        "[{{ for x in event.items }}{{ x }},{{ end }}]",
        "{{ if event.a }}{ \"a\": 1 }{{ else if event.b }}[]{{ else }}null{{ end }}",
        "{ {{ if event.a }}\"a\": 1{{ if event.b }}, \"b\": 2{{ end }}{{ end }} }",
        "{ {{ if event.a }}\"a\": 1{{ end }}{{ if event.a }}, \"b\": 2{{ end }} }",
        "{ {{ if event.a }}\"a\": 1,{{ end }}{{ if !event.a }}\"c\": 1,{{ end }} \"b\": 2 }",
        "{ {{ if event.a }}\"a\": 1{{ end }}{{ if event.a && event.b }},{{ end }}{{ if event.b }}\"b\": 2{{ end }} }",
        "{{ x = 5 }}{{ # nothing }}[{{ x }}]",
        "{{ case event.a }}{{ when 1 }}1{{ else }}2{{ end }}",
        "{{ capture x }}{ not json{{ event.a }}{{ end }}[\"{{ x }}\"]",
        "{{ func f(x) }}\"a\": {{ x }}{{ end }}{ {{ f 5 }} }",
        "{ \"a\": {{ raw(event.json) }} }",
        "{ {{ raw(event.members) }} }",
        "{{ if event.a }}[1]{{ ret }}{{ end }}[2]",
        "[1 {{- if event.a -}} , 2 {{- end -}} ]",
        "[{{ for x in event.items }}{{ if x.skip }}{{ continue }}{{ end }}{{ x }}{{ break }}{{ end }}]",
        "{{ if !event.x }}{{ fail \"no x\" }}{{ end }}{ \"x\": {{ event.x }}{{ if event.y }}{{ fail(\"y\") }}{{ end }} }",
        "{{ if true }}[{{ else }}{{ end }}]",
        "[{{ for x in event.items }}{ \"a\" 1 }{{ end }}]",
        "{ \"a\": {{ for x in event.items }}{{ x }}{{ end }} }",
        "\"\\u00e9\\n\\\"{{ event.a }}\"",
        "{{ for x in event.items }}[{{ end }}1{{ for x in event.items }}]{{ end }}");

    public static TheoryData<string, int> Broken => new()
    {
        { "", 0 },
        { " ", 0 },
        { "{ \"a\": 1", 7 },
        { "{ \"a\": 1, }", 10 },
        { "[1, 2,]", 6 },
        { "{ 'a': 1 }", 2 },
        { "{ \"a\" 1 }", 6 },
        { "{ \"a\": tru }", 10 },
        { "{ \"a\": 01 }", 8 },
        { "{ \"a\": \"x\ny\" }", 9 },
        { "{} x", 3 },
        { "{ \"a\": 1 {{ event.b }} }", 9 },
        { "{ \"a\": {{ event.b }}{{ event.c }} }", 20 },
        { "{ \"a\": 1{{ event.b }} }", 8 },
        { "\"\\{{ event.b }}\"", 2 },
        { "{ \"name\": \"x\"{{ if event.w }} \"website\": 1{{ end }} }", 30 },
        { "{ \"name\": \"x\", {{ if event.w }}\"website\": 1{{ end }} }", 53 },
        { "{ {{ if event.a }}\"a\": 1,{{ end }} }", 35 },
        { "{{ if event.a }}{}{{ end }}", 26 },
        { "{{ if event.a }}[1{{ else }}[2]{{ end }}", 39 },
        { "{{ case event.a }}{{ when 1 }}1{{ end }}", 39 },
        { "[{{ for x in event.items }}{{ x }},{{ end }}", 43 },
        { "{ \"a\": {{ for x in event.items }}{{ x }} {{ end }}, }", 52 },
        { "[{{ if event.a }}1{{ end }}{{ if event.b }},2{{ end }}]", 43 },
        { "{ \"a\": \"{{ event.a }} }", 22 },
        { "{{ x = 1 }}{ {{ if x }}\"a\": 1{{ end }}{{ x = 0 }}{{ if x }}, \"b\": 2{{ end }} }", 59 },
    };

    [Theory]
    [MemberData(nameof(Sound))]
    public void WhatIsSoundOnEveryPathIsNoError(string text)
    {
        var errors = TemplateParser.Parse(text, TemplatePlace.Json).Errors;
        Assert.DoesNotContain(errors, error => error.Kind != TemplateErrorKind.RawInPlace);
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void APathThatBreaksIsToldWhereItBreaks(string text, int offset)
    {
        var error = Assert.Single(TemplateParser.Parse(text, TemplatePlace.Json).Errors);
        Assert.Equal((TemplateErrorKind.Json, offset), (error.Kind, error.Span.Start));
        Assert.NotNull(error.Hint);
        Assert.Empty(TemplateParser.Parse(text, TemplatePlace.Text).Errors);
    }

    [Fact]
    public void AHoleKnowsWhetherItStandsInAString()
    {
        var template = TemplateParser.Parse(
            "{ \"a\": \"{{ event.a }}\", \"b\": {{ event.b }}{{ if event.c }}, \"c\": \"x{{ event.c }}\"{{ end }} }", TemplatePlace.Json);
        var inside = template.All().OfType<HoleNode>().ToDictionary(
            hole => ((MemberExpr)hole.Value).Name, hole => hole.InsideJsonString);
        Assert.Equal((true, false, true), (inside["a"], inside["b"], inside["c"]));
    }

    [Fact]
    public void ManyIfsAreCheckedInTime()
    {
        var members = string.Concat(Enumerable.Range(0, 60).Select(i => $"{{{{ if event.x{i} }}}}\"a{i}\": {i},{{{{ end }}}}"));
        var twice = string.Concat(Enumerable.Range(0, 30).Select(i => $"{{{{ if event.x{i} }}}}\"a{i}\": {i},{{{{ end }}}}"));
        Assert.Empty(TemplateParser.Parse("{ " + members + "\"z\": 1}", TemplatePlace.Json).Errors);
        Assert.Single(TemplateParser.Parse("{ " + members + "}", TemplatePlace.Json).Errors);
        Assert.Empty(TemplateParser.Parse("{ " + twice + twice + "\"z\": 1}", TemplatePlace.Json).Errors);
    }

    [Fact]
    public void TheMessageNamesThePath()
    {
        var error = Assert.Single(TemplateParser.Parse("{ {{ if event.a }}\"a\": 1,{{ end }} }", TemplatePlace.Json).Errors);
        Assert.Equal("no well-formed JSON goes on with '}' here, where 'event.a' holds", error.Message);
        Assert.Equal("expected a member's name in double quotes", error.Hint);
    }
}
