using Ruled;

namespace HerogiDsl.Testing.Tests.Rules;

/// <summary>What section 6 says of `extern` actions.</summary>
public sealed class ExternActionTests : IDisposable
{
    private readonly RuleBench _bench = new("RuleExterns");

    public ExternActionTests()
    {
        _bench.Harness.AnswerAction("RuleExterns.weigh", _ => new Weighed(5));
        _bench.Harness.AnswerAction("RuleExterns.note", _ => null);
    }

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void WhatItGivesBackArrivesAsTheEventOfItsReturns()
    {
        _bench.Send(new Come(3));
        Assert.Equal(
            ["""RuleExterns.weigh {"what":3}""", """RuleExterns.note {"what":5}"""],
            _bench.Harness.Actions.Select(one => one.ToString()));
        Assert.Equal(["Come: moved Weighing", "Weighed: moved Weighed"], _bench.Steps());
    }

    [Fact]
    public void ThatEventIsAnAnswerForEveryRule()
    {
        // Nobody else may send it.
        var problem = Assert.Throws<ArgumentException>(() => _bench.Send(new Weighed(1)));
        Assert.Contains("is an answer", problem.Message, StringComparison.Ordinal);
        Assert.Empty(_bench.Steps());
    }

    [Fact]
    public void ItIsStaleWhenTheVisitIsOverAndOnAnyDoesNotTakeIt()
    {
        WeighAt(2);
        _bench.Send(new Come(3), new Go(1));
        _bench.Harness.Settle();
        Assert.Equal("Weighed: stale", _bench.LastStep);
        Assert.Equal("Elsewhere", _bench.Place());
        _bench.Send(new Look(1));
        Assert.NotEqual("Weighed: stale", _bench.LastStep);
    }

    [Fact]
    public void OneThatThrowsIsRetriedWithBackoff()
    {
        WeighAt(4);
        _bench.Send(new Come(3));
        Assert.Single(_bench.Harness.Actions);
        _bench.Harness.Settle();
        var times = _bench.Harness.Actions.Take(4).Select(action => action.At).ToList();
        Assert.Equal(4, times.Count);
        Assert.True(times[3] - times[2] > times[1] - times[0]);
        Assert.Equal("Weighed", _bench.Place());
    }

    [Fact]
    public void PastTheTriesTheInstanceIsFaultedAndARetryRepeatsThatActionAlone()
    {
        _bench.Harness.AnswerAction("RuleExterns.note", _ => throw new InvalidOperationException("no"));
        _bench.Send(new Come(3));
        _bench.Harness.Settle();
        Assert.True(_bench.IsFaulted());
        Assert.Equal("Weighed", _bench.Place());
        Assert.Equal(11, _bench.Harness.Actions.Count);

        _bench.Harness.AnswerAction("RuleExterns.note", _ => null);
        Assert.True(_bench.Retry());
        Assert.False(_bench.IsFaulted());
        Assert.Equal(12, _bench.Harness.Actions.Count);
        Assert.Equal("RuleExterns.note", _bench.Harness.Actions[^1].Action);
    }

    // The tries before throw.
    private void WeighAt(int attempt) => _bench.Harness.AnswerAction(
        "RuleExterns.weigh",
        action => action.Try < attempt ? throw new InvalidOperationException("not yet") : new Weighed(5));
}
