using System.Net;
using System.Text.Json.Nodes;
using HubSpotStandIn.Tests.Calls;

namespace HubSpotStandIn.Tests;

public sealed class ObjectTests
{
    public static readonly TheoryData<string> Prefixes = [StandIn.Dated, StandIn.Version3];

    [Theory]
    [MemberData(nameof(Prefixes))]
    public async Task ACreatedObjectAnswers201WithAllItHas(string prefix)
    {
        await using var hubSpot = await StandIn.StartAsync();

        var reply = await hubSpot.PostAsync(
            $"{prefix}/companies", """{"properties":{"name":"Acme","domain":"acme.example","employees":7}}""");

        Assert.Equal(HttpStatusCode.Created, reply.Status);
        Assert.Equal("Acme", reply.Text("properties.name"));
        Assert.Equal("7", reply.Text("properties.employees"));
        Assert.Equal(reply.Text("id"), reply.Text("properties.hs_object_id"));
        Assert.Equal("2026-10-01T12:00:00.000Z", reply.Text("createdAt"));
        Assert.Equal("2026-10-01T12:00:00.000Z", reply.Text("updatedAt"));
        Assert.False(reply["archived"].GetValue<bool>());
    }

    [Theory]
    [InlineData("companies", "")]
    [InlineData("companies", "\"phone\":\"1\"")]
    [InlineData("companies", "\"name\":\"\"")]
    [InlineData("contacts", "")]
    [InlineData("contacts", "\"phone\":\"1\"")]
    public async Task AnObjectWithoutAnyOfItsNamesIsRefused(string type, string properties)
    {
        await using var hubSpot = await StandIn.StartAsync();

        var reply = await hubSpot.PostAsync($"{StandIn.Dated}/{type}", $$$"""{"properties":{{{{properties}}}}}""");

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Equal("VALIDATION_ERROR", reply.Text("category"));
        Assert.Equal(0, hubSpot.Server.Counts.Companies + hubSpot.Server.Counts.Contacts);
    }

    [Theory]
    [InlineData("companies", "name")]
    [InlineData("companies", "domain")]
    [InlineData("contacts", "firstname")]
    [InlineData("contacts", "lastname")]
    public async Task OneOfItsNamesIsEnough(string type, string property)
    {
        await using var hubSpot = await StandIn.StartAsync();

        var reply = await hubSpot.PostAsync(
            $"{StandIn.Dated}/{type}", $$$"""{"properties":{"{{{property}}}":"x"}}""");

        Assert.Equal(HttpStatusCode.Created, reply.Status);
    }

    [Theory]
    [MemberData(nameof(Prefixes))]
    public async Task AnEmailIsTakenOnlyOnce(string prefix)
    {
        await using var hubSpot = await StandIn.StartAsync();
        var id = await hubSpot.CreateContactAsync("ann@acme.example");

        var reply = await hubSpot.PostAsync($"{prefix}/contacts", """{"properties":{"email":"Ann@Acme.example"}}""");

        Assert.Equal(HttpStatusCode.Conflict, reply.Status);
        Assert.Equal("error", reply.Text("status"));
        Assert.Equal("CONFLICT", reply.Text("category"));
        Assert.Equal($"Contact already exists. Existing ID: {id}", reply.Text("message"));
        Assert.True(Guid.TryParse(reply.Text("correlationId"), out _));
        Assert.Equal(1, hubSpot.Server.Counts.Contacts);
        Assert.Equal(1, hubSpot.Server.Counts.Conflicts);
    }

    [Fact]
    public async Task OfManyAtOnceOneGetsTheEmail()
    {
        await using var hubSpot = await StandIn.StartAsync();

        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ =>
            hubSpot.PostAsync($"{StandIn.Dated}/contacts", """{"properties":{"email":"ann@acme.example"}}""")));

        Assert.Single(replies, reply => reply.Status == HttpStatusCode.Created);
        Assert.Equal(19, replies.Count(reply => reply.Status == HttpStatusCode.Conflict));
        Assert.Equal(0, hubSpot.Server.Counts.Duplicates);
    }

    [Fact]
    public async Task ACompanyCreatedTwiceIsThereTwice()
    {
        await using var hubSpot = await StandIn.StartAsync();

        var first = await hubSpot.CreateCompanyAsync("Acme");
        var second = await hubSpot.CreateCompanyAsync("Acme");
        await hubSpot.CreateCompanyAsync("Other");

        Assert.NotEqual(first, second);
        Assert.Equal(3, hubSpot.Server.Counts.Companies);
        Assert.Equal(1, hubSpot.Server.Counts.Duplicates);
    }

    [Fact]
    public async Task APropertyOfItsOwnMayBeUnique()
    {
        await using var hubSpot = await StandIn.StartAsync(options =>
            options with { UniqueProperties = ["companies.customer_number"] });
        const string body = """{"properties":{"name":"Acme","customer_number":"C-1"}}""";
        var created = await hubSpot.PostAsync($"{StandIn.Dated}/companies", body);

        var again = await hubSpot.PostAsync($"{StandIn.Dated}/companies", body);
        var found = await hubSpot.GetAsync($"{StandIn.Dated}/companies/C-1?idProperty=customer_number");

        Assert.Equal(HttpStatusCode.BadRequest, again.Status);
        Assert.Equal("CONFLICTING_UNIQUE_VALUE", again.Text("errors.0.code"));
        Assert.Equal(created.Text("id"), found.Text("id"));
        Assert.Equal(1, hubSpot.Server.Counts.Companies);
    }

    [Theory]
    [MemberData(nameof(Prefixes))]
    public async Task AnObjectIsReadByItsIdAndByItsEmail(string prefix)
    {
        await using var hubSpot = await StandIn.StartAsync();
        var id = await hubSpot.CreateContactAsync("ann@acme.example", prefix);

        var byId = await hubSpot.GetAsync($"{prefix}/contacts/{id}");
        var byEmail = await hubSpot.GetAsync(
            $"{prefix}/contacts/ann%40acme.example?idProperty=email&properties=email,phone");

        Assert.Equal(HttpStatusCode.OK, byId.Status);
        Assert.Equal("ann@acme.example", byId.Text("properties.email"));
        Assert.Equal(id, byEmail.Text("id"));
        Assert.Null(byEmail.Find("properties.phone"));
        Assert.True(byEmail["properties"].AsObject().ContainsKey("phone"));
    }

    [Fact]
    public async Task APropertyThatIsNotUniqueIsNoId()
    {
        await using var hubSpot = await StandIn.StartAsync();

        var reply = await hubSpot.GetAsync($"{StandIn.Dated}/companies/acme.example?idProperty=domain");

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Contains("'domain'", reply.Text("message"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("ann@acme.example?idProperty=email")]
    public async Task APatchChangesWhatItNamesAndLeavesTheRest(string address)
    {
        await using var hubSpot = await StandIn.StartAsync();
        var created = await hubSpot.PostAsync($"{StandIn.Dated}/contacts",
            """{"properties":{"email":"ann@acme.example","firstname":"Ann","phone":"1"}}""");
        hubSpot.Clock.Advance(TimeSpan.FromMinutes(1));
        var path = address.Replace("{0}", created.Text("id"), StringComparison.Ordinal);

        var reply = await hubSpot.SendAsync(HttpMethod.Patch, $"{StandIn.Dated}/contacts/{path}",
            """{"properties":{"firstname":"Anna","phone":null}}""");

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal("Anna", reply.Text("properties.firstname"));
        Assert.Equal("ann@acme.example", reply.Text("properties.email"));
        Assert.Null(reply.Find("properties.phone"));
        Assert.Equal("2026-10-01T12:00:00.000Z", reply.Text("createdAt"));
        Assert.Equal("2026-10-01T12:01:00.000Z", reply.Text("updatedAt"));
    }

    [Fact]
    public async Task APatchMayNotTakeAnothersEmailButMayKeepItsOwn()
    {
        await using var hubSpot = await StandIn.StartAsync();
        await hubSpot.CreateContactAsync("ann@acme.example");
        var bob = await hubSpot.CreateContactAsync("bob@acme.example");
        var path = $"{StandIn.Dated}/contacts/{bob}";

        var taken = await hubSpot.SendAsync(HttpMethod.Patch, path, """{"properties":{"email":"ann@acme.example"}}""");
        var kept = await hubSpot.SendAsync(HttpMethod.Patch, path, """{"properties":{"email":"bob@acme.example"}}""");
        var moved = await hubSpot.SendAsync(HttpMethod.Patch, path, """{"properties":{"email":"rob@acme.example"}}""");

        Assert.Equal(HttpStatusCode.Conflict, taken.Status);
        Assert.Equal(HttpStatusCode.OK, kept.Status);
        Assert.Equal(HttpStatusCode.OK, moved.Status);
        await hubSpot.CreateContactAsync("bob@acme.example");
    }

    [Fact]
    public async Task ADeletedObjectIsGoneAndItsEmailFree()
    {
        await using var hubSpot = await StandIn.StartAsync();
        var id = await hubSpot.CreateContactAsync("ann@acme.example");
        var path = $"{StandIn.Dated}/contacts/{id}";

        var deleted = await hubSpot.SendAsync(HttpMethod.Delete, path);
        var again = await hubSpot.SendAsync(HttpMethod.Delete, path);
        var read = await hubSpot.GetAsync(path);
        var archived = await hubSpot.GetAsync($"{path}?archived=true");

        Assert.Equal(HttpStatusCode.NoContent, deleted.Status);
        Assert.Equal(HttpStatusCode.NoContent, again.Status);
        Assert.Equal(HttpStatusCode.NotFound, read.Status);
        Assert.Equal("OBJECT_NOT_FOUND", read.Text("category"));
        Assert.True(archived["archived"].GetValue<bool>());
        await hubSpot.CreateContactAsync("ann@acme.example");
    }

    [Theory]
    [MemberData(nameof(Prefixes))]
    public async Task AListGoesOnWhereItsPageEnded(string prefix)
    {
        await using var hubSpot = await StandIn.StartAsync();
        foreach (var number in Enumerable.Range(1, 5))
        {
            await hubSpot.CreateCompanyAsync($"C{number}");
        }

        var first = await hubSpot.GetAsync($"{prefix}/companies?limit=3&properties=name");
        var second = await hubSpot.GetAsync($"{prefix}/companies?limit=3&after={first.Text("paging.next.after")}");

        Assert.Equal(["C1", "C2", "C3"], first.Texts("results", "properties.name"));
        Assert.Equal(["C4", "C5"], second.Texts("results", "properties.name"));
        Assert.Null(second.Find("paging"));
        var linked = await hubSpot.GetAsync(first.Text("paging.next.link"));
        Assert.Equal(second.Texts("results", "id"), linked.Texts("results", "id"));
    }

    [Fact]
    public async Task ValuesComeBackAsTheyWere()
    {
        await using var hubSpot = await StandIn.StartAsync();
        const string value = "\"'\\/</script>\u2028\r\n\t{{ x }} ü 🜁";
        var body = new JsonObject { ["properties"] = new JsonObject { ["name"] = value } };

        var created = await hubSpot.PostAsync($"{StandIn.Dated}/companies", body.ToJsonString());
        var read = await hubSpot.GetAsync($"{StandIn.Dated}/companies/{created.Text("id")}");

        Assert.Equal(value, read.Text("properties.name"));
    }
}
