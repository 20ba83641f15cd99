using Ruled;

namespace HerogiDsl.Testing.Tests.Rules;

/// <summary>Rule 8: what an end closes, and what comes after it.</summary>
public sealed class Rule08AnEndClosesTheInstanceTests : IDisposable
{
    private readonly RuleBench _bench = new("Rule08");

    public Rule08AnEndClosesTheInstanceTests() => _bench.Send(new Come(3));

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void AnEndRunsItsBlockAndClosesTheInstance()
    {
        _bench.Send(new Go(1));
        Assert.Equal(["exit", "do", "end 3"], _bench.Logs());
        Assert.Equal("Go: ended Done", _bench.LastStep);
        Assert.Null(_bench.Find());
        _bench.Harness.AssertEnded("s", "Rule08", "Done");
    }

    [Fact]
    public void WithItsTimersAndDeferredEvents()
    {
        _bench.Send(new Later(9));
        Assert.Equal("Later: ended Done", _bench.LastStep);
        _bench.Send(new Come(4), new Later(1), new Go(1));
        _bench.Send(new Come(5));
        Assert.Equal("Come: moved Inside", _bench.LastStep);
        Assert.Equal(0, _bench.Find()!.Deferred);
        // Only this instance's timer is left.
        Assert.Equal(1, _bench.Harness.Ask(monitor => monitor.GetOverviewAsync()).Pending.Timers);
        _bench.Advance(60);
        Assert.Single(_bench.Steps(), step => step.StartsWith("timer", StringComparison.Ordinal));
    }

    [Fact]
    public void WhatItScheduledRemains()
    {
        _bench.Send(new Go(1));
        _bench.Advance(119);
        Assert.Null(_bench.Find());
        _bench.Advance(1);
        Assert.Equal(("Inside", "7"), (_bench.Place(), _bench.Datum("n")));
    }

    [Fact]
    public void LaterEventsFindTheSessionInStartAgain()
    {
        _bench.Send(new Go(1), new Go(1));
        Assert.Equal("Go: ignored", _bench.LastStep);
        _bench.Send(new Come(8));
        Assert.Equal(("Inside", "8"), (_bench.Place(), _bench.Datum("n")));
    }

    [Fact]
    public void OrWhereTheScenarioIsOnceAreIgnored()
    {
        using var bench = new RuleBench("Rule08Once");
        bench.Send(new Come(1), new Go(1));
        Assert.Equal("Go: ended Done", bench.LastStep);
        bench.Send(new Come(1));
        Assert.Equal("Come: ignored", bench.LastStep);
        Assert.NotEqual("Inside", bench.Place());
        // Another session is another instance.
        bench.Harness.Send("t", new Come(1));
        Assert.Equal("Inside", bench.Place("t"));
    }
}
