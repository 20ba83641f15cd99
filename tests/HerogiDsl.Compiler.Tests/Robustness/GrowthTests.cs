using HerogiDsl.Compiler.CSharp;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Symbols;

namespace HerogiDsl.Compiler.Tests.Robustness;

/// <summary>Four times the text is four times the work: counted in bytes that are allocated, which no other load changes.</summary>
public sealed class GrowthTests
{
    private const int Few = 400;
    private const double MostTimes = 5;

    private const string Scenario = "event Go\nscenario S {\n session n: int = 0\n start { on Go -> A0 }\n";
    private const string State = Scenario + " state A0 {\n";

    public static TheoryData<string> Kinds => [.. Texts.Keys];

    private static readonly Dictionary<string, Func<int, string>> Texts = new(StringComparer.Ordinal)
    {
        ["states"] = many => Scenario + Many(many, i => $" state A{i} {{ on Go -> A{i + 1} }}\n") + $" end A{many}\n}}",
        ["states that send"] = many => Scenario
            + Many(many, i => $" state A{i} {{ send Go {{ }} on Go -> A{i + 1} }}\n") + $" end A{many}\n}}",
        ["transitions"] = many => State + Many(many, i => $"on Go when session.n == {i} -> A0\n") + "}}",
        ["transitions of anywhere"] = many => State + "}\n end B\n anywhere {\n"
            + Many(many, i => $"on Go when session.n == {i} -> B\n") + "}}",
        ["timers"] = many => State + Many(many, i => $"after {i + 1}m when session.n == {i} -> A0\n") + "}}",
        ["timers, each sooner"] = many => State + Many(many, i => $"after {many - i}m -> A0\n") + "}}",
        ["ways for an answer"] = many => "event Asked from http\nconnection C { url \"https://c.test\" }\n" + State
            + "http get C \"/a\" returns Asked\n"
            + Many(many, i => $"on Asked when event.statusCode == {400 + (i % 100)} and session.n == {i} -> A0\n") + "}}",
        ["answers that lead on"] = many => "event Asked from http\nconnection C { url \"https://c.test\" }\n" + Scenario
            + Many(many, i => $" state A{i} {{ http get C \"/a\" returns Asked\n on Asked -> A{i + 1} }}\n") + $" end A{many}\n}}",
        ["statements"] = many => State + Many(many, _ => "set n = session.n + 1\n") + " on Go -> stay }}",
        ["logs"] = many => State + Many(many, i => $"log \"{i} {{{{ session.n }}}}\"\n") + " on Go -> stay }}",
        ["a long log"] = many => State + "log \"" + Many(many * 20, _ => "x") + "\"\n on Go -> stay }}",
        ["holes of one template"] = many => State + "log \"" + Many(many, _ => "{{ session.n }} ") + "\"\n on Go -> stay }}",
        ["session data"] = many => "event Go\nscenario S {\n" + Many(many, i => $" session a{i}: int\n")
            + " start { on Go -> A }\n state A {\n" + Many(many, i => $"set a{i} = {i}\n") + " on Go -> B }\n end B\n}",
        ["scenarios"] = many => "event Go\n" + Many(many, i => $"scenario S{i} {{ start {{ on Go -> D }} end D }}\n"),
        ["scenarios with an error each"] = many => "event Go\n" + Many(many, i => $"scenario S{i} {{ start {{ on No -> D }} end D }}\n"),
        ["records within records"] = many => "record R0 { a: int }\n" + Many(many, i => $"record R{i + 1} {{ a: R{i} }}\n"),
        ["actions"] = many => State + Many(many, i => $"run a{i}\n") + " on Go -> stay }\n"
            + Many(many, i => $" action a{i} {{ set n = {i} }}\n") + "}",
        ["runs with a parameter"] = many => State + Many(many, i => $"run a({i})\n")
            + " on Go -> stay }\n action a(x: int) { set n = x }\n}",
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void FourTimesTheTextIsFourTimesTheWork(string kind)
    {
        var text = Texts[kind];
        Allocated(text(20));
        var (some, more) = (Allocated(text(Few)), Allocated(text(4 * Few)));
        Assert.True(more < some * MostTimes, FormattableString.Invariant($"{kind}: {some} bytes of {Few}, {more} of {4 * Few}"));
    }

    [Theory]
    [InlineData("record R0 { a: int }\n", "record R{1} {{ a: R{0} }}\n", "")]
    [InlineData("action a0 { log \"x\" }\n", "action a{1} {{ run a{0} }}\n", "")]
    [InlineData("action a0 { log \"x\" }\n", "action a{1} {{ run a{0} run a{0} }}\n", "")]
    [InlineData(Scenario, " state A{0} {{ send Go {{ }} on Go -> A{1} }}\n", " end A10000\n}")]
    public void WhatLeadsThroughAWholeFileExhaustsNothing(string before, string piece, string after)
    {
        var text = before + Many(10_000, i => string.Format(System.Globalization.CultureInfo.InvariantCulture, piece, i, i + 1)) + after;
        Project.OnASmallStack(() => Told(text));
    }

    [Fact]
    public void TwoHundredActionsWithinEachOtherAreRunAndMoreAreRefused()
    {
        Assert.DoesNotContain(Told(Nested(198)), found => found.Id == "HRG0005");
        var deep = Assert.Single(Told(Nested(210)), found => found.Id == "HRG0005");
        Assert.Contains("is nested deeper than 200 levels", deep.Message, StringComparison.Ordinal);

        static string Nested(int many) => State + $"run a{many}\n on Go -> stay }}\n action a0 {{ log \"x\" }}\n"
            + Many(many, i => $" action a{i + 1} {{ run a{i} }}\n") + "}";
    }

    [Fact]
    public void ActionsThatMultiplyAreToldOnceAndAreNoErrorWhereTheyComeToLittle()
    {
        Assert.DoesNotContain(Told(Doubling(10)), found => found.Id == "HRG0005");
        var much = Assert.Single(Told(Doubling(60)), found => found.Id == "HRG0005");
        Assert.Contains("come to more than 20000 statements", much.Message, StringComparison.Ordinal);

        static string Doubling(int many) => State + $"run a{many}\n on Go -> stay }}\n action a0 {{ log \"x\" }}\n"
            + Many(many, i => $" action a{i + 1} {{ run a{i} run a{i} }}\n") + "}";
    }

    [Fact]
    public void TakenNamesAreNumberedFromTwoOn()
    {
        var names = new NumberedNames("a", "a3");
        Assert.Equal(["a2", "a4", "b", "a5"], new[] { "a", "a", "b", "a" }.Select(names.Take));
        Assert.Equal("a6", new NumberedNames(names, ["c"]).Take("a"));
        Assert.Equal("c2", new NumberedNames(names, ["c"]).Take("c"));
    }

    [Fact]
    public void ARoundIsToldWithoutWhatLeadsToIt()
    {
        var rounds = new List<string>();
        var ways = new Dictionary<int, int[]> { [1] = [2], [2] = [3], [3] = [4, 2], [4] = [] };
        new RoundSearch<int, int>(node => node, node => ways[node], (path, closing) => rounds.Add(string.Join(" ", path) + " " + closing)).Visit(1);
        Assert.Equal(["2 3 2"], rounds);
    }

    [Fact]
    public void AmongVeryManyNamesTheFirstMistakesStillTellWhatThereIs()
    {
        var told = Told(Scenario + Many(3000, i => $" state A{i} {{ on Go -> B{i} }}\n") + "}").Where(found => found.Id == "HRG1001").ToArray();
        Assert.Equal(3000, told.Length);
        Assert.Contains("its states are", told[0].Hint, StringComparison.Ordinal);
        Assert.Null(told[^1].Hint);
    }

    private static long Allocated(string text)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Told(text);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static Diagnostic[] Told(string text) => [.. new Project("growing", [("a.herogi", text)]).Compile()];

    private static string Many(int many, Func<int, string> piece) => string.Concat(Enumerable.Range(0, many).Select(piece));
}
