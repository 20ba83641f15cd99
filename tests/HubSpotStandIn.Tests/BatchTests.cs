using System.Net;
using HubSpotStandIn.Tests.Calls;

namespace HubSpotStandIn.Tests;

public sealed class BatchTests
{
    [Theory]
    [InlineData(StandIn.Dated)]
    [InlineData(StandIn.Version3)]
    public async Task ABatchGoesThroughItsWholeLife(string prefix)
    {
        await using var hubSpot = await StandIn.StartAsync();

        var created = await BatchAsync(hubSpot, "create", """
            {"inputs":[{"properties":{"email":"a@acme.example"}},{"properties":{"email":"b@acme.example"}}]}
            """, prefix);
        var id = created.Text("results.0.id");
        var read = await BatchAsync(hubSpot, "read",
            """{"inputs":[{"id":"a@acme.example"}],"idProperty":"email","properties":["email"]}""", prefix);
        var updated = await BatchAsync(hubSpot, "update",
            $$$"""{"inputs":[{"id":"{{{id}}}","properties":{"firstname":"Ann"}}]}""", prefix);
        var archived = await BatchAsync(hubSpot, "archive", $$"""{"inputs":[{"id":"{{id}}"}]}""", prefix);

        Assert.Equal(HttpStatusCode.Created, created.Status);
        Assert.Equal("COMPLETE", created.Text("status"));
        Assert.Equal(["a@acme.example", "b@acme.example"], created.Texts("results", "properties.email"));
        Assert.Null(created.Find("numErrors"));
        Assert.Equal(HttpStatusCode.OK, read.Status);
        Assert.Equal(id, read.Text("results.0.id"));
        Assert.Equal(HttpStatusCode.OK, updated.Status);
        Assert.Equal("Ann", updated.Text("results.0.properties.firstname"));
        Assert.Equal(HttpStatusCode.NoContent, archived.Status);
        Assert.Equal(1, hubSpot.Server.Counts.Contacts);
    }

    [Fact]
    public async Task AnUpsertSaysWhatIsNew()
    {
        await using var hubSpot = await StandIn.StartAsync();
        var id = await hubSpot.CreateContactAsync("a@acme.example");

        var reply = await BatchAsync(hubSpot, "upsert", """
            {"inputs":[{"id":"a@acme.example","idProperty":"email","properties":{"firstname":"Ann"}},
                       {"id":"b@acme.example","idProperty":"email","properties":{"firstname":"Bob"}}]}
            """);

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal(id, reply.Text("results.0.id"));
        Assert.False(reply["results.0.new"].GetValue<bool>());
        Assert.True(reply["results.1.new"].GetValue<bool>());
        Assert.Equal("b@acme.example", reply.Text("results.1.properties.email"));
        Assert.Equal(2, hubSpot.Server.Counts.Contacts);
    }

    [Theory]
    [InlineData("create", """{"properties":{"email":"a@acme.example"},"objectWriteTraceId":"7"}""", "CONFLICT")]
    [InlineData("create", """{"properties":{},"objectWriteTraceId":"7"}""", "VALIDATION_ERROR")]
    [InlineData("read", """{"id":"1","objectWriteTraceId":"7"}""", "OBJECT_NOT_FOUND")]
    [InlineData("update", """{"id":"1","properties":{},"objectWriteTraceId":"7"}""", "OBJECT_NOT_FOUND")]
    [InlineData("upsert", """{"id":"1","properties":{},"objectWriteTraceId":"7"}""", "OBJECT_NOT_FOUND")]
    public async Task WhereSomeFailedTheAnswerIs207AndSaysWhich(string action, string input, string category)
    {
        await using var hubSpot = await StandIn.StartAsync();
        var id = await hubSpot.CreateContactAsync("a@acme.example");
        var sound = action == "create"
            ? """{"properties":{"email":"b@acme.example"}}"""
            : $$$"""{"id":"{{{id}}}","properties":{"phone":"1"}}""";

        var reply = await BatchAsync(hubSpot, action, $$"""{"inputs":[{{input}},{{sound}}]}""");

        Assert.Equal(HttpStatusCode.MultiStatus, reply.Status);
        Assert.Single(reply["results"].AsArray());
        Assert.Equal(1, reply.Number("numErrors"));
        Assert.Equal("error", reply.Text("errors.0.status"));
        Assert.Equal(category, reply.Text("errors.0.category"));
        Assert.Equal("7", reply.Text("errors.0.context.objectWriteTraceId.0"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"inputs":{}}""")]
    [InlineData("""{"inputs":[1]}""")]
    public async Task ABatchNeedsAListOfInputs(string body)
    {
        await using var hubSpot = await StandIn.StartAsync();

        var reply = await BatchAsync(hubSpot, "create", body);

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
    }

    [Theory]
    [InlineData(100, HttpStatusCode.Created)]
    [InlineData(101, HttpStatusCode.BadRequest)]
    public async Task ABatchHasAHundredInputsAtMost(int count, HttpStatusCode expected)
    {
        await using var hubSpot = await StandIn.StartAsync();
        var inputs = string.Join(',', Enumerable.Repeat("""{"properties":{"firstname":"x"}}""", count));

        var reply = await BatchAsync(hubSpot, "create", $$"""{"inputs":[{{inputs}}]}""");

        Assert.Equal(expected, reply.Status);
        Assert.Equal(expected == HttpStatusCode.Created ? 100 : 0, hubSpot.Server.Counts.Contacts);
    }

    private static Task<Reply> BatchAsync(
        StandIn hubSpot, string action, string body, string prefix = StandIn.Dated) =>
        hubSpot.PostAsync($"{prefix}/contacts/batch/{action}", body);
}
