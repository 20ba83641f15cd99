using HerogiDsl.Testing.Harness;
using Ruled;

namespace HerogiDsl.Testing.Tests.Rules;

/// <summary>
/// Rule 5: which call is made again, and after what. The connection retries 404, 429, 5xx, no connection and no answer, twice.
/// </summary>
public sealed class Rule05NoCallIsRepeatedBlindlyTests : IDisposable
{
    private static readonly (int Number, string Method)[] Repeatable =
        [(1, "GET"), (2, "HEAD"), (3, "PUT"), (4, "DELETE"), (5, "POST"), (6, "POST")];

    private static readonly (int Number, string Method)[] Others = [(7, "POST"), (8, "PATCH")];

    private readonly RuleBench _bench = new("Rule05");

    public static TheoryData<string> Failures =>
    [
        "none", "lost", "timeout", "404", "429", "429 after 1", "500", "501", "502", "503", "503 after 1", "504", "505",
        "519", "520", "529", "530",
    ];

    public void Dispose() => _bench.Dispose();

    [Theory]
    [MemberData(nameof(Failures))]
    public void WhatIsRepeatableIsMadeAgainAfterAnyFailureThatTheConnectionRetries(string failure)
    {
        foreach (var (number, method) in Repeatable)
        {
            Assert.Equal((3, $"known {StatusOf(failure)}"), Call(number, method, Reply(failure)));
            Assert.Equal((2, "known 200"), Call(number, method, Reply(failure), HttpReply.Status(200)));
        }
    }

    [Fact]
    public void WhatTheConnectionDoesNotRetryIsTheAnswer()
    {
        foreach (var (number, method) in Repeatable.Concat(Others))
            Assert.Equal((1, "known 409"), Call(number, method, HttpReply.Status(409)));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("429")]
    [InlineData("429 after 1")]
    [InlineData("503 after 1")]
    public void APostOrPatchWithoutEitherIsMadeAgainWhereItCertainlyDidNotHappen(string failure)
    {
        foreach (var (number, method) in Others)
        {
            Assert.Equal((3, $"known {StatusOf(failure)}"), Call(number, method, Reply(failure)));
            Assert.Equal((2, "known 200"), Call(number, method, Reply(failure), HttpReply.Status(200)));
        }
    }

    [Theory]
    [InlineData("404")]
    [InlineData("501")]
    [InlineData("505")]
    [InlineData("519")]
    [InlineData("530")]
    public void ItIsMadeAgainNowhereElse(string failure)
    {
        foreach (var (number, method) in Others)
            Assert.Equal((1, $"known {failure}"), Call(number, method, Reply(failure)));
    }

    [Theory]
    [InlineData("lost")]
    [InlineData("timeout")]
    [InlineData("500")]
    [InlineData("502")]
    [InlineData("503")]
    [InlineData("504")]
    [InlineData("520")]
    [InlineData("529")]
    public void WhereItMayHaveHappenedItsAnswerIsUnknownWithTheStatusAsFarAsKnown(string failure)
    {
        foreach (var (number, method) in Others)
            Assert.Equal((1, $"unknown {StatusOf(failure)}"), Call(number, method, Reply(failure)));
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public void ForOtherCallsUnknownIsAlwaysFalse(string failure)
    {
        foreach (var (number, method) in Repeatable)
            Assert.StartsWith("known", Call(number, method, Reply(failure)).Answer, StringComparison.Ordinal);
    }

    [Fact]
    public void AKeyIsSentAsIdempotencyKeyAndIsTheSameInEachTry()
    {
        Call(6, "POST", HttpReply.Lost());
        Assert.Equal(3, _bench.Harness.Calls.Count);
        Assert.Equal(
            $"key of {_bench.Harness.Calls[0].SessionId}",
            Assert.Single(_bench.Harness.Calls.Select(call => call.Headers["Idempotency-Key"]).Distinct()));
        Call(5, "POST", HttpReply.Lost());
        Assert.False(_bench.Harness.Calls[^1].Headers.ContainsKey("Idempotency-Key"));
    }

    private (int Tries, string Answer) Call(int number, string method, params HttpReply[] replies)
    {
        var before = _bench.Harness.Calls.Count;
        var session = $"s{before}";
        _bench.Harness.Answer("Outside", replies);
        _bench.Harness.Send(session, new Come(number));
        _bench.Harness.Settle();
        var calls = _bench.Harness.Calls.Skip(before).ToList();
        Assert.All(calls, call => Assert.Equal(method, call.Method));
        return (calls.Count, Assert.Single(_bench.Logs(session)));
    }

    private static HttpReply Reply(string failure) => failure switch
    {
        "none" => HttpReply.NoConnection(),
        "lost" => HttpReply.Lost(),
        "timeout" => HttpReply.Timeout(),
        _ when failure.Contains("after", StringComparison.Ordinal) =>
            HttpReply.Status(StatusOf(failure)).With("Retry-After", failure.Split(' ')[^1]),
        _ => HttpReply.Status(StatusOf(failure)),
    };

    private static int StatusOf(string failure) =>
        int.TryParse(failure.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture, out var status) ? status : 0;
}
