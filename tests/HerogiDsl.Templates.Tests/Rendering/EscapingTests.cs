using System.Text.Json;
using CsCheck;
using static HerogiDsl.Templates.Tests.Rendering.TestValues;

namespace HerogiDsl.Templates.Tests.Rendering;

public sealed class EscapingTests
{
    public const string Hostile = "a\"b\\c\n\r\t\u2028\u2029\0</script>'&<>{{ event.y }}\u007f😀é\u0085";

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String,
        Gen.String["\"\\{}[],:\u2028\n\r\t<>&'%/.?#é\ud83d\ude00"],
        Gen.Const(Hostile));

    [Fact]
    public void AnyStringsGiveJsonThatHoldsThem()
    {
        var template = CompiledTemplate.Compile(
            "{ \"name-a\": \"{{ event.x }}\", \"name-b\": {{ event.y }}, "
            + "\"name-c\": [\"-{{ session.x }}-{{ event.y }}\"], "
            + "{{ event.x }}: 1, \"k{{ event.y }}\": 2"
            + "{{ if event.x == event.y }}, \"same\": true{{ end }}, "
            + "\"name-l\": {{ [event.x, event.y] }}, \"name-o\": {{ {m: event.x} }} }",
            TemplatePlace.Json);
        Gen.Select(Text, Text).Check(pair =>
        {
            var (x, y) = pair;
            using var json = JsonDocument.Parse(template.Render(Scope(x, y)));
            var root = json.RootElement;
            return root.GetProperty("name-a").GetString() == Sound(x)
                && root.GetProperty("name-b").GetString() == Sound(y)
                && root.GetProperty("name-c")[0].GetString() == "-" + Sound(x) + "-" + Sound(y)
                && root.EnumerateObject().Any(member => member.Name == Sound(x))
                && root.EnumerateObject().Any(member => member.Name == "k" + Sound(y))
                && root.TryGetProperty("same", out _) == (x == y)
                && root.GetProperty("name-l")[1].GetString() == Sound(y)
                && root.GetProperty("name-o").GetProperty("m").GetString() == Sound(x);
        });
    }

    [Fact]
    public void AnyStringIsOneSegmentAndOneValue()
    {
        var path = CompiledTemplate.Compile("/a/{{ event.x }}/b?c={{ event.x }}", TemplatePlace.Path);
        Text.Where(text => text is not ("." or "..")).Check(text =>
        {
            var uri = new Uri("https://example.org" + path.Render(Scope(text)));
            return uri.Host == "example.org"
                && uri.AbsolutePath.Split('/').Length == 4
                && Uri.UnescapeDataString(uri.AbsolutePath.Split('/')[2]) == Sound(text)
                && Uri.UnescapeDataString(uri.Query["?c=".Length..]) == Sound(text)
                && uri.Fragment.Length == 0;
        });
    }

    [Fact]
    public void AnyStringIsTextInHtml()
    {
        var html = CompiledTemplate.Compile("<p title=\"{{ event.x }}\" lang='{{ event.x }}'>{{ event.x }}</p>", TemplatePlace.Html);
        Text.Check(text =>
        {
            var rendered = html.Render(Scope(text));
            return rendered.Count(letter => letter == '<') == 2
                && rendered.Count(letter => letter == '"') == 2
                && rendered.Count(letter => letter == '\'') == 2
                && System.Net.WebUtility.HtmlDecode(rendered).Contains(text.Replace('\0', '\uFFFD'), StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData(TemplatePlace.Text)]
    [InlineData(TemplatePlace.Body)]
    [InlineData(TemplatePlace.Log)]
    [InlineData(TemplatePlace.Plain)]
    public void TextIsAsItIs(TemplatePlace place)
    {
        Assert.Equal("<" + Hostile + ">", Render("<{{ event.x }}>", place, Hostile));
        var large = string.Concat(Enumerable.Repeat(Hostile, 100_000 / Hostile.Length));
        Assert.Equal(large, Render("{{ event.x }}", place, large));
    }

    [Theory]
    [InlineData(TemplatePlace.Header)]
    [InlineData(TemplatePlace.Key)]
    [InlineData(TemplatePlace.Subject)]
    [InlineData(TemplatePlace.Address)]
    public void LineBreaksAreRefused(TemplatePlace place)
    {
        foreach (var hostile in new[] { "a\rb", "a\nb", "a\r\nBcc: x", "a\0b", "a\u2028b", "a\u0085b", "\n", "\v", "\f" })
        {
            Assert.Equal(5, Fault("x {{ event.x }}", place, hostile).Offset);
            Assert.Contains("line break", Fault("x {{ raw(event.x) }}", place, hostile).Message, StringComparison.Ordinal);
        }

        Assert.Equal("x a\tb é \"'<>\\%", Render("x {{ event.x }}", place, "a\tb é \"'<>\\%"));
    }

    [Fact]
    public void AnEmptyKeyIsAFault()
    {
        Assert.Contains("empty", Fault("{{ event.x }}", TemplatePlace.Key, "").Message, StringComparison.Ordinal);
        Assert.Contains("empty", Fault("{{ event.x }}", TemplatePlace.Key, " ").Message, StringComparison.Ordinal);
        Assert.Equal("", Render("{{ event.x }}", TemplatePlace.Header, ""));
    }

    [Theory]
    [InlineData("/a/{{ event.x }}", "..")]
    [InlineData("/a/{{ event.x }}/b", ".")]
    [InlineData("/a/{{ event.x }}{{ event.x }}/b", ".")]
    [InlineData("/a/.{{ event.x }}?q", ".")]
    [InlineData("/a/{{ raw(event.x) }}", "..")]
    public void DataDoesNotClimbOutOfAPath(string text, string value)
    {
        Assert.Contains("leads elsewhere", Fault(text, TemplatePlace.Path, value).Message, StringComparison.Ordinal);
        Assert.NotEmpty(Render(text, TemplatePlace.Path, value + "x"));
    }

    [Theory]
    [InlineData("/a?x={{ event.x }}", "..", "/a?x=..")]
    [InlineData("/a/{{ event.x }}", "../b", "/a/..%2Fb")]
    [InlineData("/a/{{ event.x }}", "a b+c%2F", "/a/a%20b%2Bc%252F")]
    [InlineData("/a/{{ raw(event.x) }}", "b/c", "/a/b/c")]
    [InlineData("/{{ event.x }}", "é~-._", "/%C3%A9~-._")]
    public void AValueIsOneSegment(string text, string value, string path)
    {
        Assert.Equal(path, Render(text, TemplatePlace.Path, value));
    }

    [Fact]
    public void AUrlBeginsWithAUrl()
    {
        Assert.Equal("/a/%EF%BF%BDb", Render("/a/{{ event.x }}", TemplatePlace.Path, "\ud800b"));
        Assert.Equal("https://example.org/a%2Fb", Render("{{ config.url }}/{{ event.x }}", TemplatePlace.Url, "a/b"));
        Assert.Equal("https://a%2Fb", Render("https://{{ event.x }}", TemplatePlace.Url, "a/b"));
    }

    [Theory]
    [InlineData(TemplatePlace.Query)]
    [InlineData(TemplatePlace.Form)]
    public void AParameterThatIsNullIsLeftOut(TemplatePlace place)
    {
        Assert.Null(RenderOptional("{{ event.x }}", place, null));
        Assert.Equal("", RenderOptional("{{ event.x }}", place, ""));
        Assert.Equal("a", RenderOptional("a{{ event.x }}", place, null));
        Assert.Equal("a%26b%3D", RenderOptional("{{ event.x }}", place, "a&b="));
        Assert.Equal("", RenderOptional("{{ event.x }}", TemplatePlace.Text, null));
    }

    [Theory]
    [InlineData(TemplatePlace.Path)]
    [InlineData(TemplatePlace.Header)]
    [InlineData(TemplatePlace.Key)]
    [InlineData(TemplatePlace.Address)]
    [InlineData(TemplatePlace.Url)]
    public void NullIsAFaultWhereSomethingMustStand(TemplatePlace place)
    {
        var fault = Fault("/{{ event.x }}", place, null);
        Assert.Equal(4, fault.Offset);
        Assert.StartsWith("'event.x' is null", fault.Message, StringComparison.Ordinal);
        Assert.NotEmpty(Render("/{{ event.x ?? \"b\" }}", place, null));
    }

    private static string Sound(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()));
}
