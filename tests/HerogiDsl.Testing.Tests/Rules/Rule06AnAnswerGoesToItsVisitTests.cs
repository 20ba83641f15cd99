using HerogiDsl.Testing.Harness;
using Ruled;

namespace HerogiDsl.Testing.Tests.Rules;

/// <summary>Rule 6: whom an answer is for.</summary>
public sealed class Rule06AnAnswerGoesToItsVisitTests : IDisposable
{
    private static readonly HttpReply InTenSeconds = HttpReply.Status(200).After(TimeSpan.FromSeconds(10));

    private readonly RuleBench _bench = new("Rule06");

    public Rule06AnAnswerGoesToItsVisitTests()
    {
        _bench.Harness.Answer("Outside", InTenSeconds);
        _bench.Send(new Come(1));
        Assert.Equal(["/entering", "/own", "/action"], _bench.Paths);
    }

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void AnAnswerGoesToTheVisitInWhoseStatementsOrEnteringDoItWasAskedFor()
    {
        Seconds(10);
        Assert.Equal([" acted", " entering", " own"], Got());
    }

    [Fact]
    public void AfterStayItGoesToTheVisitThatGoesOn()
    {
        Seconds(5);
        _bench.Send(new Turn(1));
        Seconds(10);
        Assert.Equal([" acted", " entering", " own", " staying"], Got());
    }

    [Fact]
    public void WhereTheSessionHasLeftThatVisitItIsStaleRecordedAndDropped()
    {
        Seconds(5);
        _bench.Send(new Go(1));
        Seconds(5);
        // The state waits for answers of the same name to a statement of the same label: these are not they.
        Assert.Equal(["Said: stale", "Said: stale", "Said: stale"], _bench.Steps().TakeLast(3));
        Assert.Equal("", _bench.Datum("got"));
        Seconds(5);
        Assert.Equal("Said: stayed Elsewhere", _bench.LastStep);
        Assert.Equal(" elsewhere", _bench.Datum("got"));
    }

    [Fact]
    public void EnteringTheSameStateAgainIsAnotherVisit()
    {
        Seconds(5);
        _bench.Send(new Look(1));
        Seconds(5);
        Assert.Equal(3, _bench.Steps().Count(step => step == "Said: stale"));
        Assert.Equal("", _bench.Datum("got"));
        Seconds(5);
        Assert.Equal([" acted", " own"], Got());
    }

    [Fact]
    public void AnAnswerAfterTheEndIsStaleAlsoForTheInstanceThatBeganAfterIt()
    {
        Seconds(5);
        _bench.Send(new Leave(1));
        _bench.Send(new Come(1));
        Seconds(5);
        Assert.Equal(3, _bench.Steps().Count(step => step == "Said: stale"));
        Seconds(5);
        Assert.Equal([" acted", " entering", " own"], Got());
    }

    [Fact]
    public void OnFromTakesOnlyTheAnswerToTheStatementSoLabelled()
    {
        _bench.Harness.Answer("Outside", HttpReply.Status(200));
        _bench.Send(new Look(1), new Turn(1));
        Assert.Equal([" acted", " own", " staying"], Got());
        _bench.Harness.Answer("Outside", InTenSeconds);
        _bench.Send(new Turn(1));
        Assert.Equal(3, Got().Count());
        Seconds(10);
        Assert.Equal([" acted", " own", " staying", " staying"], Got());
    }

    private void Seconds(int seconds) => _bench.Harness.Advance(TimeSpan.FromSeconds(seconds));

    // Calls that run beside each other end in any order.
    private IEnumerable<string> Got() =>
        _bench.Datum("got").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one => " " + one).Order(StringComparer.Ordinal);
}
