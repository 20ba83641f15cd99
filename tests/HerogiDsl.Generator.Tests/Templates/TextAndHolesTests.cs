using System.Reflection;
using System.Text.Json;
using HerogiDsl.Generator.Tests.Support;
using HerogiDsl.Runtime.Hosting;
using HerogiDsl.Runtime.Templates;
using Microsoft.Extensions.Configuration;

namespace HerogiDsl.Generator.Tests.Templates;

/// <summary>Templates of text and holes are written by generated code, byte for byte as Scriban would; the rest is Scriban's.</summary>
public sealed class TextAndHolesTests
{
    private const string Declarations = """
        namespace T
        enum Colour { Red, DarkGreen }
        record Inner { name: string  maybe: string?  count: int }
        event Go {
          which: int  s: string  maybeS: string?  n: int  maybeN: int?  d: decimal  maybeD: decimal?  b: bool  maybeB: bool?
          at: datetime  maybeAt: datetime?  day: date  span: duration  maybeSpan: duration?
          colour: Colour  maybeColour: Colour?  thirdColour: Colour?
          inner: Inner  other: Inner?  list: string[] = []  data: json?
        }
        connection Api { url "https://x.example" }
        connection Mail smtp { url "smtp://localhost" }
        scenario S {
          session s: string
          session maybeS: string?
          session maybeN: int?
          session inner: Inner
          session colour: Colour
          aggregate total = sum(Go.d) over 7d
          aggregate most = max(Go.at) over 7d
          start {
            on Go do {
              set s = event.s  set maybeS = event.maybeS  set maybeN = event.maybeN  set inner = event.inner  set colour = event.colour
            } -> Here
          }
          state Here {
        """;

    private static readonly DateTimeOffset Now = new(2026, 3, 4, 5, 6, 7, 890, TimeSpan.Zero);
    private static readonly TemplateRenderer Renderer = new(new ApplicationSettings(new ConfigurationBuilder().Build()));

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(300)]
    [InlineData(4711)]
    public void GeneratedCodeAndScribanGiveTheSameBytesAndTheSameFaults(int seed)
    {
        var random = new Random(seed);
        var templates = Enumerable.Range(0, 80).Select(_ => RandomTemplate.Make(random)).ToArray();
        var module = Build(templates).LoadModule();
        var scenario = module.Scenarios.Single();
        var definitions = scenario.GetType().GetFields(BindingFlags.Static | BindingFlags.NonPublic)
            .Where(field => field.FieldType == typeof(TemplateDefinition))
            .OrderBy(field => field.MetadataToken)
            .Select(field => (TemplateDefinition)field.GetValue(null)!)
            .ToArray();
        Assert.Equal(templates.Select(template => (template.Use, template.Text)), definitions.Select(each => (each.Use, each.Text)));

        var (faults, lengths) = (0, 0L);
        for (var which = 0; which < templates.Length; which++)
        {
            for (var round = 0; round < 12; round++)
            {
                var @event = Read(module, RandomValues.Event(random, which));
                var before = Read(module, RandomValues.Event(random, which));
                var written = Told(() => Step(scenario, before, @event, templates[which]));
                var rendered = Told(() => Render(definitions[which], before, @event));
                Assert.True(written == rendered, $"seed {seed}, {templates[which]}: '{written}' is not '{rendered}'");
                faults += written.StartsWith("fault", StringComparison.Ordinal) ? 1 : 0;
                lengths += written.Length;
            }
        }

        Assert.InRange(faults, 20, 900);
        Assert.True(lengths > 20_000);
    }

    [Theory]
    [InlineData("{{ event.s }}")]
    [InlineData("a {{- session.inner.name ~}} b")]
    [InlineData("{{ meta.timestamp }}{{ps}}")]
    [InlineData("{%{ {{ }%}{{ event.colour }}")]
    public void TextAndHolesAreWrittenByGeneratedCode(string template)
    {
        var code = CodeOf(new RandomTemplate(TemplateUse.Text, template));

        Assert.Contains("TemplateWriter.Begin(", code, StringComparison.Ordinal);
        Assert.DoesNotContain("context.Render", code, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{ if event.b }}{{ event.s }}{{ end }}")]
    [InlineData("{{ for item in event.list }}{{ item }}{{ end }}")]
    [InlineData("{{ upper(event.s) }}")]
    [InlineData("{{ event.s | upper }}")]
    [InlineData("{{ raw(event.s) }}")]
    [InlineData("{{ event.n + 1 }}")]
    [InlineData("{{ (event.s) }}")]
    [InlineData("{{ event.s; event.s }}")]
    [InlineData("{{ x = event.s }}{{ x }}")]
    [InlineData("{{ event.list }}")]
    [InlineData("{{ event.list[0] }}")]
    [InlineData("{{ event.inner }}")]
    [InlineData("{{ event.data }}")]
    [InlineData("{{ event.data.deep }}")]
    [InlineData("{{ event.other?.name }}")]
    [InlineData("{{ config.host }}")]
    [InlineData("{{ \"text\" }}")]
    [InlineData("{{ now }}")]
    public void WhatDoesMoreIsLeftToScriban(string template)
    {
        var code = CodeOf(new RandomTemplate(TemplateUse.Text, template));

        Assert.Contains("context.Render(", code, StringComparison.Ordinal);
        Assert.DoesNotContain("TemplateWriter", code, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ {{ event.s }}: 1 }")]
    [InlineData("{ \"a\": {{ event.inner }} }")]
    public void AJsonHoleThatIsNoScalarValueIsLeftToScriban(string template) =>
        Assert.DoesNotContain("TemplateWriter", CodeOf(new RandomTemplate(TemplateUse.Json, template)), StringComparison.Ordinal);

    private static TestProject Build(params RandomTemplate[] templates)
    {
        var taken = templates.Select((_, which) =>
            $"    on Go when event.which == {which} do {{ run t{which}(event.s, event.maybeN) }} -> stay");
        var actions = templates.Select((template, which) => $"  action t{which}(ps: string, pn: int?) {{ {template.Statement} }}");
        string[] text = [Declarations, .. taken, "  }", .. actions, "}"];
        return new TestProject(("t.herogi", string.Join('\n', text)));
    }

    private static string CodeOf(RandomTemplate template) => Build(template).Generated("T.S.g.cs");

    private static IEvent Read(ScenarioModule module, string json)
    {
        using var document = JsonDocument.Parse(json);
        return module.Events.Single(descriptor => descriptor.Name == "Go").Read(document.RootElement);
    }

    private static string? Step(IScenario scenario, IEvent before, IEvent @event, RandomTemplate template)
    {
        using var begun = NewContext();
        var state = scenario.Step(null, Trigger.ForEvent(before), begun).State;
        using var context = NewContext();
        scenario.Step(state, Trigger.ForEvent(@event), context);
        return template.Shown(context);
    }

    private static string? Render(TemplateDefinition definition, IEvent before, IEvent @event)
    {
        using var context = NewContext();
        TemplateValue[] session =
        [
            .. new[] { "s", "maybeS", "maybeN", "inner", "colour" }.Select(name => new TemplateValue(name, Member(before, name))),
            new("total", context.Aggregates.Decimal("total")),
            new("most", context.Aggregates.DateTime("most")),
        ];
        TemplateValue[] parameters = [new("ps", Member(@event, "s")), new("pn", Member(@event, "maybeN"))];
        return definition.Use is TemplateUse.Query or TemplateUse.Form
            ? context.RenderOptional(definition, @event, session, parameters)
            : context.Render(definition, @event, session, parameters);
    }

    private static object? Member(IEvent @event, string name)
    {
        Assert.True(((ITemplateObject)@event).TryGetMember(name, out var value));
        return value;
    }

    private static string Told(Func<string?> render)
    {
        try
        {
            return render() is { } text ? "text " + text : "left out";
        }
        catch (ScenarioFaultException fault)
        {
            return $"fault {fault.Position}: {fault.Message}";
        }
    }

    private static StepContext NewContext() => new(new StepInputs(
        "S", "session/1", "Here", Now.AddDays(-1), Now, Now.AddHours(-1), "Go", static _ => null, Renderer)
    {
        Aggregates = static name => name == "total" ? 12.50m : null,
    });
}
