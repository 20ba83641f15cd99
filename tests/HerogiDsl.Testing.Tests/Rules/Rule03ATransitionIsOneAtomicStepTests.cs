using Ruled;

namespace HerogiDsl.Testing.Tests.Rules;

/// <summary>Rule 3: what taking a transition is.</summary>
public sealed class Rule03ATransitionIsOneAtomicStepTests : IDisposable
{
    private readonly RuleBench _bench = new("Rule03");

    public Rule03ATransitionIsOneAtomicStepTests() => _bench.Send(new Come(1));

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void TheExitOfTheStateBeingLeftTheTransitionsDoThenTheTargetsStatements()
    {
        Assert.Equal("come first", _bench.Datum("trail"));
        _bench.Send(new Go(1));
        Assert.Equal("come first exit of First go Second", _bench.Datum("trail"));
    }

    [Fact]
    public void AnEndIsATargetAsWell()
    {
        _bench.Send(new Leave(1));
        Assert.Equal(["come first exit of First leave end"], _bench.Logs());
    }

    [Fact]
    public void ATimersTransitionIsTakenInTheSameOrder()
    {
        _bench.Advance(60);
        Assert.Equal("come first exit of First timer Second", _bench.Datum("trail"));
    }

    [Fact]
    public void AllOfItIsOneAtomicStep()
    {
        _bench.Send(new Later(1));
        Assert.True(_bench.IsFaulted());
        Assert.Equal("broken, after come first exit of First later", _bench.Find()!.Reason);
        // Nothing of exit, do and statements is left.
        Assert.Equal(("First", "come first"), (_bench.Place(), _bench.Datum("trail")));
        Assert.Equal(["/first/1"], _bench.Paths);
        Assert.Equal(["Come: moved First", "Later: faulted"], _bench.Steps());
    }

    [Fact]
    public void StayRunsOnlyItsDoAndTheActionsDoNotRunAgain()
    {
        _bench.Send(new Look(1));
        Assert.Equal("come first look", _bench.Datum("trail"));
        Assert.Equal("Look: stayed First", _bench.LastStep);
        Assert.Single(_bench.Paths);
    }

    [Fact]
    public void TimersGoOnWhereItStays()
    {
        _bench.Advance(59);
        _bench.Send(new Look(1));
        Assert.Equal("First", _bench.Place());
        _bench.Advance(1);
        Assert.Equal("Second", _bench.Place());
    }

    [Fact]
    public void ATargetThatIsTheStateItselfLeavesAndEntersItAgain()
    {
        _bench.Advance(59);
        _bench.Send(new Turn(2));
        Assert.Equal("come first exit of First turn first", _bench.Datum("trail"));
        Assert.Equal(["/first/1", "/first/2"], _bench.Paths);
        // With its timer.
        _bench.Advance(59);
        Assert.Equal("First", _bench.Place());
        _bench.Advance(1);
        Assert.Equal("Second", _bench.Place());
    }
}
