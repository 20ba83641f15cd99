using Ruled;

namespace HerogiDsl.Testing.Tests.Rules;

/// <summary>Rule 2: what decides about an event.</summary>
public sealed class Rule02AnEventIsJudgedInOrderTests : IDisposable
{
    private readonly RuleBench _bench = new("Rule02");

    public Rule02AnEventIsJudgedInOrderTests() => _bench.Send(new Come(0));

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData(1, "Go: moved Second")]
    [InlineData(2, "Go: moved Third")]
    [InlineData(3, "Go: ignored")]
    public void TheCurrentStatesTransitionsJudgeInTheOrderWritten(int n, string step)
    {
        _bench.Send(new Go(n));
        Assert.Equal(step, _bench.LastStep);
    }

    [Fact]
    public void ThenTheStatesOwnDeferAndIgnore()
    {
        // Each of them would lead on by `anywhere`.
        _bench.Send(new Later(2));
        Assert.Equal("Later: deferred", _bench.LastStep);
        _bench.Send(new Turn(2));
        Assert.Equal("Turn: ignored", _bench.LastStep);
        Assert.Equal("First", _bench.Place());
    }

    [Fact]
    public void BeforeThemItsTransitionsJudge()
    {
        _bench.Send(new Later(1));
        Assert.Equal("Later: moved Second", _bench.LastStep);
    }

    [Fact]
    public void ThenTheTransitionsOfAnywhereInOrderExceptThoseThatLeadToThisVeryState()
    {
        _bench.Send(new Go(1), new Turn(5));
        Assert.Equal("Turn: moved Third", _bench.LastStep);
        _bench.Send(new Turn(5));
        Assert.Equal("Turn: moved Second", _bench.LastStep);

        _bench.Send(new Later(7));
        Assert.Equal("Later: moved Third", _bench.LastStep);
        _bench.Send(new Later(7));
        Assert.Equal("Later: ignored", _bench.LastStep);
    }

    [Fact]
    public void ThenTheDeferAndIgnoreOfAnywhere()
    {
        _bench.Send(new Count(1));
        Assert.Equal("Count: moved Second", _bench.LastStep);
        // Here, that transition is left out: the next one that holds is the `defer`.
        _bench.Send(new Count(1));
        Assert.Equal("Count: deferred", _bench.LastStep);
        _bench.Send(new Leave(1));
        Assert.Equal("Leave: ignored", _bench.LastStep);
        _bench.Send(new Go(1));
        Assert.Equal(["Go: moved Third", "Count: moved Second"], _bench.Steps().TakeLast(2));
    }

    [Fact]
    public void WhereNoneHoldsTheEventIsIgnoredAndTheHistorySaysSo()
    {
        _bench.Send(new Go(1));
        _bench.Send(new Look(2));
        Assert.Equal("Look: ignored", _bench.LastStep);
        Assert.Equal("Second", _bench.Place());
        _bench.Send(new Look(1));
        Assert.Equal("Look: moved Third", _bench.LastStep);
    }

    [Fact]
    public void AGuardThatFaultsFaultsTheInstanceAndNeverCountsAsFalse()
    {
        _bench.Send(new Look(0));
        Assert.Equal("Look: faulted", _bench.LastStep);
        var instance = _bench.Find()!;
        Assert.Equal((InstanceCondition.Faulted, "First"), (instance.Condition, instance.State));
        Assert.Equal("a division by zero", instance.Reason);
        Assert.StartsWith("Rules/rule02.herogi(9,", instance.Position, StringComparison.Ordinal);
    }

    [Fact]
    public void AGuardThatDoesNotFaultAndDoesNotHoldIsFalse()
    {
        _bench.Send(new Look(20));
        Assert.Equal("Look: moved Third", _bench.LastStep);
    }

    [Fact]
    public void ADeferredEventKeepsItsPlaceAndIsJudgedAgainWheneverTheSessionHasChangedItsState()
    {
        using var bench = new RuleBench("Rule02Places");
        bench.Send(new Come(0), new Later(1), new Later(2));
        // No state is changed by what stays: nothing is judged again.
        bench.Send(new Turn(0));
        Assert.Empty(bench.Logs());
        Assert.Equal(2, bench.Find()!.Deferred);

        // Go and Count are accepted together, behind the others.
        bench.Send(new Look(0));
        Assert.Equal(["later 1", "later 2", "count 9"], bench.Logs());
        Assert.Equal(0, bench.Find()!.Deferred);
    }

    [Fact]
    public void ADeferredEventThatNothingTakesYetIsDeferredOnceMore()
    {
        using var bench = new RuleBench("Rule02Places");
        bench.Send(new Come(0), new Later(1), new Go(0), new Later(2), new Go(0));
        Assert.Equal(2, bench.Find()!.Deferred);
        bench.Send(new Turn(0), new Go(0));
        Assert.Equal(["later 1", "later 2"], bench.Logs());
    }
}
