using System.Net;
using HubSpotStandIn.Tests.Calls;

namespace HubSpotStandIn.Tests;

public sealed class SearchTests
{
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(2);

    [Theory]
    [InlineData(StandIn.Dated)]
    [InlineData(StandIn.Version3)]
    public async Task ASearchSeesANewObjectOnlyAfterTheDelay(string prefix)
    {
        await using var hubSpot = await StandIn.StartAsync();
        var id = await hubSpot.CreateContactAsync("ann@acme.example", prefix);
        const string body =
            """{"filterGroups":[{"filters":[{"propertyName":"email","operator":"EQ","value":"ann@acme.example"}]}]}""";

        var atOnce = await hubSpot.PostAsync($"{prefix}/contacts/search", body);
        hubSpot.Clock.Advance(Delay - TimeSpan.FromMilliseconds(1));
        var almost = await hubSpot.PostAsync($"{prefix}/contacts/search", body);
        hubSpot.Clock.Advance(TimeSpan.FromMilliseconds(1));
        var later = await hubSpot.PostAsync($"{prefix}/contacts/search", body);

        Assert.Equal(HttpStatusCode.OK, atOnce.Status);
        Assert.Equal(0, atOnce.Number("total"));
        Assert.Equal(0, almost.Number("total"));
        Assert.Equal(1, later.Number("total"));
        Assert.Equal(id, later.Text("results.0.id"));
    }

    [Fact]
    public async Task ChangesAndDeletionsReachASearchLaterToo()
    {
        await using var hubSpot = await StandIn.StartAsync();
        var id = await hubSpot.CreateCompanyAsync("Acme");
        hubSpot.Clock.Advance(Delay);
        var path = $"{StandIn.Dated}/companies/{id}";

        await hubSpot.SendAsync(HttpMethod.Patch, path, """{"properties":{"name":"Acme 2"}}""");
        var before = await SearchAsync(hubSpot, "{}");
        hubSpot.Clock.Advance(Delay);
        var changed = await SearchAsync(hubSpot, "{}");
        await hubSpot.SendAsync(HttpMethod.Delete, path);
        var lingering = await SearchAsync(hubSpot, "{}");
        hubSpot.Clock.Advance(Delay);
        var gone = await SearchAsync(hubSpot, "{}");

        Assert.Equal("Acme", before.Text("results.0.properties.name"));
        Assert.Equal("Acme 2", changed.Text("results.0.properties.name"));
        Assert.Equal(1, lingering.Number("total"));
        Assert.Equal(0, gone.Number("total"));
    }

    [Theory]
    [InlineData("EQ", "\"value\":\"20\"", "B")]
    [InlineData("NEQ", "\"value\":\"20\"", "A,C,D")]
    [InlineData("LT", "\"value\":\"20\"", "A")]
    [InlineData("LTE", "\"value\":20", "A,B")]
    [InlineData("GT", "\"value\":\"20\"", "C")]
    [InlineData("GTE", "\"value\":\"20\"", "B,C")]
    [InlineData("BETWEEN", "\"value\":\"5\",\"highValue\":\"20\"", "A,B")]
    [InlineData("IN", "\"values\":[\"9\",\"100\"]", "A,C")]
    [InlineData("NOT_IN", "\"values\":[\"9\",\"100\"]", "B,D")]
    [InlineData("HAS_PROPERTY", "\"value\":null", "A,B,C")]
    [InlineData("NOT_HAS_PROPERTY", "\"value\":null", "D")]
    [InlineData("CONTAINS_TOKEN", "\"value\":\"1*\"", "C")]
    [InlineData("NOT_CONTAINS_TOKEN", "\"value\":\"100\"", "A,B,D")]
    public async Task EachOperatorPicksItsObjects(string name, string operand, string expected)
    {
        await using var hubSpot = await FourCompaniesAsync();

        var reply = await SearchAsync(hubSpot, $$"""
            {"properties":["name"],
             "filterGroups":[{"filters":[{"propertyName":"staff","operator":"{{name}}",{{operand}}}]}]}
            """);

        Assert.Equal(expected.Split(','), reply.Texts("results", "properties.name"));
    }

    [Fact]
    public async Task FiltersOfAGroupMustAllHoldAndOneGroupIsEnough()
    {
        await using var hubSpot = await FourCompaniesAsync();

        var reply = await SearchAsync(hubSpot, """
            {"filterGroups":[
              {"filters":[{"propertyName":"staff","operator":"GT","value":"10"},
                          {"propertyName":"staff","operator":"LT","value":"50"}]},
              {"filters":[{"propertyName":"name","operator":"EQ","value":"d"}]}]}
            """);

        Assert.Equal(["B", "D"], reply.Texts("results", "properties.name"));
    }

    [Theory]
    [InlineData("""[{"propertyName":"staff","direction":"DESCENDING"}]""", "C,B,A")]
    [InlineData("""["staff"]""", "A,B,C")]
    [InlineData("""["-name"]""", "D,C,B,A")]
    public async Task ResultsComeInTheOrderOfTheSorts(string sorts, string expected)
    {
        await using var hubSpot = await FourCompaniesAsync();

        var reply = await SearchAsync(hubSpot, $$"""{"sorts":{{sorts}}}""");

        Assert.Equal(expected, string.Join(',', reply.Texts("results", "properties.name").Where(name =>
            expected.Contains(name, StringComparison.Ordinal))));
    }

    [Fact]
    public async Task ASearchIsReadPageByPage()
    {
        await using var hubSpot = await FourCompaniesAsync();

        var first = await SearchAsync(hubSpot, """{"limit":3}""");
        var second = await SearchAsync(hubSpot, $$"""{"limit":3,"after":"{{first.Text("paging.next.after")}}"}""");

        Assert.Equal(4, first.Number("total"));
        Assert.Equal(["A", "B", "C"], first.Texts("results", "properties.name"));
        Assert.Equal(["D"], second.Texts("results", "properties.name"));
        Assert.Null(second.Find("paging"));
    }

    [Fact]
    public async Task AQueryLooksIntoAllProperties()
    {
        await using var hubSpot = await FourCompaniesAsync();

        var reply = await SearchAsync(hubSpot, """{"query":"c.EXAMPLE"}""");

        Assert.Equal(["C"], reply.Texts("results", "properties.name"));
    }

    [Theory]
    [InlineData("""{"limit":201}""")]
    [InlineData("""{"limit":-1}""")]
    [InlineData("""{"filterGroups":[{"filters":[{"propertyName":"name","operator":"LIKE","value":"x"}]}]}""")]
    [InlineData("""{"filterGroups":[{"filters":[{"propertyName":"name","operator":"EQ"}]}]}""")]
    [InlineData("""{"filterGroups":[{},{},{},{},{},{}]}""")]
    [InlineData("""{"filterGroups":"all"}""")]
    [InlineData("""{"sorts":[1]}""")]
    [InlineData("[]")]
    public async Task AnUnsoundSearchIsRefused(string body)
    {
        await using var hubSpot = await StandIn.StartAsync();

        var reply = await SearchAsync(hubSpot, body);

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Equal("VALIDATION_ERROR", reply.Text("category"));
    }

    private static Task<Reply> SearchAsync(StandIn hubSpot, string body) =>
        hubSpot.PostAsync($"{StandIn.Dated}/companies/search", body);

    private static async Task<StandIn> FourCompaniesAsync()
    {
        var hubSpot = await StandIn.StartAsync();
        foreach (var properties in (string[])
            ["\"A\",\"staff\":9", "\"B\",\"staff\":20", "\"C\",\"staff\":100,\"domain\":\"c.example\"", "\"D\""])
        {
            var reply = await hubSpot.PostAsync(
                $"{StandIn.Dated}/companies", $$$"""{"properties":{"name":{{{properties}}}}}""");
            Assert.Equal(HttpStatusCode.Created, reply.Status);
        }
        hubSpot.Clock.Advance(Delay);
        return hubSpot;
    }
}
