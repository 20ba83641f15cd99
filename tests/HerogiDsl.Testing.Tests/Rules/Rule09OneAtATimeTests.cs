using HerogiDsl.Testing.Harness;
using Ruled;

namespace HerogiDsl.Testing.Tests.Rules;

/// <summary>Rule 9: the order of events.</summary>
public sealed class Rule09OneAtATimeTests : IDisposable
{
    private readonly RuleBench _bench = new("Rule09");

    public Rule09OneAtATimeTests()
    {
        _bench.Send(new Come(1));
        _bench.Harness.Send("b", new Come(1));
    }

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void EventsOfOneSessionAreHandledOneAtATimeInTheOrderAccepted()
    {
        // All that is sent while a step is judged is handled after it.
        _bench.Send(new Turn(1), new Count(4));
        Assert.Equal(" 1 3 4", _bench.Datum("heard"));
        Assert.Equal(" 2", _bench.Datum("heard", "b"));
        Assert.Equal(
            ["Turn: stayed Hearing", "Count: stayed Hearing", "Count: stayed Hearing", "Count: stayed Hearing"],
            _bench.Steps().Skip(1));
    }

    [Fact]
    public void WhatWaitsIsHandledInTheOrderAcceptedAsWell()
    {
        _bench.Send(new Count(0), new Count(1), new Turn(1), new Count(5));
        Assert.True(_bench.IsFaulted());
        Assert.Equal("", _bench.Datum("heard"));
        Assert.Equal(["Come: moved Hearing", "Count: faulted"], _bench.Steps());
    }

    [Fact]
    public void SessionsDoNotWaitForEachOther()
    {
        _bench.Harness.Answer("Outside", HttpReply.Status(200).After(TimeSpan.FromSeconds(20)));
        _bench.Send(new Go(1));
        _bench.Harness.Send("b", new Count(1));
        Assert.Equal("Calling", _bench.Place());
        Assert.Equal(" 1", _bench.Datum("heard", "b"));
        // Nor for one that is faulted.
        _bench.Harness.Send("b", new Count(0));
        Assert.True(_bench.IsFaulted("b"));
        _bench.Send(new Count(2));
        Assert.Equal(" 2", _bench.Datum("heard"));
        _bench.Harness.Settle();
        Assert.Equal("Hearing", _bench.Place());
    }
}
