using HerogiDsl.Testing.Harness;
using Ruled;

namespace HerogiDsl.Testing.Tests.Rules;

/// <summary>Rule 6: calls that ask for no answer.</summary>
public sealed class Rule06QuietCallTests
{
    [Theory]
    [InlineData(404, true)]
    [InlineData(200, false)]
    public void ACallWithoutReturnsThatFailsForGoodIsToldInTheHistory(int status, bool isTold)
    {
        using var bench = new RuleBench("Rule06Quiet");
        bench.Harness.Answer("Outside", HttpReply.Status(status));
        bench.Send(new Come(1));
        Assert.Equal(["Come: moved Calling"], bench.Steps());
        bench.Harness.Settle();
        Assert.Equal(isTold, bench.LastStep == ": failed" || bench.LastStep == "timer: failed");
        bench.Send(new Leave(1));
        bench.Harness.Settle();
        Assert.Equal(isTold ? 4 : 0, bench.Steps().Count(step => step.EndsWith(": failed", StringComparison.Ordinal)));
        Assert.Equal(
            ["/end", "/exit", "/leaving", "/quiet"], bench.Paths.Distinct().Order(StringComparer.Ordinal));
    }
}
