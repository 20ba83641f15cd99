using System.Diagnostics;
using System.Text;
using HerogiDsl.Compiler.Diagnostics;

namespace HerogiDsl.Compiler.Tests.Robustness;

/// <summary>Very much of anything gives diagnostics too, through the whole compiler, and in time.</summary>
public sealed class LimitTests
{
    // With `HEROGI_LARGEST` as many bytes as that says, up to the 4 MiB of the largest file.
    private static readonly int Largest = int.Parse(
        Environment.GetEnvironmentVariable("HEROGI_LARGEST") ?? "400000", System.Globalization.CultureInfo.InvariantCulture);

    // A second on a machine of its own; the machine that runs the tests has other things to do.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData("{")]
    [InlineData("}")]
    [InlineData("(")]
    [InlineData("[")]
    [InlineData("\"")]
    [InlineData("\"\"\"\n")]
    [InlineData("/*")]
    [InlineData("// herogi disable HRG0001\n")]
    [InlineData("/// doc\n")]
    [InlineData("\\")]
    [InlineData(";")]
    [InlineData("; ")]
    [InlineData("@\n")]
    [InlineData("a")]
    [InlineData("a ")]
    [InlineData("a\n")]
    [InlineData("1 ")]
    [InlineData("9")]
    [InlineData("1.5 ")]
    [InlineData("1h30m ")]
    [InlineData("1h")]
    [InlineData("5xx ")]
    [InlineData("'x' ")]
    [InlineData("\"x\" ")]
    [InlineData("\"\\q\" ")]
    [InlineData("\"\"\"\nx\n\"\"\"\n")]
    [InlineData("-> ")]
    [InlineData(". ")]
    [InlineData("event\n")]
    [InlineData("event ")]
    [InlineData("session.x ")]
    [InlineData("set x = \n")]
    [InlineData("on X when (\n")]
    [InlineData("scenario A {\n")]
    [InlineData("state A {\n")]
    [InlineData("}\n")]
    [InlineData("&& ")]
    [InlineData("\0")]
    [InlineData("\uD83D")]
    [InlineData("\uD83D\uDE00 ")]
    [InlineData("\u202E\u05D0 ")]
    [InlineData("\u2028")]
    public void VeryMuchOfOnePieceIsToldInTime(string piece)
    {
        foreach (var before in new[] { "", "event Go\nscenario S {\n start { on Go -> A }\n state A {\n" })
        {
            var text = before + new StringBuilder().Insert(0, piece, (Largest - 200) / Encoding.UTF8.GetByteCount(piece));
            var watch = Stopwatch.StartNew();
            Diagnostic[] told = [];
            Project.OnASmallStack(() => told = [.. new Project("large", [("a.herogi", text)]).Compile()]);
            Assert.InRange(watch.Elapsed, TimeSpan.Zero, Patience);
            Assert.InRange(told.Count(found => found.Id.StartsWith("HRG0", StringComparison.Ordinal)), 0, 101);
        }
    }

    [Fact]
    public void AfterAHundredMistakesOfTextOneLineSaysSo()
    {
        var told = Told(string.Concat(Enumerable.Range(0, 150).Select(number => $"event {number} {{ }}\nevent E{number}\n")) + "scenario Lost { }");
        Assert.Equal(101, told.Length);
        Assert.All(told, found => Assert.Equal("HRG0001", found.Id));
        Assert.Equal("100 mistakes in the text of this file are told above, and no more of them", told[^1].Message);
        Assert.Equal(200, told[^1].Location.Start.Line);
    }

    [Fact]
    public void AHundredMistakesAreAllTold()
    {
        var told = Told(string.Concat(Enumerable.Range(0, 100).Select(number => $"event {number} {{ }}\n")));
        Assert.Equal(100, told.Length);
        Assert.DoesNotContain(told, found => found.Message.Contains("100 mistakes", StringComparison.Ordinal));
    }

    [Fact]
    public void WhatStandsBehindThemIsNotMissedElsewhere()
    {
        var broken = string.Concat(Enumerable.Range(0, 150).Select(number => $"event {number}\n")) + "event Go\n";
        var told = new Project("two", [("a.herogi", broken), ("b.herogi", "scenario Flow { start { on Go -> Done } end Done }")]).Compile();
        Assert.DoesNotContain(told, found => found.Location.Path == "b.herogi");
    }

    [Fact]
    public void EachFileHasAHundredOfItsOwn()
    {
        var broken = string.Concat(Enumerable.Range(0, 150).Select(number => $"event {number}\n"));
        var told = new Project("two", [("a.herogi", broken), ("b.herogi", broken)]).Compile();
        Assert.Equal(101, told.Count(found => found.Location.Path == "a.herogi"));
        Assert.Equal(101, told.Count(found => found.Location.Path == "b.herogi"));
    }

    [Theory]
    [InlineData("set n = ", "(", "1", ")")]
    [InlineData("set n = ", "-", "1", "")]
    [InlineData("set n = ", "if true then 1 else ", "1", "")]
    [InlineData("set n = ", "abs(", "1", ")")]
    [InlineData("set n = 1", " + 1", "", "")]
    [InlineData("set n = 1", " ?? 1", "", "")]
    [InlineData("set yes = ", "not ", "true", "")]
    [InlineData("set yes = true", " and true", "", "")]
    [InlineData("set any = ", "{ a: ", "1", " }")]
    [InlineData("set any = ", "[", "1", "]")]
    [InlineData("set any = session.any", ".a", "", "")]
    [InlineData("set any = session.any", "[0]", "", "")]
    [InlineData("", "if session.yes { ", "log \"x\"", " }")]
    public void TwoHundredLevelsGoThroughTheWholeCompilerAndOneMoreIsRefused(string before, string open, string inner, string close)
    {
        Assert.DoesNotContain(Deep(198, before, open, inner, close), found => found.Id == "HRG0005");
        Assert.Single(Deep(202, before, open, inner, close), found => found.Id == "HRG0005");
        Assert.Single(Deep(60_000, before, open, inner, close), found => found.Id == "HRG0005");
    }

    [Theory]
    [InlineData("{{ if event.yes }}", "x", "{{ end }}")]
    [InlineData("{{ for x in event.list }}", "x", "{{ end }}")]
    [InlineData("{{ ", "(event.name)", " }}")]
    [InlineData("{{ (", "event.name", ") }}")]
    [InlineData("{{ event.name | upper", "", " }}")]
    public void TemplatesNestAsDeepAsTheyLike(string open, string inner, string close)
    {
        foreach (var levels in new[] { 10, 300, 20_000 })
        {
            var text = Repeat(open, levels) + inner + Repeat(close, levels);
            Project.OnASmallStack(() => new Project(
                "deep",
                [
                    ("a.herogi", "event Go { name: string  yes: bool  list: string[] }\nscenario S { start { on Go do { log file \"a.txt\" } -> A } end A }"),
                    ("a.txt", text),
                ]).Compile());
        }
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData("\n")]
    public void LineEndsMakeNoDifference(string end)
    {
        foreach (var project in Project.All)
        {
            var same = project with { Files = [.. project.Files.Select(file => (file.Path, file.Content.ReplaceLineEndings(end)))] };
            Assert.Equal(Lines(project), Lines(same));
        }

        static IEnumerable<string> Lines(Project project) =>
            project.Compile().Select(found => $"{found.Location.Path} {found.Id} {found.Location.Start}");
    }

    private static Diagnostic[] Told(string text) => [.. new Project("one", [("a.herogi", text)]).Compile()];

    private static Diagnostic[] Deep(int levels, string before, string open, string inner, string close)
    {
        var text = before + Repeat(open, levels) + inner + Repeat(close, levels);
        Diagnostic[] told = [];
        Project.OnASmallStack(() => told = Told(
            "event Go\nscenario S {\n session n: int = 0\n session yes: bool = true\n session any: json?\n start { on Go -> A }\n"
            + $" state A {{\n{text}\n on Go -> B\n }}\n end B\n}}"));
        return told;
    }

    private static string Repeat(string text, int count) => new StringBuilder().Insert(0, text, count).ToString();
}
