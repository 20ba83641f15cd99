using HerogiDsl.Runtime.Dispatch;
using HerogiDsl.Runtime.Storage;
using HerogiDsl.Runtime.Tests.Scenarios;
using HerogiDsl.Runtime.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace HerogiDsl.Runtime.Tests.Dispatch;

/// <summary>A connection that does not answer is left alone; its calls wait.</summary>
public sealed class CircuitBreakerTests
{
    private static readonly CallResult Absent = new() { Failure = CallFailure.Network };
    private static readonly CallResult Present = new() { StatusCode = 200 };

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    private CircuitBreaker Make(int failures) => new("Api", failures, _time, NullLogger.Instance);

    private static void Fail(CircuitBreaker breaker, int times)
    {
        for (var time = 0; time < times; time++)
            breaker.Record(OutboxKind.Http, Absent);
    }

    [Theory]
    [InlineData(2, 16)]
    [InlineData(3, 0)]
    public void SoManyFailuresInARowBreakIt(int failures, int room)
    {
        var breaker = Make(3);
        Fail(breaker, 2);
        breaker.Record(OutboxKind.Http, Present);
        Fail(breaker, failures);
        Assert.Equal(room, breaker.FindRoom(16));
        Assert.Equal(room == 0, breaker.IsBroken);
        Assert.Equal(room == 0 ? _time.GetUtcNow().AddSeconds(1) : null, breaker.OpenUntil);
    }

    [Fact]
    public void OneTryAtATimeFindsOutAndTheWaitDoublesToAMinute()
    {
        var breaker = Make(1);
        var waits = new List<double>();
        for (var round = 0; round < 9; round++)
        {
            Fail(breaker, 3);
            waits.Add(((breaker.OpenUntil ?? default) - _time.GetUtcNow()).TotalSeconds);
            _time.SetUtcNow(breaker.OpenUntil ?? default);
            Assert.Equal((1, null), (breaker.FindRoom(16), breaker.OpenUntil));
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60, 60], waits);
        breaker.Record(OutboxKind.Http, Present);
        Assert.Equal((16, false), (breaker.FindRoom(16), breaker.IsBroken));
        Fail(breaker, 1);
        Assert.Equal(_time.GetUtcNow().AddSeconds(1), breaker.OpenUntil);
    }

    [Theory]
    [InlineData("http", 502, true)]
    [InlineData("http", 503, true)]
    [InlineData("http", 504, true)]
    [InlineData("http", 500, false)]
    [InlineData("http", 429, false)]
    [InlineData("http", 404, false)]
    [InlineData("email", 421, false)]
    [InlineData("email", 503, false)]
    public void OnlyWhatIsNoAnswerBreaksIt(string kind, int status, bool isBroken)
    {
        var breaker = Make(1);
        breaker.Record(kind == "http" ? OutboxKind.Http : OutboxKind.Email, new CallResult { StatusCode = status });
        Assert.Equal(isBroken, breaker.IsBroken);
    }

    [Fact]
    public void ACallThatCannotBeMadeSaysNothingOfTheOtherSideAndZeroIsNever()
    {
        var breaker = Make(1);
        breaker.Record(OutboxKind.Http, CallResult.Impossible("no url"));
        Assert.False(breaker.IsBroken);
        var never = Make(0);
        Fail(never, 1000);
        Assert.False(never.IsBroken);
    }

    [Fact]
    public async Task CallsWaitUntilTheOtherSideIsBackAndNoneIsLost()
    {
        using var folder = new TestFolder();
        var isDown = true;
        await using var server = await StubServer.StartAsync((context, _) =>
        {
            context.Response.StatusCode = Volatile.Read(ref isDown) ? 503 : 200;
            return Task.CompletedTask;
        });
        var answers = 0;
        var scenario = new ScriptedScenario("Caller", ["Go"], (_, trigger, context) =>
        {
            if (trigger.Event is Answered { Answer.StatusCode: 200 })
                Interlocked.Increment(ref answers);
            else
                context.Add(Steps.Call("GET", "/"));
            return context.Move("Asking");
        });
        await using var host = await TestHost.StartAsync(new(folder.Database)
        {
            Scenarios = [scenario],
            Connections = [server.Connection(Connections.Quick with { Count = 1000 }) with { Parallel = 2 }],
            Time = _time,
            Settings = new() { ["HerogiDsl:FailuresToBreak"] = "5" },
        });
        var health = host.Services.GetRequiredService<HealthCheckService>();
        Assert.Equal(HealthStatus.Healthy, (await health.CheckHealthAsync()).Status);
        for (var session = 0; session < 50; session++)
            await host.Herogi.SendAsync($"s{session}", new Said("Go"));
        await Eventually.HoldsAsync(() => host.Parts.Dispatcher.FindBroken().Count == 1, "it is broken");
        await Eventually.HoldsAsync(async () => (await host.Monitor.GetOverviewAsync()).Pending.Calls == 50, "all wait");

        var report = await health.CheckHealthAsync();
        Assert.Equal(HealthStatus.Degraded, report.Status);
        Assert.Contains("'Api' does not answer", report.Entries["herogi"].Description);
        // Two may have been under way when the fifth failed.
        Assert.InRange(server.Requests.Count, 5, 6);

        Volatile.Write(ref isDown, false);
        await Eventually.HoldsAsync(
            () =>
            {
                _time.Advance(TimeSpan.FromSeconds(1));
                return Volatile.Read(ref answers) == 50;
            },
            "every call has its answer");
        Assert.Equal(HealthStatus.Healthy, (await health.CheckHealthAsync()).Status);
    }
}
