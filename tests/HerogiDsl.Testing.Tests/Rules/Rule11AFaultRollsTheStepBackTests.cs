using Ruled;

namespace HerogiDsl.Testing.Tests.Rules;

/// <summary>Rule 11: what a fault leaves as it was.</summary>
public sealed class Rule11AFaultRollsTheStepBackTests : IDisposable
{
    private readonly RuleBench _bench = new("Rule11");

    public Rule11AFaultRollsTheStepBackTests() => _bench.Send(new Come(1));

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData(1, "'config.missing' is not configured", 29)]
    [InlineData(2, "null", 30)]
    [InlineData(3, "a number is too large", 31)]
    [InlineData(4, "a division by zero", 32)]
    [InlineData(5, "is out of range", 33)]
    [InlineData(6, "told to", 34)]
    public void AFaultRollsTheWholeStepBackKeepsTheEventAndTellsReasonAndPosition(int n, string reason, int line)
    {
        _bench.Send(new Count(1), new Go(n));

        var instance = _bench.Find()!;
        Assert.Equal((InstanceCondition.Faulted, "Inside"), (instance.Condition, instance.State));
        Assert.Contains(reason, instance.Reason, StringComparison.Ordinal);
        Assert.StartsWith($"Rules/rule11.herogi({line},", instance.Position, StringComparison.Ordinal);
        Assert.Equal("1", _bench.Datum("n"));
        Assert.Empty(_bench.Paths);
        Assert.Empty(_bench.Logs());
        Assert.Empty(_bench.Harness.Ask(monitor => monitor.GetScheduledAsync("s")));
        Assert.Equal(["Come: moved Inside", "Count: stayed Inside", "Go: faulted"], _bench.Steps());
        var pending = _bench.Harness.Ask(monitor => monitor.GetOverviewAsync()).Pending;
        Assert.Equal((1, 1), (pending.Events, pending.Timers));
    }

    [Fact]
    public void WhatDoesNotFaultIsDone()
    {
        _bench.Send(new Go(8));
        Assert.Equal("Breaking", _bench.Place());
        Assert.Equal(["/8"], _bench.Paths);
        Assert.Equal(["n 8, goes 1"], _bench.Logs());
        Assert.Single(_bench.Harness.Ask(monitor => monitor.GetScheduledAsync("s")));
        Assert.Equal("9", _bench.Datum("n"));
    }

    [Fact]
    public void ItsLaterEventsWaitAndAreHandledInOrderAfterARetry()
    {
        _bench.Send(new Go(7), new Look(1));
        _bench.Advance(10);
        Assert.True(_bench.Retry());
        _bench.Send(new Count(1));
        Assert.Equal(["Come: moved Inside", "Go: faulted", ": retried", "Go: faulted"], Told());
        Assert.Empty(_bench.Logs());

        _bench.Advance(20);
        Assert.True(_bench.Retry());
        // Look and Count were accepted before what this step sends. However often it was judged, Go counts once.
        Assert.Equal(
            ["Go: moved Breaking", "Look: stayed Breaking", "Count: stayed Breaking", "Count: stayed Breaking"],
            Told().TakeLast(4));
        Assert.Equal(["n 7, goes 1", "goes 1"], _bench.Logs());
        Assert.Equal("9", _bench.Datum("n"));
        Assert.False(_bench.Retry());
    }

    [Fact]
    public void ItsTimersWaitAsWell()
    {
        _bench.Advance(60);
        _bench.Send(new Go(6));
        _bench.Advance(120);
        Assert.Equal("Inside", _bench.Place());
        Assert.Equal("Go: faulted", _bench.LastStep);
        Assert.True(_bench.Retry());
        Assert.Equal("Go: faulted", _bench.LastStep);
        Assert.Equal("Inside", _bench.Place());
    }

    [Fact]
    public void OtherSessionsAreNotTouched()
    {
        _bench.Harness.Send("t", new Come(1));
        _bench.Send(new Go(6));
        _bench.Harness.Send("t", new Count(1));
        Assert.True(_bench.IsFaulted());
        Assert.Equal("1", _bench.Datum("n", "t"));
        _bench.Harness.Send("t", new Leave(1));
        _bench.Harness.AssertEnded("t", "Rule11", "Done");
    }

    [Fact]
    public void TheFirstEventOfASessionIsKeptToo()
    {
        _bench.Harness.Send("t", new Come(0));
        Assert.True(_bench.IsFaulted("t"));
        Assert.Equal("start", _bench.Place("t"));
        _bench.Harness.Send("t", new Come(1));
        Assert.Equal(["Come: faulted"], _bench.Steps("t"));
        Assert.True(_bench.Retry("t"));
        Assert.True(_bench.IsFaulted("t"));
    }

    private IEnumerable<string> Told() =>
        _bench.Steps().Select(step => step.Replace("timer: retried", ": retried", StringComparison.Ordinal));
}
