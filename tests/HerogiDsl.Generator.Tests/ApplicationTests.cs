using HerogiDsl.Generator.Tests.Support;
using Microsoft.CodeAnalysis;

namespace HerogiDsl.Generator.Tests;

/// <summary>What the application does for scenarios, and the aggregates that the runtime keeps for them.</summary>
public sealed class ApplicationTests
{
    private static TestProject Loans() => new(("loans.herogi", TestProject.Resource("Loans.herogi")));

    [Fact]
    public void TheScenarioCompilesWithoutAWarning()
    {
        var project = Loans();

        AssertNone(project.Run().Diagnostics);
        AssertNone(project.CSharpDiagnostics());
    }

    [Fact]
    public void TheScenarioIsAsVerified() => Snapshot.Verify(Loans().Generated("Bank.Loans.g.cs"), "Bank.Loans");

    [Fact]
    public void TheInterfaceOfTheFilesActionsIsAsVerified() =>
        Snapshot.Verify(Loans().Generated("Bank.ISharedActions.g.cs"), "Bank.ISharedActions");

    [Fact]
    public void AStepReadsItsAggregatesAndAsksForActions()
    {
        var loans = new Stepper(Loans().LoadModule(), "Loans");

        loans.Aggregates["paid"] = 99.99m;
        Assert.Equal(StepOutcome.Ignored, loans.Send("Apply", """{ "name": "Ada", "amount": 5 }"""));
        loans.Aggregates["paid"] = 100;
        Assert.Equal(StepOutcome.Moved, loans.Send("Apply", """{ "name": "Ada", "amount": 5 }"""));

        var call = Assert.IsType<ExternCall>(Assert.Single(loans.Effects));
        Assert.Equal(("Loans.score", "Scoring", "Scored", "model"), (call.Action, call.State, call.Returns, call.Label));
        Assert.Equal("""{"name":"Ada","amount":100,"details":[],"note":null,"grade":"Low"}""", call.Arguments);
        Assert.Equal(
            StepOutcome.Moved,
            loans.Step(Trigger.ForAnswer(loans.Event("Scored", """{ "score": 701, "grade": "High" }"""), "model")));
        Assert.Equal(["Bank/notify", "Loans.ping"], loans.Effects.Cast<ExternCall>().Select(effect => effect.Action));
        Assert.Equal("Ada has paid 100 in 0,  a time", Assert.Single(loans.Context.Logs));
    }

    [Fact]
    public void AnAggregateCountsWhatItsConditionSays()
    {
        var module = Loans().LoadModule();
        var loans = new Stepper(module, "Loans");
        var aggregates = loans.Scenario.Aggregates;
        decimal? Counted(string name, string payment) =>
            aggregates.Single(each => each.Name == name).Contribution(loans.Event("Payment", payment), loans.Context);

        Assert.Equal(["Apply", "Payment"], loans.Scenario.Events);
        Assert.Equal(
            [
                ("paid", AggregateFunction.Sum, false),
                ("payments", AggregateFunction.Count, true),
                ("latest", AggregateFunction.Max, false),
                ("mean", AggregateFunction.Avg, false),
            ],
            aggregates.Select(each => (each.Name, each.Function, each.IsTumbling)));
        Assert.Equal(5.5m, Counted("paid", """{ "amount": 5.5, "at": "2026-01-01" }"""));
        Assert.Null(Counted("paid", """{ "amount": 5.5, "at": "2026-01-01", "isRefund": true }"""));
        Assert.Equal(1, Counted("payments", """{ "amount": 5.5, "at": "2026-01-01" }"""));
        Assert.Null(Counted("mean", """{ "amount": 5.5, "at": "2026-01-01" }"""));
        Assert.Equal(3, Counted("mean", """{ "amount": 5.5, "at": "2026-01-01", "pieces": 3 }"""));
        Assert.Equal("sum(Payment.amount) where not event.isRefund and event.amount > 0 over sliding", aggregates[0].Text);
        Assert.Equal("count(Payment) over tumbling 1d", aggregates[1].Text);
    }

    [Fact]
    public void NamesThatStandInTheWayAreGoneRound()
    {
        var project = new TestProject(("a.herogi", """
            namespace A
            event Go { class: int }
            event ISharedActions { writer: string }
            event SharedActionCalls { value: int }
            action tell(context: string, cancellationToken: int, json: json, actions: string, class: int, writer: string) extern
            action ping extern returns SharedActionCalls
            scenario IActions {
              aggregate class = sum(Go.class) where event.class > 0 over 1d
              aggregate context = max(Go.class) over 1d
              action tell(fields: string) extern
              action Tell(argument1: string) extern
              start { on Go when session.class > 0 and (session.context ?? 1) > 0 -> ActionCalls }
              state ActionCalls {
                run tell(meta.sessionId)
                run Tell("b")
                run ping
                run ask("a")
                on SharedActionCalls -> Over
                on ISharedActions do { run all(event.writer) } -> Over
              }
              action ask(state: string) extern
              action all(writer: string) { run ask(writer)  run ask("x" + writer) }
              end Over
            }
            scenario ActionCalls {
              action tellThem extern
              start { on Go -> IActions  on ISharedActions do { run tell("a", 1, parseJson("{}"), "b", 2, event.writer) } -> IActions }
              state IActions { run tellThem  on Go do { run tell("a", 1, parseJson("1"), "b", 2, "c") } -> IActions }
            }
            """)).WithCSharp("""
            using System.Text.Json;
            using System.Threading;
            using System.Threading.Tasks;
            using HerogiDsl;
            namespace A;
            class Own : IActions.IScenarioActions, ActionCalls.IActions, ISharedActionsOfFiles
            {
                public Task TellAsync(string fields, ExternContext context, CancellationToken cancellationToken) => Task.CompletedTask;
                public Task TellAsync2(string argument1, ExternContext context, CancellationToken cancellationToken) => Task.CompletedTask;
                public Task AskAsync(string state, ExternContext context, CancellationToken cancellationToken) => Task.CompletedTask;
                public Task TellThemAsync(ExternContext context, CancellationToken cancellationToken) => Task.CompletedTask;
                public Task<SharedActionCalls> PingAsync(ExternContext context, CancellationToken cancellationToken) =>
                    Task.FromResult(new SharedActionCalls(1));
                public Task TellAsync(string context, long cancellationToken, JsonElement json, string actions, long @class,
                    string writer, ExternContext context2, CancellationToken cancellationToken2) => Task.CompletedTask;
            }
            """);

        AssertNone(project.Run().Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        AssertNone(project.CSharpDiagnostics());
    }

    private static void AssertNone(IEnumerable<Diagnostic> diagnostics)
    {
        var told = string.Join("\n", diagnostics.Select(TestProject.Show));
        Assert.True(told.Length == 0, told);
    }
}
