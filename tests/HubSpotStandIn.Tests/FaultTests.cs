using System.Net;
using HubSpotStandIn.Faults;
using HubSpotStandIn.Tests.Calls;

namespace HubSpotStandIn.Tests;

public sealed class FaultTests
{
    private const string Acme = """{"properties":{"name":"Acme"}}""";

    [Fact]
    public async Task AnAnswerIsLostButTheWorkIsDone()
    {
        await using var hubSpot = await StartAsync("lost=1");

        await Assert.ThrowsAsync<HttpRequestException>(() => CreateAsync(hubSpot));

        Assert.Equal(1, hubSpot.Server.Counts.Companies);
        Assert.Equal(1, hubSpot.Server.Counts.Faults["lost"]);
    }

    [Fact]
    public async Task ADroppedCallIsNotDone()
    {
        await using var hubSpot = await StartAsync("drop=1");

        await Assert.ThrowsAsync<HttpRequestException>(() => CreateAsync(hubSpot));

        Assert.Equal(0, hubSpot.Server.Counts.Companies);
        Assert.Equal(1, hubSpot.Server.Counts.Faults["drop"]);
    }

    [Fact]
    public async Task AConflictWhoseAnswerIsLostStillCounts()
    {
        await using var hubSpot = await StartAsync("lost=1");
        hubSpot.Server.AddContact("ann@acme.example", "Ann");

        await Assert.ThrowsAsync<HttpRequestException>(() =>
            hubSpot.PostAsync($"{StandIn.Dated}/contacts", """{"properties":{"email":"ann@acme.example"}}"""));

        Assert.Equal(1, hubSpot.Server.Counts.Conflicts);
        Assert.Equal(1, hubSpot.Server.Counts.Contacts);
    }

    [Fact(Timeout = 60_000)]
    public async Task ASlowCallIsAnsweredAfterItsDelay()
    {
        await using var hubSpot = await StartAsync("slow=1:30s");

        var stop = TestContext.Current.CancellationToken;
        var call = CreateAsync(hubSpot);
        while (hubSpot.Server.Counts.Faults.Count == 0)
        {
            stop.ThrowIfCancellationRequested();
            await Task.Yield();
        }
        Assert.False(call.IsCompleted);
        while (!call.IsCompleted)
        {
            stop.ThrowIfCancellationRequested();
            hubSpot.Clock.Advance(TimeSpan.FromSeconds(30));
            await Task.Yield();
        }

        Assert.Equal(HttpStatusCode.Created, (await call).Status);
    }

    [Theory]
    [InlineData(403, "MISSING_SCOPES")]
    [InlineData(423, "LOCKED")]
    [InlineData(477, "MIGRATION_IN_PROGRESS")]
    [InlineData(500, "INTERNAL_ERROR")]
    [InlineData(502, "BAD_GATEWAY")]
    [InlineData(503, "SERVICE_UNAVAILABLE")]
    [InlineData(504, "GATEWAY_TIMEOUT")]
    [InlineData(418, null)]
    public async Task AStatusIsAnsweredInHubSpotsShapeAndNothingDone(int status, string? category)
    {
        await using var hubSpot = await StartAsync($"{status}=1");

        var reply = await CreateAsync(hubSpot);

        Assert.Equal(status, (int)reply.Status);
        Assert.Equal("error", reply.Text("status"));
        Assert.NotEmpty(reply.Text("correlationId"));
        Assert.Equal(category, reply.Find("category")?.GetValue<string>());
        Assert.Equal(0, hubSpot.Server.Counts.Companies);
    }

    [Fact]
    public async Task WhatStandsBeforeHubSpotAnswersWithAPage()
    {
        await using var hubSpot = await StartAsync("521=1");

        var reply = await CreateAsync(hubSpot);

        Assert.Equal(521, (int)reply.Status);
        Assert.StartsWith("<html>", reply.Raw, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("423", "2")]
    [InlineData("477", "1")]
    public async Task ALockAndAMoveSayHowLongToWait(string status, string seconds)
    {
        await using var hubSpot = await StartAsync($"{status}=1");

        Assert.Equal(seconds, (await CreateAsync(hubSpot)).Headers["Retry-After"]);
    }

    [Theory]
    [InlineData("/crm/objects/2026-03/companies", "RATE_LIMITS")]
    [InlineData("/crm/v3/objects/companies", null)]
    [InlineData("/companies/v2/companies", null)]
    public async Task ARateLimitThatAFaultMakesSometimesSaysWhenToRetry(string path, string? category)
    {
        await using var hubSpot = await StartAsync("429=1");

        var replies = new List<Reply>();
        foreach (var _ in Enumerable.Range(0, 20))
        {
            replies.Add(await hubSpot.PostAsync(path, Acme));
        }

        Assert.All(replies, reply =>
        {
            Assert.Equal(HttpStatusCode.TooManyRequests, reply.Status);
            Assert.Equal("RATE_LIMIT", reply.Text("errorType"));
            Assert.Equal("TEN_SECONDLY_ROLLING", reply.Text("policyName"));
            Assert.Equal(category, reply.Find("category")?.GetValue<string>());
            Assert.NotEmpty(reply.Text("correlationId"));
        });
        Assert.Contains(replies, reply => reply.Headers.ContainsKey("Retry-After"));
        Assert.Contains(replies, reply => !reply.Headers.ContainsKey("Retry-After"));
    }

    [Fact]
    public async Task ASeedGivesTheSameFaultsAgain()
    {
        const string faults = "429=0.2,500=0.2,503=0.2";

        var first = await StatusesAsync(faults, seed: 7);
        var again = await StatusesAsync(faults, seed: 7);
        var other = await StatusesAsync(faults, seed: 8);

        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
        Assert.Equal([201, 429, 500, 503], first.Distinct().Order());
    }

    [Fact]
    public async Task FaultsChangeWhileItRuns()
    {
        await using var hubSpot = await StartAsync("");
        const string path = "/_standin/faults";

        var before = await CreateAsync(hubSpot);
        var text = await hubSpot.SendAsync(HttpMethod.Put, path, "503=1");
        var during = await CreateAsync(hubSpot);
        var json = await hubSpot.SendAsync(HttpMethod.Put, path, """{"faults":"slow=0.5:250ms,lost=0.25","seed":9}""");
        var shown = await hubSpot.GetAsync(path);
        var none = await hubSpot.SendAsync(HttpMethod.Put, path, "");
        var after = await CreateAsync(hubSpot);

        Assert.Equal(HttpStatusCode.Created, before.Status);
        Assert.Equal("503=1", text.Text("faults"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, during.Status);
        Assert.Equal(json.Raw, shown.Raw);
        Assert.Equal("slow=0.5:250ms,lost=0.25", shown.Text("faults"));
        Assert.Equal(9, shown.Number("seed"));
        Assert.Equal("", none.Text("faults"));
        Assert.Equal(HttpStatusCode.Created, after.Status);
    }

    [Theory]
    [InlineData("429")]
    [InlineData("lots=0.5")]
    [InlineData("200=0.5")]
    [InlineData("429=2")]
    [InlineData("429=-1")]
    [InlineData("429=x")]
    [InlineData("429=0.5,429=0.1")]
    [InlineData("429=0.6,500=0.6")]
    [InlineData("429=0.1:200ms")]
    [InlineData("slow=0.1:200")]
    [InlineData("{\"faults\":7}")]
    [InlineData("{\"seed\":7}")]
    [InlineData("{")]
    public async Task UnsoundFaultsAreRefusedAndChangeNothing(string body)
    {
        await using var hubSpot = await StartAsync("500=1");

        var reply = await hubSpot.SendAsync(HttpMethod.Put, "/_standin/faults", body);

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.NotEmpty(reply.Text("message"));
        Assert.Equal("500=1", (await hubSpot.GetAsync("/_standin/faults")).Text("faults"));
    }

    [Theory]
    [InlineData("429=0.05,500=0.02,lost=0.02,drop=0.02,slow=0.05:200ms")]
    [InlineData("slow=1:2000ms")]
    [InlineData("")]
    public void APlanIsWrittenAsItIsRead(string text) => Assert.Equal(text, FaultPlan.Parse(text).ToString());

    [Fact]
    public async Task FaultsNeverHitTheControlCalls()
    {
        await using var hubSpot = await StartAsync("drop=1");

        foreach (var path in (string[])["/_standin/counts", "/_standin/objects", "/_standin/faults"])
        {
            Assert.Equal(HttpStatusCode.OK, (await hubSpot.GetAsync(path)).Status);
        }
        Assert.Equal(0, hubSpot.Server.Counts.Requests);
    }

    private static Task<StandIn> StartAsync(string faults, int seed = 7) => StandIn.StartAsync(options =>
        options with { Faults = FaultPlan.Parse(faults), Seed = seed });

    private static Task<Reply> CreateAsync(StandIn hubSpot) => hubSpot.PostAsync($"{StandIn.Dated}/companies", Acme);

    private static async Task<List<int>> StatusesAsync(string faults, int seed)
    {
        await using var hubSpot = await StartAsync(faults, seed);
        var statuses = new List<int>();
        foreach (var _ in Enumerable.Range(0, 40))
        {
            statuses.Add((int)(await CreateAsync(hubSpot)).Status);
        }
        return statuses;
    }
}
