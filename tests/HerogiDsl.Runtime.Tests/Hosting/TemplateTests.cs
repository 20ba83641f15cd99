using System.Text.Json;
using HerogiDsl.Runtime.Hosting;
using HerogiDsl.Runtime.Templates;
using Microsoft.Extensions.Configuration;

namespace HerogiDsl.Runtime.Tests.Hosting;

public sealed class TemplateTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    private static readonly ApplicationSettings Settings = new(new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["HerogiDsl:Config:host"] = "acme" }).Build());

    private static string? Render(TemplateUse use, string text, bool isOptional = false)
    {
        var renderer = new TemplateRenderer(Settings);
        using var context = new StepContext(new StepInputs(
            "Crm", "s-1", "Here", Now, Now, Now, "Go", Settings.FindConfig, renderer));
        var template = new TemplateDefinition(use, text, new SourcePosition("a.herogi", 10, 5), 4);
        var json = JsonSerializer.Deserialize<JsonElement>("""{"name":"A\"b","list":[1,2.5,{"x":null}],"no":null}""");
        TemplateValue[] session =
        [
            new("json", json),
            new("names", EquatableList.Create<string>(["x", "y"])),
            new("map", EquatableMap.Create<long>([KeyValuePair.Create("k", 5L)])),
            new("count", 3L),
            new("price", 2.50m),
            new("when", Now),
            new("day", new DateOnly(2026, 3, 4)),
            new("nothing", null),
        ];
        TemplateValue[] parameters = [new("who", "you & me")];
        return isOptional
            ? context.RenderOptional(template, new Scenarios.Said("Go", "tüxt"), session, parameters)
            : context.Render(template, new Scenarios.Said("Go", "tüxt"), session, parameters);
    }

    [Theory]
    [InlineData("{{ event.text }} {{ who }} {{ meta.sessionId }} {{ meta.event }} {{ config.host }}", "tüxt you & me s-1 Go acme")]
    [InlineData("{{ session.json.name }} {{ session.json.missing.deep }}|{{ session.json.list[1] }} {{ session.json.list[9] }}|", "A\"b |2.5 |")]
    [InlineData("{{ for name in session.names }}{{ name }},{{ end }}", "x,y,")]
    [InlineData("{{ session.map.k }} {{ session.map.none }}|{{ session.count + 1 }} {{ session.price }}", "5 |4 2.50")]
    [InlineData("{{ length(session.names) }} {{ length(session.json.list) }} {{ upper(event.text) }} {{ join(session.names, \"-\") }}", "2 3 TÜXT x-y")]
    [InlineData("{{ max(session.count, 7) }} {{ round(session.price, 0) }} {{ firstMatch(\"id: 42\", \"(\\\\d+)\") }} {{ replace(\"aXa\", \"X\", \"b\") }}", "7 3 42 aba")]
    [InlineData("{{ dateIn(session.when, \"Europe/Berlin\") }} {{ hourIn(session.when, \"Europe/Berlin\") }} {{ weekdayIn(session.when, \"UTC\") }}", "2026-03-04 6 3")]
    [InlineData("{{ toJson(session.json.list) }} {{ text(session.count) }} {{ contains(session.names, \"x\") }} {{ contains(\"abc\", \"d\") }}", "[1,2.5,{\"x\":null}] 3 true false")]
    [InlineData("{{ number(\"4.5\") }} {{ parseJson(\"{\\\"a\\\":1}\").a }} {{ split(\"a,b\", \",\")[1] }} {{ whole(session.price) }} {{ abs(0 - 2) }}", "4.5 1 b 2 2")]
    public void ATemplateSeesTheValuesAndFunctionsOfTheLanguage(string text, string expected) =>
        Assert.Equal(expected, Render(TemplateUse.Text, text));

    [Fact]
    public void AJsonTemplateWritesWholeValues() => Assert.Equal(
        """{"name":"A\"b!","all":[1,2.5,{"x":null}],"names":["x","y"],"n":null,"m":{"k":5}}""",
        Render(
            TemplateUse.Json,
            """{"name":"{{ session.json.name }}!","all":{{ session.json.list }},"names":{{ session.names }},"n":{{ session.nothing }},"m":{{ session.map }}}"""));

    [Fact]
    public void AQueryParameterThatIsOneNullIsLeftOut()
    {
        Assert.Null(Render(TemplateUse.Query, "{{ session.nothing }}", isOptional: true));
        Assert.Equal("a", Render(TemplateUse.Query, "a{{ session.nothing }}", isOptional: true));
    }

    [Theory]
    [InlineData("line\n{{ config.none }}", "'config.none' is not configured", 11)]
    [InlineData("line\n{{ fail(\"stop\") }}", "stop", 11)]
    [InlineData("x{{ round(event.text, 1) }}", "takes a number", 10)]
    public void AFaultTellsItsPlace(string text, string message, int line)
    {
        var fault = Assert.Throws<ScenarioFaultException>(() => Render(TemplateUse.Text, text));
        Assert.Contains(message, fault.Message);
        Assert.Equal(line, fault.Position?.Line);
    }
}
