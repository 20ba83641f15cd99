using HerogiDsl.Generator.Tests.Support;

namespace HerogiDsl.Generator.Tests;

/// <summary>What the step function does with what the language promises.</summary>
public sealed class BehaviourTests
{
    private const string Signup = """
        { "email": "Ada@acme.io", "address": { "street_name": "Main", "unknown": 1 }, "lines": [{ "sku": "s", "price": "1.5" }],
          "labels": { "a": "b" }, "extra": { "items": [{ "count": 4 }] }, "age": 40, "since": "2026-01-02T03:04:05+01:00",
          "plan": "PRO" }
        """;

    private static ScenarioModule Module() =>
        new TestProject(("Everything.herogi", TestProject.Resource("Everything.herogi"))).LoadModule();

    [Fact]
    public void AStartComputesDefaultsJudgesAndEnters()
    {
        var everything = new Stepper(Module(), "Everything");

        Assert.Equal(StepOutcome.Moved, everything.Send("Signup", Signup));
        Assert.Equal("Plan", everything.StateName);
        Assert.Contains("\"email\":\"ada@acme.io\"", everything.StateJson, StringComparison.Ordinal);
        Assert.Contains("\"choice\":\"pro\"", everything.StateJson, StringComparison.Ordinal);
        Assert.Contains("\"count\":4", everything.StateJson, StringComparison.Ordinal);
        Assert.Contains("\"tags\":[\"a\",\"b\"]", everything.StateJson, StringComparison.Ordinal);
        Assert.Contains("\"zip\":null", everything.StateJson, StringComparison.Ordinal);
    }

    [Fact]
    public void EffectsStandInTheOrderWritten()
    {
        var everything = new Stepper(Module(), "Everything");
        everything.Send("Signup", Signup);

        Assert.Equal(
            [typeof(EmailMessage), typeof(HttpCall), typeof(HttpCall), typeof(SendEvent), typeof(SendEvent)],
            everything.Effects.Select(effect => effect.GetType()));
        var ask = Assert.IsType<HttpCall>(everything.Effects[1]);
        Assert.StartsWith("/things/", ask.Path, StringComparison.Ordinal);
        Assert.Contains("&q%20%26%20a=", ask.Path, StringComparison.Ordinal);
        Assert.EndsWith("&fixed=a%20b", ask.Path, StringComparison.Ordinal);
        Assert.True(ask.IsIdempotent);
        Assert.Equal("ask", ask.Label);
        var count = Assert.IsType<HttpCall>(everything.Effects[2]);
        Assert.Equal(("application/x-www-form-urlencoded", true), (count.ContentType, count.IsIdempotent));
        Assert.StartsWith("email=", count.Body, StringComparison.Ordinal);
        Assert.NotNull(count.Key);
        var sent = Assert.IsType<SendEvent>(everything.Effects[4]);
        Assert.Equal(("Other", "Everything", "somebody"), (sent.Event.EventName, sent.Scenario, sent.SessionId));
    }

    [Fact]
    public void AStayKeepsTheVisitAndChangesItsData()
    {
        var everything = new Stepper(Module(), "Everything");
        everything.Send("Signup", Signup);

        Assert.Equal(
            StepOutcome.Stayed,
            everything.Answer("Listed", 200, """[{ "sku": "x1", "count": 3, "price": 2.5 }]""", label: "ask"));
        Assert.Contains("\"total\":7.5", everything.StateJson, StringComparison.Ordinal);
        Assert.Contains("\"choice\":\"a,b x1\"", everything.StateJson, StringComparison.Ordinal);
        Assert.Empty(everything.Effects);
    }

    [Fact]
    public void AnAnswerToAnotherStatementIsNotTaken()
    {
        var everything = new Stepper(Module(), "Everything");
        everything.Send("Signup", Signup);

        Assert.Equal(StepOutcome.Ignored, everything.Answer("Listed", 200, "[]", label: "other"));
    }

    [Fact]
    public void ATimerWhoseGuardFailsIsSpent()
    {
        var shared = new Stepper(Module(), "Everything");
        shared.Send("Email", """{ "email": "e" }""");

        Assert.Equal(3, shared.Context.Timers.Count);
        Assert.Equal(TimeSpan.FromDays(30), shared.Context.Timers[2].Delay);
    }

    [Fact]
    public void ExitRunsBeforeTheTransition()
    {
        var shared = new Stepper(Module(), "Shared");
        shared.Send("Other", """{ "email": "e", "count": 2 }""");
        Assert.Equal("""{"mail":"e","count":2}""", shared.StateJson);

        Assert.Equal(StepOutcome.Moved, shared.Send("Ping"));
        Assert.Equal(["pinged"], shared.Context.Logs);
        Assert.Equal("""{"mail":"{0}2","count":2}""", shared.StateJson);
    }

    [Theory]
    [InlineData("""{ "email": 5 }""", "field 'email' of event 'Other' is '5', wanted a string; field 'count' of event 'Other' is missing")]
    [InlineData("""{ "email": "e", "count": "abc" }""", "field 'count' of event 'Other' is 'abc', wanted an int")]
    [InlineData("""{ "email": null, "count": "7" }""", "field 'email' of event 'Other' is null, which it may not be")]
    [InlineData("[]", "event 'Other' is a list, wanted an object")]
    public void AllThatIsWrongWithAnEventIsTold(string json, string message)
    {
        var shared = new Stepper(Module(), "Shared");

        var exception = Assert.Throws<EventFormatException>(() => shared.Event("Other", json));
        Assert.Equal(message, exception.Message);
    }

    [Fact]
    public void ABrokenScenarioStillGivesItsTypes()
    {
        var project = new TestProject(("a.herogi", """
            namespace A
            event Go { wrong: Nothing  right: string }
            scenario Broken { start { on Go -> Here } state Here { on Go -> Nowhere } }
            """)).WithCSharp("namespace A; class User { Broken.State? state; Broken.Here? here; object? Right(Go go) => go.Right; }");

        Assert.Contains(project.Run().Diagnostics, diagnostic => diagnostic.Id == "HRG1001");
        Assert.DoesNotContain(
            project.CSharpDiagnostics(), diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
    }

    [Fact]
    public void AnAnswerMayBeKeptAsSessionData()
    {
        var kept = new Stepper(new TestProject(("a.herogi", """
            event Go
            event Told from http
            connection C { url "https://c" }
            scenario Keeps {
              session last: Told?
              start { on Go -> Asking }
              state Asking { http get C "/" returns Told  on Told do { set last = event } -> stay }
            }
            """)).LoadModule(), "Keeps");
        kept.Send("Go");
        kept.Answer("Told", 418, "teapot");
        using var json = System.Text.Json.JsonDocument.Parse(kept.StateJson);

        Assert.Contains("teapot", kept.StateJson, StringComparison.Ordinal);
        Assert.Equal(kept.State, kept.Scenario.ReadState("Asking", json.RootElement));
    }
}
