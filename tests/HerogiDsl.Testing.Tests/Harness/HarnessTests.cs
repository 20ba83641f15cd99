using System.Diagnostics;
using HerogiDsl.Runtime.Hosting;
using HerogiDsl.Testing.Harness;
using Lending;
using Microsoft.Extensions.DependencyInjection;

namespace HerogiDsl.Testing.Tests.Harness;

/// <summary>The harness runs scenarios as an application does, and tells what they did.</summary>
public sealed class HarnessTests
{
    private static ScenarioHarness Make(Action<HarnessOptions>? configure = null) => ScenarioHarness.For(
        static herogi => herogi.AddScenarios(Samples.Module),
        options =>
        {
            options.Config["bankUrl"] = "https://bank.invalid/api";
            options.Config["hubSpotUrl"] = "https://hubspot.invalid";
            options.Config["mailUrl"] = "smtp://mail.invalid";
            options.Secrets["bankToken"] = "t0ken";
            options.Secrets["hubSpotToken"] = "t0ken";
            configure?.Invoke(options);
        });

    private static ScenarioHarness MakeRated(long score = 9)
    {
        var harness = Make();
        harness.AnswerAction("Loan.rate", _ => new Rated(score));
        return harness;
    }

    [Fact]
    public void ASessionGoesItsWay()
    {
        using var harness = MakeRated();
        harness.Answer("Bank", HttpReply.Status(201));

        harness.Send("ada", new Apply("Ada"));

        Assert.Equal("Ada", harness.State<Loan.Running>("ada").Applicant);
        var call = Assert.Single(harness.Calls);
        Assert.Equal("POST https://bank.invalid/api/payments -> 201", call.ToString());
        Assert.Equal("Bearer t0ken", call.Headers["authorization"]);
        Assert.Contains("\"to\": \"Ada\"", call.Body, StringComparison.Ordinal);
        Assert.Equal("""Loan.rate {"name":"Ada"}""", Assert.Single(harness.Actions).ToString());
        Assert.Equal(["moved", "moved", "moved"], harness.History("ada").Select(entry => entry.Outcome));
        Assert.Null(harness.FindState<Loan.State>("bob"));
    }

    [Fact]
    public void AYearPassesInAMoment()
    {
        using var harness = MakeRated();
        harness.Answer("Bank", HttpReply.Status(201));
        harness.Send("ada", new Apply("Ada"));
        var began = harness.Now;
        var watch = Stopwatch.StartNew();

        harness.Advance(TimeSpan.FromDays(364));
        harness.State<Loan.Running>("ada");
        Assert.Equal(began.AddDays(300), harness.History("ada")[^1].At);
        harness.Advance(TimeSpan.FromDays(1));

        harness.AssertEnded("ada", "Loan", "Repaid");
        Assert.Equal(began.AddDays(365), harness.Now);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"a year took {watch.Elapsed}");
        TestContext.Current.SendDiagnosticMessage($"a year took {watch.Elapsed}");
    }

    [Fact]
    public void RetriesWaitInTheTimeOfTheHarness()
    {
        using var harness = MakeRated();
        harness.Answer("Bank", HttpReply.NoConnection(), HttpReply.Status(503).With("Retry-After", "240"), HttpReply.Status(201));
        harness.Send("ada", new Apply("Ada"));
        harness.State<Loan.Paying>("ada");
        Assert.Single(harness.Calls);

        harness.Settle();

        harness.State<Loan.Running>("ada");
        Assert.Equal([1, 2, 3], harness.Calls.Select(call => call.Try));
        Assert.True(harness.Calls[2].At - harness.Calls[1].At >= TimeSpan.FromMinutes(4));
        Assert.True(harness.Calls[1].At - harness.Calls[0].At >= TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void ALostAnswerIsUnknownAndTheCallIsNotRepeated()
    {
        using var harness = MakeRated();
        harness.Answer("Bank", HttpReply.Lost());
        harness.Send("ada", new Apply("Ada"));

        harness.State<Loan.Asking>("ada");
        Assert.Single(harness.Calls);
    }

    [Fact]
    public void ATimeoutTakesTheConnectionsTime()
    {
        using var harness = MakeRated();
        harness.Answer("Bank", _ => throw new TimeoutException());
        harness.Send("ada", new Apply("Ada"));
        harness.State<Loan.Paying>("ada");
        Assert.Null(harness.Calls[0].Reply);

        harness.Advance(TimeSpan.FromSeconds(30));

        harness.State<Loan.Asking>("ada");
    }

    [Fact]
    public void AnActionThatThrowsIsTriedAgain()
    {
        using var harness = Make();
        harness.Answer("Bank", HttpReply.Status(201));
        harness.AnswerAction("Loan.rate", call => call.Try == 3 ? new Rated(9) : throw new InvalidOperationException("not yet"));
        harness.Send("ada", new Apply("Ada"));
        harness.State<Loan.Rating>("ada");

        harness.Settle();

        harness.State<Loan.Running>("ada");
        Assert.Equal(3, harness.Actions.Count);
    }

    [Fact]
    public void TheApplicationsOwnActionsAreDone()
    {
        using var harness = Make(options => options.Services.AddScoped<Loan.IActions, Rater>());
        harness.Send("ada", new Apply("Ada"));

        harness.AssertEnded("ada", "Loan", "Refused");
        Assert.Equal("Refused", harness.FindEnd("ada", "Loan"));
    }

    [Fact]
    public void WhatIsNotAsExpectedIsToldWithItsHistory()
    {
        using var harness = MakeRated();
        harness.Answer("Bank", HttpReply.Status(400));
        harness.Send("ada", new Apply("Ada"));

        var problem = Assert.Throws<HarnessException>(() => harness.State<Loan.Running>("ada")).Message;

        Assert.StartsWith("'ada' is not in 'Loan.Running': it is in 'Paying' with {", problem, StringComparison.Ordinal);
        Assert.Contains("Loan  start, Apply: moved -> Rating", problem, StringComparison.Ordinal);
        Assert.Contains("Loan  Paying, Paid: stayed", problem, StringComparison.Ordinal);
        Assert.Contains(
            "it is not in the scenario\nnothing has happened to 'bob'",
            Assert.Throws<HarnessException>(() => harness.State<Loan.Running>("bob")).Message,
            StringComparison.Ordinal);
        Assert.Throws<HarnessException>(() => harness.AssertEnded("ada", "Loan", "Repaid"));
    }

    [Fact]
    public void WhatTheTestHasNotSaidIsTold()
    {
        using var harness = MakeRated();
        Assert.Contains(
            "say Answer(\"Bank\", …)",
            Assert.Throws<HarnessException>(() => harness.Send("ada", new Apply("Ada"))).Message,
            StringComparison.Ordinal);

        using var another = Make();
        Assert.Contains(
            "AnswerAction(\"Loan.rate\", …)",
            Assert.Throws<HarnessException>(() => another.Send("ada", new Apply("Ada"))).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "'Bank'",
            Assert.Throws<HarnessException>(() => another.Answer("Bnk", HttpReply.Status(200))).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "'Loan.rate'",
            Assert.Throws<HarnessException>(() => another.AnswerAction("Loan.rat", _ => null)).Message,
            StringComparison.Ordinal);
        Assert.Throws<HerogiConfigurationException>(() => ScenarioHarness.For(HerogiScenarios.Module));
        Assert.Throws<ArgumentException>(() => another.Send("", new Apply("Ada")));
    }

    [Fact]
    public void AnAnswerOfTheTestThatFailsFailsTheTest()
    {
        using var harness = MakeRated();
        harness.Answer("Bank", _ => throw new FormatException("oh"));
        var problem = Assert.Throws<HarnessException>(() => harness.Send("ada", new Apply("Ada")));
        Assert.IsType<FormatException>(problem.InnerException);
    }

    [Fact]
    public void AFaultIsToldAndMayBeRetried()
    {
        using var harness = Make();
        harness.AnswerAction("Loan.rate", _ => throw new InvalidOperationException("no"));
        harness.Send("ada", new Apply("Ada"));
        harness.Settle();
        var problem = Assert.Throws<HarnessException>(() => harness.State<Loan.Rating>("ada")).Message;
        Assert.Contains("it is faulted in 'Rating': the action 'Loan.rate' failed 10 times: no", problem, StringComparison.Ordinal);

        harness.AnswerAction("Loan.rate", _ => new Rated(1));
        Assert.True(harness.Ask(monitor => monitor.RetryAsync("ada", "Loan")));

        harness.AssertEnded("ada", "Loan", "Refused");
    }

    [Fact]
    public void ASessionIsHelpedByHand()
    {
        using var harness = Make();
        harness.AnswerAction("Loan.rate", _ => throw new InvalidOperationException("no"));
        harness.Answer("Bank", HttpReply.Status(201));
        harness.Send("ada", new Apply("Ada"));
        Assert.False(harness.Operate(by => by.SkipAsync("ada", "Loan")));
        harness.Settle();

        Assert.True(harness.Operate(by => by.SkipAsync("ada", "Loan")));
        harness.State<Loan.Rating>("ada");

        var asking = new Loan.Asking("Ada", 9);
        harness.Operate(by => by.MoveAsync("ada", asking, new OperatorNote("Bob", "the bank has called")));
        Assert.Equal(9, harness.State<Loan.Asking>("ada").Score);
        Assert.Contains("the bank has called", harness.Describe("ada"), StringComparison.Ordinal);
        Assert.Empty(harness.Calls);

        Assert.True(harness.Operate(by => by.EraseAsync("ada")));
        Assert.Null(harness.FindState<Loan.State>("ada"));
        Assert.Empty(harness.History("ada"));
    }

    [Fact]
    public void AKilledRuntimeGoesOnWithWhatItHadStored()
    {
        using var harness = MakeRated();
        harness.Answer("Bank", HttpReply.Status(201).After(TimeSpan.FromSeconds(20)));
        harness.Send("ada", new Apply("Ada"));
        harness.Advance(TimeSpan.FromSeconds(10));
        harness.State<Loan.Paying>("ada");

        harness.Restart();

        // Nobody knows whether the bank has paid; the payment is not asked for again.
        harness.State<Loan.Asking>("ada");
        Assert.Single(harness.Calls);
        harness.Advance(TimeSpan.FromSeconds(30));
        harness.Send("bob", new Apply("Bob"));
        harness.Advance(TimeSpan.FromHours(23));
        harness.Restart();
        harness.State<Loan.Asking>("ada");
        harness.Advance(TimeSpan.FromHours(1));
        harness.AssertEnded("ada", "Loan", "Refused");
        harness.State<Loan.Running>("bob");
        Assert.Equal(2, harness.Calls.Count);
    }

    [Fact]
    public void AKillBetweenTriesLosesNoneOfThem()
    {
        using var harness = MakeRated();
        harness.Answer("Bank", HttpReply.NoConnection(), HttpReply.NoConnection(), HttpReply.Status(201));
        harness.Send("ada", new Apply("Ada"));

        for (var second = 0; second < 60; second++)
        {
            harness.Restart();
            harness.Advance(TimeSpan.FromSeconds(1));
        }

        harness.State<Loan.Running>("ada");
        Assert.Equal(3, harness.Calls.Count);
    }

    [Fact]
    public void TheSameSeedGivesTheSameRun()
    {
        Assert.Equal(Run(7), Run(7));

        static string Run(ulong seed)
        {
            using var harness = Make(options => options.Seed = seed);
            harness.AnswerAction("Loan.rate", _ => new Rated(9));
            harness.Answer("Bank", Replies.Random(seed, [.. Replies.EveryOutcome("{}")]));
            for (var i = 0; i < 20; i++)
                harness.Send($"s{i}", new Apply($"n{i}"));
            harness.Advance(TimeSpan.FromDays(400));
            return string.Join('\n', Enumerable.Range(0, 20).Select(i => harness.Describe($"s{i}")));
        }
    }

    [Fact]
    public async Task ATestMayWaitForSomethingElseMeanwhile()
    {
        await using var harness = MakeRated();
        harness.Answer("Bank", HttpReply.Status(201));
        await Task.Run(() => harness.Send("ada", new Apply("Ada")), TestContext.Current.CancellationToken);
        harness.State<Loan.Running>("ada");
    }

    [Fact]
    public void CoverageNamesWhatIsMissing()
    {
        using var harness = MakeRated();
        harness.Answer("Bank", HttpReply.Status(201));
        harness.Send("ada", new Apply("Ada"));

        var coverage = harness.Coverage.Of<Loan.State>();

        Assert.Equal(["Rating", "Paying", "Running"], coverage.States);
        Assert.Equal(["Asking", "Refused", "Repaid"], coverage.MissingStates);
        Assert.Equal(3, coverage.Transitions.Count);
        var text = Assert.Throws<HarnessException>(coverage.AssertComplete).Message;
        Assert.Equal(coverage.ToString(), text);
        Assert.StartsWith(
            "Loan: 3 of 6 states, 3 of 10 transitions, 1 of 3 outcomes\n  not entered: Asking\n", text, StringComparison.Ordinal);
        Assert.Contains("\n  not taken: Paying on Paid when event.unknown -> Asking (", text, StringComparison.Ordinal);
        Assert.Contains("\n  not answered with not ok or unknown: ", text, StringComparison.Ordinal);
        Assert.Contains(": http post Bank", text, StringComparison.Ordinal);
        Assert.Contains("'Loan'", Assert.Throws<HarnessException>(() => harness.Coverage.Of("Lone")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnswersInTurnReachAll()
    {
        using var harness = Make();
        var ratings = 0;
        harness.AnswerAction("Loan.rate", _ => new Rated(ratings++ % 6 == 5 ? 1 : 9));
        harness.Answer("Bank", Replies.InTurn(Replies.EveryOutcome("{}")));
        for (var i = 0; i < 12; i++)
        {
            harness.Send($"s{i}", new Apply("Ada"));
            harness.Settle();
        }

        harness.Advance(TimeSpan.FromDays(366));

        harness.Coverage.Of<Loan.State>().AssertComplete();
    }

    private sealed class Rater(TimeProvider time) : Loan.IActions
    {
        public Task<Rated> RateAsync(string name, ExternContext context, CancellationToken cancellationToken) =>
            Task.FromResult(new Rated(time.GetUtcNow().Year == 2026 ? 2 : 9));
    }
}
