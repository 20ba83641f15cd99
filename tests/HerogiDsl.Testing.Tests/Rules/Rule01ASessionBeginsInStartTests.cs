using Ruled;

namespace HerogiDsl.Testing.Tests.Rules;

/// <summary>Rule 1: where a session is that a scenario does not know.</summary>
public sealed class Rule01ASessionBeginsInStartTests : IDisposable
{
    private readonly RuleBench _bench = new("Rule01");

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void ASessionThatAScenarioDoesNotKnowIsInItsStart()
    {
        Assert.Null(_bench.Place());
        _bench.Send(new Come(5));
        Assert.Equal("Inside", _bench.Place());
        Assert.Equal(["Come: moved Inside"], _bench.Steps());
    }

    [Fact]
    public void AnEventThatNoStartTransitionTakesIsIgnoredAndLeavesNoInstanceBehind()
    {
        // A guard that does not hold, a state's event, and what only `anywhere` takes or defers.
        _bench.Send(new Come(0), new Go(1), new Turn(1), new Later(1));
        Assert.Equal(["Come: ignored", "Go: ignored", "Turn: ignored", "Later: ignored"], _bench.Steps());
        Assert.Null(_bench.Find());

        _bench.Send(new Come(1), new Go(1));
        Assert.Equal("Second", _bench.Place());
        Assert.DoesNotContain("Later: deferred", _bench.Steps());
        _bench.Send(new Turn(1));
        Assert.Equal("Turn: ended Gone", _bench.LastStep);
    }
}
