using System.Net;
using HubSpotStandIn.Tests.Calls;

namespace HubSpotStandIn.Tests;

public sealed class LimitTests
{
    private const string Path = $"{StandIn.Dated}/contacts";

    [Fact]
    public async Task TheLimitIsOneOfTheLastTenSeconds()
    {
        await using var hubSpot = await StandIn.StartAsync(options => options with { Limit = 2 });

        var first = await hubSpot.GetAsync(Path);
        hubSpot.Clock.Advance(TimeSpan.FromSeconds(4));
        var second = await hubSpot.GetAsync(Path);
        var third = await hubSpot.GetAsync(Path);
        var fourth = await hubSpot.GetAsync(Path);
        hubSpot.Clock.Advance(TimeSpan.FromSeconds(6));
        var later = await hubSpot.GetAsync(Path);
        var tooEarly = await hubSpot.GetAsync(Path);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK], [first.Status, second.Status]);
        Assert.Equal("2", first.Headers["X-HubSpot-RateLimit-Max"]);
        Assert.Equal("1", first.Headers["X-HubSpot-RateLimit-Remaining"]);
        Assert.Equal("0", second.Headers["X-HubSpot-RateLimit-Remaining"]);
        Assert.Equal("10000", first.Headers["X-HubSpot-RateLimit-Interval-Milliseconds"]);
        Assert.Equal(HttpStatusCode.TooManyRequests, third.Status);
        Assert.Equal("RATE_LIMIT", third.Text("errorType"));
        Assert.Equal("TEN_SECONDLY_ROLLING", third.Text("policyName"));
        Assert.Equal("6", third.Headers["Retry-After"]);
        Assert.False(fourth.Headers.ContainsKey("Retry-After"));
        Assert.Equal(HttpStatusCode.OK, later.Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, tooEarly.Status);
    }

    [Fact]
    public async Task TheDaysLimitEndsWithTheDay()
    {
        await using var hubSpot = await StandIn.StartAsync(options => options with { DailyLimit = 1 });

        var first = await hubSpot.GetAsync(Path);
        var second = await hubSpot.GetAsync(Path);
        hubSpot.Clock.Advance(TimeSpan.FromHours(12));
        var tomorrow = await hubSpot.GetAsync(Path);

        Assert.Equal("1", first.Headers["X-HubSpot-RateLimit-Daily"]);
        Assert.Equal("0", first.Headers["X-HubSpot-RateLimit-Daily-Remaining"]);
        Assert.Equal(HttpStatusCode.TooManyRequests, second.Status);
        Assert.Equal("DAILY", second.Text("policyName"));
        Assert.Equal("43200", second.Headers["Retry-After"]);
        Assert.Equal(HttpStatusCode.OK, tomorrow.Status);
    }

    [Fact]
    public async Task WithoutALimitNoCallIsRefused()
    {
        await using var hubSpot = await StandIn.StartAsync();

        var replies = await Task.WhenAll(Enumerable.Range(0, 250).Select(_ => hubSpot.GetAsync(Path)));

        Assert.All(replies, reply => Assert.Equal(HttpStatusCode.OK, reply.Status));
        Assert.False(replies[0].Headers.ContainsKey("X-HubSpot-RateLimit-Max"));
        Assert.Equal("650000", replies[0].Headers["X-HubSpot-RateLimit-Daily"]);
    }
}
