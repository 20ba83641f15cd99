using System.Text.Json;
using HerogiDsl.Values;

namespace HerogiDsl.Generator.Tests;

/// <summary>What generated code is made of.</summary>
public sealed class ValuesTests
{
    [Fact]
    public void ListsAndMapsAreEqualByValue()
    {
        EquatableList<string> list = ["a", "b"];
        var map = EquatableMap.Create<long>([new("a", 1), new("b", 2)]);

        Assert.True(list == (EquatableList<string>)["a", "b"]);
        Assert.True(list != (EquatableList<string>)["b", "a"]);
        Assert.True(map == EquatableMap.Create<long>([new("b", 2), new("a", 1)]));
        Assert.False(map == EquatableMap.Create<long>([new("a", 1)]));
        Assert.True(EquatableMap.IgnoringCase<string>([new("Retry-After", "1")]).ContainsKey("retry-after"));
    }

    [Fact]
    public void AnIndexOutOfRangeFaults()
    {
        EquatableList<string> list = ["a"];

        Assert.Equal("a", Functions.Item(list, 0));
        var fault = Assert.Throws<ScenarioFaultException>(() => Functions.Item(list, 1));
        Assert.Equal("index 1 is out of range: the list has 1 items", fault.Message);
    }

    [Theory]
    [InlineData("/a", "/a?x=1")]
    [InlineData("/a?", "/a?x=1")]
    [InlineData("/a?b=2", "/a?b=2&x=1")]
    public void ParametersGoBehindThePath(string path, string url)
    {
        Assert.Equal(url, UrlParameters.AddTo(path, [new("x", "1"), new("y", null)]));
        Assert.Equal(path, UrlParameters.AddTo(path, [new("y", null)]));
    }

    [Fact]
    public void JsonIsReadLenientlyAndConvertedStrictly()
    {
        using var document = JsonDocument.Parse("""{ "a": [{ "b": "7" }], "n": null }""");
        var json = document.RootElement;

        Assert.Null(JsonValues.Member(json, "n"));
        Assert.Null(JsonValues.Item(JsonValues.Member(json, "a"), 3));
        var item = JsonValues.Member(JsonValues.Item(JsonValues.Member(json, "a"), 0), "b");
        Assert.Equal(7, JsonValues.ConvertOptionalValue(item, JsonRead.Int, "x.b"));
        var fault = Assert.Throws<ScenarioFaultException>(() => JsonValues.Convert(json, JsonRead.Int, "event.body"));
        Assert.Equal("'event.body' is an object, wanted an int", fault.Message);
    }

    [Fact]
    public void TimesAreOfTheirZone()
    {
        var time = new DateTimeOffset(2026, 3, 28, 23, 30, 0, TimeSpan.Zero);

        Assert.Equal(new DateOnly(2026, 3, 29), TimeFunctions.DateIn(time, "Europe/Berlin"));
        Assert.Equal(0, TimeFunctions.HourIn(time, "Europe/Berlin"));
        Assert.Equal(7, TimeFunctions.WeekdayIn(time, "Europe/Berlin"));
        Assert.Equal(
            new DateTimeOffset(2026, 3, 29, 3, 30, 0, TimeSpan.FromHours(2)),
            TimeFunctions.At(new DateOnly(2026, 3, 29), "02:30", "Europe/Berlin"));
        Assert.Throws<ScenarioFaultException>(() => TimeFunctions.HourIn(time, "Nowhere/Atall"));
        Assert.Throws<ScenarioFaultException>(() => TimeFunctions.Add(new DateOnly(2026, 1, 1), TimeSpan.FromHours(3)));
    }

    [Theory]
    [InlineData("x 42 y", @"(\d+)", "42")]
    [InlineData("x 42 y", @"\d+", "42")]
    [InlineData("x y", @"\d+", null)]
    public void AFirstMatchIsGroupOneOrAll(string text, string regex, string? match) =>
        Assert.Equal(match, TextFunctions.FirstMatch(text, regex));
}
