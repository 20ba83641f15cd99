using HerogiDsl.Compiler.Formatting;
using HerogiDsl.Compiler.Tests.Parsing;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Tests.Formatting;

/// <summary>What the common style looks like.</summary>
public sealed class StyleTests
{
    [Fact]
    public void TheExampleOfTheLanguageIsInTheCommonStyle() =>
        Assert.Equal(Given.Corpus("crm.herogi"), Formatted.Of(Given.Corpus("crm.herogi")));

    [Fact]
    public void TheSamplesAreInTheCommonStyle() => Assert.All(
        Formatted.SourceFiles().Where(path => path.Replace('\\', '/').Contains("/samples/", StringComparison.Ordinal)),
        path =>
        {
            var content = File.ReadAllText(path).ReplaceLineEndings("\n");
            Assert.Equal(content, Formatted.Of(content));
        });

    [Theory]
    [InlineData("event A{x:int y:string?,z:map<map<int?>>[]=[]}", "event A { x: int  y: string?, z: map<map<int?>>[] = [] }\n")]
    [InlineData("enum Plan{Free,Pro,}", "enum Plan { Free, Pro, }\n")]
    [InlineData("record R{\nx:int\n\n\n\ny as\"z\":int=-5}", "record R {\n  x: int\n\n  y as \"z\": int = -5\n}\n")]
    [InlineData("event A from http as B[]", "event A from http as B[]\n")]
    [InlineData("record R { }", "record R {}\n")]
    [InlineData("namespace A.B\nusing C . D\nevent E", "namespace A.B\nusing C.D\n\nevent E\n")]
    [InlineData("event A event B\n\n\nevent C", "event A\nevent B\n\nevent C\n")]
    [InlineData("event A\nevent B {\nx: int }\nevent C", "event A\n\nevent B {\n  x: int\n}\n\nevent C\n")]
    [InlineData("// top\n\n\n\n/// about A\nevent A // behind\n// last", "// top\n\n/// about A\nevent A // behind\n// last\n")]
    [InlineData("event A {\n\n // only\n\n}", "event A {\n  // only\n}\n")]
    [InlineData("", "")]
    [InlineData("\n\n", "")]
    [InlineData("// alone", "// alone\n")]
    public void DeclarationsAreSpacedEvenly(string before, string after) => Assert.Equal(after, Formatted.Of(before));

    [Theory]
    [InlineData("set x=- 1+f( a ,b [ 0 ] )*( c-2 )", "set x = -1 + f(a, b[0]) * (c - 2)")]
    [InlineData("set x={a:1,b:[ ]  c:{ }}", "set x = { a: 1, b: []  c: {} }")]
    [InlineData("set x=a?.b??c . d", "set x = a?.b ?? c.d")]
    [InlineData("set x=if a then 1 else 2 set y=not b", "set x = if a then 1 else 2\n    set y = not b")]
    [InlineData("set x=a in 1..5 or b not in 4xx", "set x = a in 1..5 or b not in 4xx")]
    [InlineData("set x=a<b and c>d", "set x = a < b and c > d")]
    [InlineData(
        "a:http get C \"/x\" returns R{idempotent header\"a\":\"b\"}",
        "a: http get C \"/x\" returns R { idempotent  header \"a\": \"b\" }")]
    [InlineData("run a( 1,2 )\nrun b", "run a(1, 2)\n    run b")]
    [InlineData("if a{log\"x\"}else if b{}else{log\"y\"}", "if a { log \"x\" } else if b {} else { log \"y\" }")]
    [InlineData("if a{log\"x\"}else{\nlog\"y\"}", "if a {\n      log \"x\"\n    } else {\n      log \"y\"\n    }")]
    [InlineData("send E{a:1}to S for x", "send E { a: 1 } to S for x")]
    [InlineData("schedule E(x)in 3d", "schedule E (x) in 3d")]
    [InlineData("on A from b when c do{set x=1}->D", "on A from b when c do { set x = 1 } -> D")]
    [InlineData("every\"0 9 * * *\"zone\"UTC\"->stay", "every \"0 9 * * *\" zone \"UTC\" -> stay")]
    [InlineData("exit{log\"x\"}defer A,B", "exit { log \"x\" }\n    defer A, B")]
    public void StatementsAreSpacedEvenly(string before, string after) => Assert.Equal(
        $"scenario S {{\n  state A {{\n    {after}\n  }}\n}}\n", Formatted.Of($"scenario S {{\nstate A {{\n{before}}}}}"));

    [Fact]
    public void WhatIsTooLongIsBroken() => Assert.Equal(
        """
        scenario S {
          state A {
            http post Connection "/a/path/that/goes/on/and/on/and/on/and/on/and/on/and/on/and/on/and/on/and/on/and/on"
              returns Answered { idempotent  key "{{ session.key }}" }
            set name = firstMatch(session.first, "x") ?? firstMatch(session.second, "x") ?? firstMatch(session.third, "x")
            set other = firstMatch(session.first, "xx")
              ?? firstMatch(session.second, "xx")
              ?? firstMatch(session.third, "xxxxxxxx")
            set value = {
              first: session.firstOfAllTheNames
              second: session.secondOfAllTheNames
              third: session.thirdOfAllTheNames,
              fourth: 4
            }
            on Found when event.ok and length(event.body.results) > 0
              do { set companyId = event.body.results[0].id } -> CustomerRegister
            on Found when event.ok and length(event.body.results) > 0 do {
              set companyId = event.body.results[0].id
              set companyName = event.body.results[0].companyNameOfTheResult
            } -> CustomerRegister
            on Found when event.ok -> X
          }
        }

        """,
        Formatted.Of("""
        scenario S { state A {
        http post Connection "/a/path/that/goes/on/and/on/and/on/and/on/and/on/and/on/and/on/and/on/and/on/and/on" returns Answered { idempotent key "{{ session.key }}" }
        set name = firstMatch(session.first, "x") ?? firstMatch(session.second, "x") ?? firstMatch(session.third, "x")
        set other = firstMatch(session.first, "xx") ?? firstMatch(session.second, "xx") ?? firstMatch(session.third, "xxxxxxxx")
        set value = { first: session.firstOfAllTheNames second: session.secondOfAllTheNames third: session.thirdOfAllTheNames, fourth: 4 }
        on Found when event.ok and length(event.body.results) > 0 do { set companyId = event.body.results[0].id } -> CustomerRegister
        on Found when event.ok and length(event.body.results) > 0 do {
        set companyId = event.body.results[0].id set companyName = event.body.results[0].companyNameOfTheResult } -> CustomerRegister
        on Found
          when event.ok
          -> X
        } }
        """));

    [Fact]
    public void ARawBlockMovesWithItsStatementAndKeepsItsText()
    {
        const string Before = "scenario S { state A {\nhttp post C \"/\" {\n"
            + "json \"\"\"\n\t  {\n\t    \"a\": 1  \n\n\t  }\n\t  \"\"\" } } }";

        var after = Formatted.Of(Before);

        Assert.Equal(Formatted.Meaning(Before), Formatted.Meaning(after));
        Assert.Contains(
            "      json \"\"\"\n        {\n          \"a\": 1  \n\n        }\n        \"\"\"\n    }\n", after, StringComparison.Ordinal);
    }

    [Fact]
    public void ArrowsBelowEachOtherStaySo()
    {
        const string Sound = """
            scenario S {
              state A {
                on E when event.ok -> B
                on Longer          -> C
                on F -> D
              }
            }

            """;

        Assert.Equal(Sound, Formatted.Of(Sound));
        Assert.Equal(Sound, Formatted.Of(Sound.Replace("    on", "       on", StringComparison.Ordinal)));
        var renamed = Sound.Replace("Longer  ", "LongerX ", StringComparison.Ordinal);
        Assert.Equal(renamed, Formatted.Of(renamed));
    }

    [Theory]
    [InlineData("event A\nevent B\n", "event A\nevent B\n")]
    [InlineData("event A\r\nevent B\r\n", "event A\r\nevent B\r\n")]
    [InlineData("event A\r\nevent B\n", "event A\nevent B\n")]
    [InlineData("event A\revent B", "event A\nevent B\n")]
    public void LineEndsAreLfUnlessAllAreCrLf(string before, string after) => Assert.Equal(after, Formatted.Of(before));

    [Fact]
    public void ATextWithAMistakeInItsSyntaxIsLeftAlone()
    {
        var formatted = HerogiFormatter.Format(new SourceText("a.herogi", "event {"));

        Assert.Null(formatted.Content);
        Assert.NotEmpty(formatted.Diagnostics);
    }
}
