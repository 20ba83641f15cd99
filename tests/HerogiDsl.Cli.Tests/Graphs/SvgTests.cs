using System.Xml.Linq;
using HerogiDsl.Compiler.Graphs;

namespace HerogiDsl.Cli.Tests.Graphs;

/// <summary>Pictures as SVG.</summary>
public sealed class SvgTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly Picture Small = new(
        "Small",
        "A small one.",
        [
            new PictureNode("start", PictureNodeKind.Start, "", []),
            new PictureNode("Waiting", PictureNodeKind.State, "Waits <long>.", ["http get Api \"/a\""]),
            new PictureNode("Gone", PictureNodeKind.End, "", []),
            new PictureNode("anywhere", PictureNodeKind.Anywhere, "", ["defer X"]),
        ],
        [
            new PictureArrow(0, 1, IsTimer: false, IsStay: false, [new PictureLabel("Begin", null, [])]),
            new PictureArrow(1, 1, IsTimer: false, IsStay: true, [new PictureLabel("X", "event.n < 3", ["set n"])]),
            new PictureArrow(1, 2, IsTimer: true, IsStay: false, [new PictureLabel("after 1h", null, [])]),
            new PictureArrow(3, 2, IsTimer: false, IsStay: false, [new PictureLabel("Quit", null, [])]),
        ]);

    [Fact]
    public void TheStartIsADotAndAnEndHasTwoFrames()
    {
        var picture = XDocument.Parse(SvgGraph.Write([Small]));

        Assert.Single(Of(picture, "start").Elements(Svg + "circle"));
        Assert.Equal(2, Of(picture, "end").Elements(Svg + "rect").Count());
        Assert.Single(Of(picture, "state").Elements(Svg + "rect"));
        Assert.Single(Of(picture, "anywhere").Elements(Svg + "rect"));
    }

    [Fact]
    public void OnlyTimersAreDashed()
    {
        var text = SvgGraph.Write([Small]);
        var picture = XDocument.Parse(text);

        Assert.Equal("after 1h", Of(picture, "timer").Element(Svg + "title")?.Value);
        Assert.Equal(3, picture.Descendants(Svg + "g").Count(HasClass("event")));
        Assert.Contains(".timer .line { stroke: #b45309; stroke-dasharray: 6 4 }", text, StringComparison.Ordinal);
    }

    [Fact]
    public void GuardsAndWhatIsDoneStandAtTheArrow()
    {
        var words = XDocument.Parse(SvgGraph.Write([Small])).Descendants(Svg + "tspan")
            .Select(span => span.Value);

        Assert.Contains("X", words);
        Assert.Contains("\u00a0when event.n < 3", words);
        Assert.Contains("set n", words);
        Assert.Contains("\u00a0· stay", words);
    }

    [Fact]
    public void NoTextLeansOnBlanksThatViewersDrop() => Assert.DoesNotContain(
        XDocument.Parse(SvgGraph.Write([Pictures.Random(seed: 11, mostStates: 20)])).Descendants()
            .Where(element => element.Name == Svg + "text" || element.Name == Svg + "tspan"),
        text => text.Value.StartsWith(' '));

    [Fact]
    public void DocumentationIsATooltip() => Assert.Equal(
        "Waiting\nWaits <long>.", Of(XDocument.Parse(SvgGraph.Write([Small])), "state").Element(Svg + "title")?.Value);

    [Fact]
    public void ThereIsADarkThemeToo() =>
        Assert.Contains("prefers-color-scheme: dark", SvgGraph.Write([Small]), StringComparison.Ordinal);

    [Fact]
    public void NastyTextsAreEscaped()
    {
        var text = SvgGraph.Write([Pictures.OfNastyTexts()]);
        var picture = XDocument.Parse(text);

        Assert.DoesNotContain(picture.Descendants(), element => element.Name.LocalName == "script");
        Assert.Contains(
            picture.Descendants(Svg + "title"),
            title => title.Value.Contains("<script>alert(1)</script> & &amp; &lt; ]]> <!-- -->", StringComparison.Ordinal));
    }

    [Fact]
    public void SeveralScenariosStandBelowEachOther()
    {
        var picture = XDocument.Parse(SvgGraph.Write([Small, Pictures.Random(seed: 3, mostStates: 9)]));

        Assert.Equal(["Small", "Random3"], picture.Descendants(Svg + "text").Where(HasClass("title")).Select(text => text.Value));
    }

    [Fact]
    public void TheSameScenarioGivesTheSamePicture() => Assert.Equal(
        SvgGraph.Write([Pictures.Random(seed: 5, mostStates: 30)]), SvgGraph.Write([Pictures.Random(seed: 5, mostStates: 30)]));

    private static XElement Of(XDocument picture, string look) =>
        Assert.Single(picture.Descendants(Svg + "g"), element => HasClass(look)(element));

    private static Func<XElement, bool> HasClass(string look) => element => (string?)element.Attribute("class") == look;
}
