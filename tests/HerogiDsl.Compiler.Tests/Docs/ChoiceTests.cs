using HerogiDsl.Compiler.Tests.Support;

namespace HerogiDsl.Compiler.Tests.Docs;

/// <summary>What the manual of the language says of its choices, as far as the compiler decides it.</summary>
public sealed class ChoiceTests
{
    private const string Frame = """
        event E { n: int  s: string  day: date  d: duration  j: json  maybe: json?  event: string  in: int }
        event Left
        connection Web { url "https://example.com" }
        action greet { log "hello" }
        action useAll(text: string, data: json, day: date?) {
          run greet
          http get Web "/{{ text }}" { query "data": "{{ data }}" query "day": "{{ day }}" }
        }
        scenario S {
          session text: string = ""
          session data: json = parseJson("{}")
          session when: date?
          start { on E -> A }
          state A {
            $
            on Left do { run useAll(session.text, session.data, session.when) } -> Done
          }
          end Done
        }
        """;

    [Theory]
    [InlineData("run greet")]
    [InlineData("set text = event.maybe")]
    [InlineData("set text = event.maybe.a[3].b")]
    [InlineData("set when = event.day + event.d")]
    [InlineData("set when = event.day + 1w")]
    [InlineData("set text = event.event + text(event.in)")]
    [InlineData("set text = text(null)")]
    [InlineData("log \"{{ event.j.a.b.c }} {{ raw(event.s) }}\"")]
    [InlineData("http put Web \"/\" { json \"\"\"\n  { \"a\": {{ event.j }} }\n  \"\"\" }")]
    [InlineData("http put Web \"?a={{ event.s }}\"")]
    [InlineData("exit { log \"a\" }")]
    [InlineData("defer E")]
    public void IsTaken(string item) => Assert.Empty(Diagnose(item));

    [Theory]
    [InlineData("log file \"\"\"\n  a.txt\n  \"\"\"", "HRG0001")]
    [InlineData("run greet()", "HRG0001")]
    [InlineData("set data = event.maybe", "HRG2003")]
    [InlineData("set when = event.day + 12h", "HRG2001")]
    [InlineData("set text = min(\"a\", \"b\")", "HRG2001")]
    [InlineData("if event.j == event.maybe { }", "HRG2001")]
    [InlineData("if event.n and true { }", "HRG2001")]
    [InlineData("if event.n { }", "HRG2004")]
    [InlineData("http put Web \"/\" { json \"\"\"\n  { \"a\": {{ raw(event.s) }} }\n  \"\"\" }", "HRG4006")]
    [InlineData("log \"{{ date.now | date.to_string '%d' }} {{ include 'a' }}\"", "HRG4003")]
    [InlineData("if firstMatch(event.s, \"(?=a)\") is null { }", "HRG0003")]
    public void IsRefused(string item, string id) => Assert.Equal([id], Diagnose(item));

    [Fact]
    public void NestingIsCountedWithinAnItem()
    {
        static string Deep(int levels) => $"if {new string('(', levels)}true{new string(')', levels)} {{ }}";

        Assert.Empty(Diagnose(string.Join("\n", Enumerable.Repeat(Deep(150), 10))));
        Assert.Equal(["HRG0005"], Diagnose(Deep(201)));
    }

    private static IEnumerable<string> Diagnose(string item) => Compilation
        .Diagnose(Frame.Replace("$", item, StringComparison.Ordinal))
        .Select(diagnostic => diagnostic.Id);
}
