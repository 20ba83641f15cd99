using System.Globalization;
using HerogiDsl.Runtime.Tests.Scenarios;
using HerogiDsl.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace HerogiDsl.Runtime.Tests.Dispatch;

public sealed class RetryTests
{
    private static async Task<(HttpAnswer Answer, StubServer Server)> RunAsync(
        HttpCall call, Func<HttpContext, int, Task> answer, RetryDefinition? retry = null)
    {
        using var folder = new TestFolder();
        await using var server = await StubServer.StartAsync(answer);
        var caller = new CallerScenario(call);
        await using var host = await TestHost.StartAsync(caller.Setup(folder, server.Connection(retry)));
        await host.Herogi.SendAsync("s", new Said("Go"));
        var result = await caller.AnswerAsync();
        await Eventually.IsIdleAsync(host);
        return (result, server);
    }

    private static Func<HttpContext, int, Task> Statuses(params int[] statuses) => (context, number) =>
    {
        context.Response.StatusCode = statuses[Math.Min(number, statuses.Length - 1)];
        return context.Response.WriteAsync("text");
    };

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task AnIdempotentCallIsMadeAgainAfterWhatTheConnectionRetries(string method)
    {
        var (answer, server) = await RunAsync(Steps.Call(method, "/x"), Statuses(502, 429, 503, 200));
        Assert.Equal((200, false, null), (answer.StatusCode, answer.Unknown, answer.Error));
        Assert.Equal(4, server.Requests.Count);
    }

    [Theory]
    [InlineData(500, 1)]
    [InlineData(404, 1)]
    [InlineData(520, 1)]
    [InlineData(502, 4)]
    [InlineData(504, 4)]
    public async Task TheLastStatusIsTheAnswerOfAnIdempotentCallAndNeverUnknown(int status, int requests)
    {
        var (answer, server) = await RunAsync(Steps.Call("PUT", "/x"), Statuses(status));
        Assert.Equal((status, false), (answer.StatusCode, answer.Unknown));
        Assert.Equal(requests, server.Requests.Count);
    }

    [Theory]
    [InlineData("POST", 500, true)]
    [InlineData("POST", 502, true)]
    [InlineData("POST", 503, true)]
    [InlineData("POST", 504, true)]
    [InlineData("POST", 521, true)]
    [InlineData("PATCH", 502, true)]
    [InlineData("POST", 501, false)]
    [InlineData("POST", 404, false)]
    [InlineData("POST", 409, false)]
    [InlineData("POST", 201, false)]
    public async Task APostThatMayHaveHappenedIsNotMadeAgainAndItsOutcomeIsUnknown(string method, int status, bool isUnknown)
    {
        var (answer, server) = await RunAsync(Steps.Call(method, "/x"), Statuses(status, 200));
        Assert.Equal((status, isUnknown), (answer.StatusCode, answer.Unknown));
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(429, false)]
    [InlineData(429, true)]
    [InlineData(503, true)]
    public async Task APostThatCertainlyDidNotHappenIsMadeAgain(int status, bool hasRetryAfter)
    {
        var (answer, server) = await RunAsync(Steps.Call("POST", "/x"), (context, number) =>
        {
            context.Response.StatusCode = number == 0 ? status : 201;
            if (hasRetryAfter)
                context.Response.Headers.RetryAfter = "0";
            return Task.CompletedTask;
        });
        Assert.Equal((201, false), (answer.StatusCode, answer.Unknown));
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(429)]
    public async Task APostThatCertainlyNeverHappenedIsNotUnknown(int status)
    {
        var (answer, server) = await RunAsync(Steps.Call("POST", "/x"), (context, _) =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.RetryAfter = "0";
            return Task.CompletedTask;
        });
        Assert.Equal((status, false), (answer.StatusCode, answer.Unknown));
        Assert.Equal(4, server.Requests.Count);
    }

    [Theory]
    [InlineData("POST", null, false, 1)]
    [InlineData("PATCH", null, false, 1)]
    [InlineData("POST", "k-1", false, 2)]
    [InlineData("POST", null, true, 2)]
    [InlineData("PUT", null, false, 2)]
    [InlineData("GET", null, false, 2)]
    public async Task WithoutAnAnswerOnlyWhatIsIdempotentOrHasAKeyIsMadeAgain(string method, string? key, bool isIdempotent, int requests)
    {
        var call = Steps.Call(method, "/x");
        call = call with { Key = key, IsIdempotent = call.IsIdempotent || isIdempotent };
        var (answer, server) = await RunAsync(call, (context, number) =>
        {
            if (number == 0)
                context.Abort();
            return Task.CompletedTask;
        });
        Assert.Equal(requests == 1 ? (0, true) : (200, false), (answer.StatusCode, answer.Unknown));
        Assert.Equal(requests == 1, answer.Error is not null);
        Assert.Equal(requests, server.Requests.Count);
    }

    [Fact]
    public async Task APostWithoutABodyOnAKeptConnectionIsNotMadeAgainBehindOurBack()
    {
        using var folder = new TestFolder();
        await using var server = await StubServer.StartAsync((context, number) =>
        {
            if (number > 0)
                context.Abort();
            return Task.CompletedTask;
        });
        var caller = new CallerScenario(Steps.Call("POST", "/x") with { Body = null, ContentType = null });
        await using var host = await TestHost.StartAsync(caller.Setup(folder, server.Connection()));

        await host.Herogi.SendAsync("first", new Said("Go"));
        await Eventually.IsInAsync(host, "first", "Answered");
        await host.Herogi.SendAsync("second", new Said("Go"));
        await Eventually.IsInAsync(host, "second", "Answered");

        Assert.Equal(2, server.Requests.Count);
        Assert.Equal(1, (await host.Monitor.GetOverviewAsync()).Totals.Unknown);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("GET")]
    public async Task WithoutAConnectionEveryCallIsMadeAgainAndIsNotUnknown(string method)
    {
        using var folder = new TestFolder();
        var caller = new CallerScenario(Steps.Call(method, "/x"));
        await using var host = await TestHost.StartAsync(caller.Setup(folder, Connections.Http("http://127.0.0.1:9")));
        await host.Herogi.SendAsync("s", new Said("Go"));
        var answer = await caller.AnswerAsync();

        Assert.Equal((0, false), (answer.StatusCode, answer.Unknown));
        Assert.NotNull(answer.Error);
        Assert.Equal(new HerogiTotals(4, 3, 0, 1, 0), (await host.Monitor.GetOverviewAsync()).Totals);
    }

    [Theory]
    [InlineData("POST", 1, true)]
    [InlineData("PUT", 2, false)]
    public async Task ATryEndsWithTheTimeoutOfItsConnection(string method, int requests, bool isUnknown)
    {
        using var folder = new TestFolder();
        await using var server = await StubServer.StartAsync((context, number) =>
            number == 0 ? Task.Delay(Timeout.Infinite, context.RequestAborted) : Task.CompletedTask);
        var caller = new CallerScenario(Steps.Call(method, "/x"));
        await using var host = await TestHost.StartAsync(
            caller.Setup(folder, server.Connection() with { Timeout = TimeSpan.FromMilliseconds(100) }));
        await host.Herogi.SendAsync("s", new Said("Go"));
        var answer = await caller.AnswerAsync();

        Assert.Equal(isUnknown, answer.Unknown);
        Assert.Equal(requests, server.Requests.Count);
    }

    [Fact]
    public async Task EachTryHasTheSameKeyBodyAndHeaders()
    {
        var call = Steps.Call("POST", "/x?a=1") with { Key = "k-1", Headers = [new("X-Mine", "a"), new("Accept-Language", "de")] };
        var (_, server) = await RunAsync(call, Statuses(502, 502, 200));

        var tries = server.Requests.Select(request =>
            (request.Path, request.Body, request.Headers["Idempotency-Key"], request.Headers["X-Mine"],
                request.Headers["Accept-Language"], request.Headers["Content-Type"])).ToList();
        Assert.Equal(3, tries.Count);
        Assert.Equal(("/x?a=1", """{"a":1}""", "k-1", "a", "de", "application/json"), Assert.Single(tries.Distinct()));
    }

    [Fact]
    public async Task OnlyTheCausesOfTheConnectionAreRetriedAndOnlySoOften()
    {
        var (answer, server) = await RunAsync(
            Steps.Call("GET", "/x"), Statuses(418, 418, 418, 502),
            new RetryDefinition(2, [new(418, 418)], OnNetwork: false, OnTimeout: false, TimeSpan.FromMilliseconds(1)));
        Assert.Equal((418, 3), (answer.StatusCode, server.Requests.Count));
    }

    [Theory]
    [InlineData("120", 120)]
    [InlineData("date", 120)]
    public async Task RetryAfterIsObeyedAlsoOverARestart(string header, int seconds)
    {
        using var folder = new TestFolder();
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var time = new FakeTimeProvider(start);
        await using var server = await StubServer.StartAsync((context, number) =>
        {
            context.Response.StatusCode = number == 0 ? 429 : 200;
            context.Response.Headers.RetryAfter = header == "date"
                ? start.AddSeconds(seconds).ToString("R", CultureInfo.InvariantCulture)
                : header;
            return Task.CompletedTask;
        });
        var caller = new CallerScenario(Steps.Call("POST", "/x"));
        var setup = caller.Setup(folder, server.Connection()) with { Time = time };
        await using (var host = await TestHost.StartAsync(setup))
        {
            await host.Herogi.SendAsync("s", new Said("Go"));
            await Eventually.HoldsAsync(async () => (await host.Monitor.GetOverviewAsync()).Totals.Retries == 1, "it is put off");
            host.Crash();
        }

        time.Advance(TimeSpan.FromSeconds(seconds - 1));
        await using var again = await TestHost.StartAsync(setup);
        await again.Herogi.SendAsync("other", new Said("Go"));
        await Eventually.IsInAsync(again, "other", "Answered");
        Assert.Equal(2, server.Requests.Count);

        time.Advance(TimeSpan.FromSeconds(2));
        await Eventually.IsInAsync(again, "s", "Answered");
        Assert.Equal(3, server.Requests.Count);
    }

    [Theory]
    [InlineData("301", "", 1)]
    [InlineData("0", """{"policyName":"DAILY"}""", 1)]
    [InlineData("0", """{"policyName":"SECONDLY","message":"DAILY"}""", 4)]
    public async Task ALongRetryAfterOrADailyLimitEndsTheTriesWithThatAnswer(string retryAfter, string body, int requests)
    {
        var (answer, server) = await RunAsync(Steps.Call("GET", "/x"), (context, _) =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = retryAfter;
            return context.Response.WriteAsync(body);
        });
        Assert.Equal((429, body), (answer.StatusCode, answer.Text));
        Assert.Equal(requests, server.Requests.Count);
    }
}
