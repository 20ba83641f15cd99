using HerogiDsl.Runtime.Hosting;
using HerogiDsl.Runtime.Tests.Scenarios;
using HerogiDsl.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace HerogiDsl.Runtime.Tests.Dispatch;

public sealed class HttpTests
{
    private const string Secret = "s3cr3t-token-of-the-test";

    [Fact]
    public async Task TheAnswerHasStatusHeadersAndText()
    {
        using var folder = new TestFolder();
        await using var server = await StubServer.StartAsync((context, _) =>
        {
            context.Response.StatusCode = 207;
            context.Response.Headers["X-Two"] = new(["a", "b"]);
            context.Response.ContentType = "text/plain; charset=iso-8859-1";
            return context.Response.Body.WriteAsync(new byte[] { 0xE4, 0xF6 }).AsTask();
        });
        var caller = new CallerScenario(Steps.Call("GET", "?q=%C3%A4"));
        await using var host = await TestHost.StartAsync(caller.Setup(folder, Connections.Http(server.Url + "/base/")));
        await host.Herogi.SendAsync("s", new Said("Go"));
        var answer = await caller.AnswerAsync();

        Assert.Equal((207, "äö", "a, b"), (answer.StatusCode, answer.Text, answer.Headers["x-two"]));
        Assert.Equal("/base?q=ä", Uri.UnescapeDataString(Assert.Single(server.Requests).Path));
    }

    [Theory]
    [InlineData("POST", 1024 * 1024, 200, false)]
    [InlineData("POST", (1024 * 1024) + 1, 0, true)]
    [InlineData("GET", (1024 * 1024) + 1, 0, false)]
    public async Task AResponseBodyHasAtMost1MiB(string method, int size, int status, bool isUnknown)
    {
        using var folder = new TestFolder();
        await using var server = await StubServer.StartAsync((context, _) =>
            context.Response.WriteAsync(new string('x', size)));
        var caller = new CallerScenario(Steps.Call(method, "/x"));
        await using var host = await TestHost.StartAsync(caller.Setup(folder, server.Connection()));
        await host.Herogi.SendAsync("s", new Said("Go"));
        var answer = await caller.AnswerAsync();

        Assert.Equal((status, isUnknown), (answer.StatusCode, answer.Unknown));
        Assert.Equal(status == 0, answer.Error?.Contains("1048576", StringComparison.Ordinal) ?? false);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("GET", 302, true, "/target", 200)]
    [InlineData("GET", 302, false, null, 302)]
    [InlineData("POST", 307, true, "/target", 200)]
    [InlineData("POST", 302, true, null, 302)]
    public async Task RedirectsAreFollowedOnlyWithinTheHostAndWithTheSameMethod(
        string method, int status, bool isSameHost, string? followedTo, int answerStatus)
    {
        using var folder = new TestFolder();
        await using var stranger = await StubServer.StartAsync(200);
        await using var server = await StubServer.StartAsync((context, number) =>
        {
            if (number > 0)
                return Task.CompletedTask;
            context.Response.StatusCode = status;
            context.Response.Headers.Location = isSameHost ? "/target" : stranger.Url + "/target";
            return Task.CompletedTask;
        });
        var caller = new CallerScenario(Steps.Call(method, "/x"));
        await using var host = await TestHost.StartAsync(caller.Setup(folder, server.Connection()));
        await host.Herogi.SendAsync("s", new Said("Go"));
        var answer = await caller.AnswerAsync();

        Assert.Equal(answerStatus, answer.StatusCode);
        Assert.Empty(stranger.Requests);
        Assert.Equal(followedTo is null ? ["/x"] : ["/x", followedTo], server.Requests.Select(request => request.Path));
        Assert.Equal(method, server.Requests.Last().Method);
    }

    [Fact]
    public async Task SecretsGoIntoHeadersAndNowhereElse()
    {
        using var folder = new TestFolder();
        await using var server = await StubServer.StartAsync(502, 200);
        var caller = new CallerScenario(Steps.Call("GET", "/x"));
        var connection = Connections.Http("{{ config.url }}") with
        {
            Headers = [new("Authorization", Connections.Template(TemplateUse.Header, "Bearer {{ secret.token }}"))],
        };
        var setup = caller.Setup(folder, connection) with
        {
            Settings = new() { ["HerogiDsl:Config:url"] = server.Url, ["HerogiDsl:Secrets:token"] = Secret },
        };
        var host = await TestHost.StartAsync(setup);
        await host.Herogi.SendAsync("s", new Said("Go"));
        await caller.AnswerAsync();
        await Eventually.IsIdleAsync(host);
        await host.DisposeAsync();

        Assert.All(server.Requests, request => Assert.Equal($"Bearer {Secret}", request.Headers["Authorization"]));
        Assert.NotEmpty(host.Log.Lines);
        Assert.DoesNotContain(host.Log.Lines, line => line.Contains(Secret, StringComparison.Ordinal));
        foreach (var file in Directory.GetFiles(folder.Path))
        {
            var content = System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file));
            Assert.DoesNotContain(Secret, content, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task WhatTheConnectionsLackIsToldAtTheStartAllAtOnce()
    {
        using var folder = new TestFolder();
        var missing = Connections.Http("{{ config.nowhere }}") with
        {
            Headers = [new("Authorization", Connections.Template(TemplateUse.Header, "Bearer {{ secret.token }}"))],
        };
        var setup = new TestSetup(folder.Database)
        {
            Connections = [missing, Connections.Http("ftp://host") with { Name = "Ftp" }, Connections.Mail("http://host")],
        };
        var host = TestHost.Make(setup);
        var exception = await Assert.ThrowsAsync<HerogiConfigurationException>(host.StartAsync);
        host.Crash();

        Assert.Equal(4, exception.Problems.Count);
        Assert.Contains("'HerogiDsl:Config:nowhere'", exception.Message);
        Assert.Contains("'HerogiDsl:Secrets:token'", exception.Message);
        Assert.Contains("'Ftp' is no absolute http or https url", exception.Message);
        Assert.Contains("'Post' is none of mail", exception.Message);
    }

    [Theory]
    [InlineData(404, true)]
    [InlineData(200, false)]
    public async Task ACallWithoutReturnsThatFailsForGoodIsToldInTheHistory(int status, bool isTold)
    {
        using var folder = new TestFolder();
        await using var server = await StubServer.StartAsync(status);
        var caller = new CallerScenario(Steps.Call("POST", "/x", returns: null) with { Position = new SourcePosition("a.herogi", 3, 4) });
        await using var host = await TestHost.StartAsync(caller.Setup(folder, server.Connection()));
        await host.Herogi.SendAsync("s", new Said("Go"));
        await Eventually.HoldsAsync(() => server.Requests.Count == 1, "the call is made");
        await Eventually.IsIdleAsync(host);

        Assert.Equal(isTold ? ["moved", "failed"] : ["moved"], await host.OutcomesAsync("s"));
        if (isTold)
        {
            var entry = (await host.Monitor.GetHistoryAsync("s"))[1];
            Assert.Equal(("a.herogi(3,4)", "http Api: status 404"), (entry.Position, entry.Reason));
        }
    }

    [Fact]
    public async Task AConnectionHasNoMoreCallsUnderWayThanItsParallel()
    {
        using var folder = new TestFolder();
        var (now, most, gate) = (0, 0, new Lock());
        await using var server = await StubServer.StartAsync(async (context, _) =>
        {
            lock (gate)
                most = Math.Max(most, ++now);
            await Task.Delay(20, context.RequestAborted);
            lock (gate)
                now--;
        });
        var caller = new CallerScenario(Steps.Call("GET", "/x"));
        await using var host = await TestHost.StartAsync(caller.Setup(folder, server.Connection() with { Parallel = 3 }));
        await Task.WhenAll(Enumerable.Range(0, 20).Select(number => host.Herogi.SendAsync($"s{number}", new Said("Go"))));
        await Eventually.HoldsAsync(() => caller.Count == 20, "all are answered");

        Assert.Equal(3, most);
    }

    [Fact]
    public async Task AConnectionBeginsNoMoreCallsInAPeriodThanItsLimit()
    {
        using var folder = new TestFolder();
        var times = new List<long>();
        await using var server = await StubServer.StartAsync((_, _) =>
        {
            lock (times)
                times.Add(Environment.TickCount64);
            return Task.CompletedTask;
        });
        var caller = new CallerScenario(Steps.Call("GET", "/x"));
        await using var host = await TestHost.StartAsync(caller.Setup(
            folder, server.Connection() with { Limit = new RateLimitDefinition(5, TimeSpan.FromSeconds(1)) }));
        await Task.WhenAll(Enumerable.Range(0, 11).Select(number => host.Herogi.SendAsync($"s{number}", new Said("Go"))));
        await Eventually.HoldsAsync(() => caller.Count == 11, "all are answered");

        for (var index = 5; index < times.Count; index++)
            Assert.InRange(times[index] - times[index - 5], 900, long.MaxValue);
    }
}
