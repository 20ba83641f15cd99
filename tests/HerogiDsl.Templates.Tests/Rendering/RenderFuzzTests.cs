using CsCheck;
using static HerogiDsl.Templates.Tests.Rendering.TestValues;

namespace HerogiDsl.Templates.Tests.Rendering;

public sealed class RenderFuzzTests
{
    private static readonly string[] Expressions =
    [
        "event.x", "event.y", "event", "session.x[0]", "event.x.a?.b", "event[\"x\"]", "parameter", "null", "1.5",
        "\"s\"", "[1, event.x]",
        "{ a: event.x }", "upper event.x", "event.x | string.upcase", "event.x | array.join \",\"", "event.x | array.first", 
        "raw(event.x)",
        "toJson event", "object.to_json event.x", "event.x == event.y", "event.x + event.y", "event.x * 3", "now", "date.now.year",
        "date.to_string event.x \"%Y\"", "event.x ?? 1", "event.x ? 1 : 2", "for.index", "a", "a = event.x", "a++", "event.x.size",
        "event.x | string.size", "1..event.x", "ret event.x", "object.keys event", "object.typeof event.x", "event.x | math.round 1",
        "$0", "this", "string", "event.x | object.default 1", "object.from_json event.x", "event.x | string.slice 1", "-event.x",
        "event.x | array.sort", "event.x | array.map \"a\"", "event.x.empty?", "$\"a{event.x}\"", "event.x | html.escape",
    ];

    private static readonly string[] Frames =
    [
        "{0}", "a/{0}", "\"{0}\"", "[{0}, {0}]", 
        "{{{{ if event.x }}}}{0}{{{{ else }}}}x{{{{ end }}}}", 
        "{{{{ for i in event.x }}}}{0},{{{{ end }}}}",
        "{{{{ capture a }}}}{0}{{{{ end }}}}{{{{ a }}}}", "{{{{ func f }}}}{0}{{{{ end }}}}{{{{ f }}}}", 
        "{{{{ with event }}}}{0}{{{{ x }}}}{{{{ end }}}}",
        "{{{{ case event.x }}}}{{{{ when event.y }}}}{0}{{{{ end }}}}",
    ];

    private static readonly object?[] Data =
    [
        null, "", "text", EscapingTests.Hostile, "..", "\ud800", 5L, 2.5m, true, Now, new DateOnly(2024, 1, 1), TimeSpan.FromDays(1), 
        Parsed("[1,[2],{\"a\":null}]"),
        Parsed("{\"a\":{\"b\":[]},\"size\":3}"), Parsed("null"), new List<object?> { "b", "a", null }, new List<object?>(),
    ];

    private static readonly Gen<(string Text, TemplatePlace Place, object? X, object? Y)> Case =
        from frame in Gen.Int[0, Frames.Length - 1]
        from expression in Gen.Int[0, Expressions.Length - 1]
        from place in Gen.Int[0, 13]
        from x in Gen.Int[0, Data.Length - 1]
        from y in Gen.Int[0, Data.Length - 1]
        select (Text(frame, expression), (TemplatePlace)place, Data[x], Data[y]);

    [Fact]
    public void ARenderGivesItsTextOrAFault()
    {
        var rendered = 0;
        Case.Check(
            one =>
            {
                try
                {
                    var text = CompiledTemplate.Compile(one.Text, one.Place).Render(Scope(one.X, one.Y));
                    rendered++;
                    if (one.Place == TemplatePlace.Json)
                    {
                        Parsed(text);
                    }
                }
                catch (TemplateFaultException fault)
                {
                    Assert.InRange(fault.Offset, 0, one.Text.Length);
                    Assert.DoesNotContain("Scriban", fault.Message, StringComparison.Ordinal);
                    Assert.DoesNotContain("HerogiDsl", fault.Message, StringComparison.Ordinal);
                }
            },
            count: 20_000);
        Assert.True(rendered > 5_000);
    }

    private static string Text(int frame, int expression) => Frames[frame]
        .Replace("{{{{", "\u0001", StringComparison.Ordinal).Replace("}}}}", "\u0002", StringComparison.Ordinal)
        .Replace("{0}", "{{ " + Expressions[expression] + " }}", StringComparison.Ordinal)
        .Replace("\u0001", "{{", StringComparison.Ordinal).Replace("\u0002", "}}", StringComparison.Ordinal);
}
