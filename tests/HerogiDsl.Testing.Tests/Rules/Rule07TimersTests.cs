using Ruled;

namespace HerogiDsl.Testing.Tests.Rules;

/// <summary>Rule 7: timers and what is scheduled. The time begins on 1 January, at midnight in UTC.</summary>
public sealed class Rule07TimersTests : IDisposable
{
    private readonly RuleBench _bench = new("Rule07");

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void AfterIsComputedAfterTheStatesStatements()
    {
        _bench.Send(new Come(1));
        _bench.Advance(9);
        Assert.Equal("Computed", _bench.Place());
        _bench.Advance(1);
        Assert.Equal("timer: ended Done", _bench.LastStep);
    }

    [Fact]
    public void AndNotAgainWhereItStays()
    {
        _bench.Send(new Come(1), new Look(1));
        _bench.Advance(10);
        Assert.Equal("timer: ended Done", _bench.LastStep);
    }

    [Fact]
    public void ItStartsWhenTheStateIsEntered()
    {
        _bench.Send(new Come(1));
        _bench.Advance(9);
        _bench.Send(new Turn(1));
        _bench.Advance(9);
        Assert.Equal("Computed", _bench.Place());
        _bench.Advance(1);
        Assert.Equal("timer: ended Done", _bench.LastStep);
    }

    [Fact]
    public void ItEndsWhenTheStateIsLeft()
    {
        _bench.Send(new Come(1), new Go(1));
        _bench.Advance(600);
        Assert.Equal("Resting", _bench.Place());
        Assert.Equal("Go: moved Resting", _bench.LastStep);
    }

    [Fact]
    public void IfItsGuardDoesNotHoldWhenItFiresItIsSpent()
    {
        _bench.Send(new Come(2));
        _bench.Advance(10);
        Assert.Equal("timer: ignored", _bench.LastStep);
        _bench.Send(new Turn(1));
        _bench.Advance(600);
        Assert.Equal("Guarded", _bench.Place());
        // The next visit has one of its own.
        _bench.Send(new Go(1));
        _bench.Advance(10);
        Assert.Equal("timer: ended Done", _bench.LastStep);
    }

    [Fact]
    public void InAnywhereItStandsForOneInEachState()
    {
        _bench.Send(new Come(3));
        _bench.Advance(19 * 60);
        _bench.Send(new Go(1));
        _bench.Advance(19 * 60);
        Assert.Equal("Second", _bench.Place());
        _bench.Advance(60);
        Assert.Equal("timer: moved Third", _bench.LastStep);
        // It leads to this very state, and so is left out here.
        _bench.Advance(100 * 60);
        Assert.Equal("timer: moved Third", _bench.LastStep);
        Assert.Single(_bench.Steps(), step => step.StartsWith("timer", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(4, "nine in Berlin", 8)]
    [InlineData(5, "nine", 9)]
    public void EveryIsJudgedInTheZoneNamedAndInUtcWithout(int state, string text, int hour)
    {
        _bench.Send(new Come(state));
        _bench.Advance((hour * 60) - 1);
        Assert.Empty(_bench.Logs());
        _bench.Advance(1);
        Assert.Equal([text], _bench.Logs());
    }

    [Fact]
    public void EveryIsJudgedWhileTheStateLasts()
    {
        _bench.Send(new Come(5));
        _bench.Advance(3 * 24 * 60);
        Assert.Equal(["nine", "nine", "nine"], _bench.Logs());
        _bench.Send(new Go(1));
        _bench.Advance(3 * 24 * 60);
        Assert.Equal(3, _bench.Logs().Count);
    }

    [Fact]
    public void ScheduleDeliversAnEventLaterToAnyScenarioAndSession()
    {
        using var bench = new RuleBench("Rule07Scheduling", "Rule07Hearing");
        bench.Send(new Come(1), new Go(1));
        bench.Advance(59);
        Assert.Empty(bench.Logs());
        bench.Advance(1);
        Assert.Equal(["later 1", "count 3"], bench.Logs());
        Assert.Equal("Heard", bench.Place("s", "Rule07Hearing"));
        Assert.Null(bench.Place("other", "Rule07Hearing"));
        bench.Advance(60);
        Assert.Equal("Heard", bench.Place("other", "Rule07Hearing"));
        Assert.Empty(bench.Steps("other"));
    }

    [Fact]
    public void CancelTakesBackWhatThisScenarioScheduledOfTheEventForThisSession()
    {
        using var bench = new RuleBench("Rule07Scheduling", "Rule07Hearing");
        bench.Send(new Come(1), new Go(1), new Turn(1));
        bench.Advance(180);
        // Neither what is of another event nor what is for another session.
        Assert.Equal(["count 3"], bench.Logs());
        Assert.Equal("Heard", bench.Place("other", "Rule07Hearing"));
        Assert.Null(bench.Place("s", "Rule07Hearing"));
    }

    [Fact]
    public void ATimerThatFallsDueQueuesBehindTheEventsAcceptedBefore()
    {
        _bench.Send(new Come(1), new Count(1));
        Assert.True(_bench.IsFaulted());
        _bench.Advance(9);
        _bench.Send(new Look(1));
        _bench.Advance(2);
        _bench.Send(new Look(2));
        Assert.Equal("Count: faulted", _bench.LastStep);

        Assert.True(_bench.Retry());
        Assert.Equal(
            ["Count: stayed Computed", "Look: stayed Computed", "timer: ended Done", "Look: ignored"],
            _bench.Steps().TakeLast(4));
    }
}
