using HerogiDsl.Testing.Harness;
using Ruled;

namespace HerogiDsl.Testing.Tests.Rules;

/// <summary>Rule 4: what acts at once, and what is recorded.</summary>
public sealed class Rule04EffectsBeginWhenTheStepIsSafeTests : IDisposable
{
    private readonly RuleBench _bench = new("Rule04");

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void SetActsAtOnceAndTheLaterStatementsOfTheStepSeeIt()
    {
        _bench.Send(new Come(1));
        Assert.Equal(["/2", "/3"], _bench.Paths);
        Assert.Equal("three", _bench.Logs()[0]);
        Assert.Equal("3", Assert.Single(_bench.Harness.Mails).Message.Subject);
    }

    [Fact]
    public void WhatReachesOutsideIsRecordedInTheSameAtomicStepAndBeginsAfterItIsSafe()
    {
        _bench.Send(new Come(0));
        // The step had asked for all of it, and was never safe.
        Assert.True(_bench.IsFaulted());
        Assert.Empty(_bench.Paths);
        Assert.Empty(_bench.Harness.Mails);
        Assert.Empty(_bench.Logs());
        Assert.Equal(["Come: faulted"], _bench.Steps());
    }

    [Fact]
    public void WhatIsSentComesInTheOrderWrittenAfterTheWholeStep()
    {
        _bench.Send(new Come(1));
        Assert.Equal(["three", "count 3, n 100", "count 4, n 200"], _bench.Logs());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void CallsOfOneConnectionBeginInTheOrderWritten(ulong seed)
    {
        using var bench = new RuleBench(seed, ["Rule06"]);
        bench.Send(new Come(1));
        Assert.Equal(["/entering", "/own", "/action"], bench.Paths);
    }

    [Fact]
    public void NoneWaitsForAnother()
    {
        _bench.Harness.Answer("Outside", HttpReply.Status(200).After(TimeSpan.FromSeconds(20)), HttpReply.Status(200));
        _bench.Send(new Come(1));
        Assert.Equal(["/2", "/3"], _bench.Paths);
        Assert.Null(_bench.Harness.Calls[0].Reply);
        Assert.NotNull(_bench.Harness.Calls[1].Reply);
        Assert.Single(_bench.Harness.Mails);
        Assert.Equal(3, _bench.Logs().Count);
    }

    [Fact]
    public void TemplatesAreRenderedWithinTheStepSoWhatIsRecordedIsWhatIsSent()
    {
        _bench.Harness.Answer("Outside", HttpReply.NoConnection(), HttpReply.NoConnection(), HttpReply.Status(200));
        _bench.Send(new Come(1));
        Assert.Equal("200", _bench.Datum("n"));
        _bench.Harness.Settle();
        Assert.Equal(["/2", "/2", "/3", "/3"], _bench.Paths.Order());
    }
}
