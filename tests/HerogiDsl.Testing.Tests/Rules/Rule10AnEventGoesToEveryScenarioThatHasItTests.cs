using Ruled;

namespace HerogiDsl.Testing.Tests.Rules;

/// <summary>Rule 10: which scenarios an event goes to.</summary>
public sealed class Rule10AnEventGoesToEveryScenarioThatHasItTests : IDisposable
{
    private readonly RuleBench _bench = new("Rule10", "Rule10Any");

    public Rule10AnEventGoesToEveryScenarioThatHasItTests() => _bench.Harness.AnswerAction("Rule10Any.weigh", _ => new Weighed(1));

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void AnEventGoesToEveryScenarioThatHasATransitionADeferOrAnAggregateOnIt()
    {
        _bench.Send(new Look(1), new Come(1), new Later(1), new Look(1), new Go(1));
        Assert.Equal(
            ["Look: ignored", "Come: moved Inside", "Later: deferred", "Look: ignored", "Go: moved Second", "Later: stayed Second"],
            _bench.Steps());
        Assert.Contains("2", _bench.Logs());
        // What it has nothing of does not come to it.
        _bench.Send(new Count(1), new Leave(1));
        Assert.Equal("Later: stayed Second", _bench.LastStep);
    }

    [Fact]
    public void OnAnyIsEveryOrdinaryEventAndNeverAnAnswerOrATimer()
    {
        using var bench = new RuleBench("Rule10Any");
        bench.Harness.AnswerAction("Rule10Any.weigh", _ => new Weighed(1));
        bench.Send(new Leave(1), new Count(1), new Look(1));
        bench.Advance(60);
        Assert.Equal(["any Count", "any Look", "said", "timer", "weighed"], bench.Logs().Order(StringComparer.Ordinal));
        Assert.Equal("Leave: moved Hearing", bench.Steps()[0]);
    }

    [Fact]
    public void UnlessTheSenderNamesTheScenarios()
    {
        _bench.Harness.Send("s", new Come(1), new SendOptions { Scenarios = ["Rule10"] });
        Assert.Equal("Inside", _bench.Place());
        Assert.Null(_bench.Place("s", "Rule10Any"));
        _bench.Harness.Send("t", new Come(1), new SendOptions { Scenarios = ["Rule10", "Rule10Any"] });
        Assert.Equal("Inside", _bench.Place("t"));
        Assert.Equal("Hearing", _bench.Place("t", "Rule10Any"));
        _bench.Send(new Come(1));
        Assert.Equal("Hearing", _bench.Place("s", "Rule10Any"));
    }
}
