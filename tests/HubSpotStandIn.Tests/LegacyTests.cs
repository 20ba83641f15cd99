using System.Net;
using HubSpotStandIn.Tests.Calls;

namespace HubSpotStandIn.Tests;

public sealed class LegacyTests
{
    [Fact]
    public async Task ALegacyCompanyAnswers200WithANumberAsItsId()
    {
        await using var hubSpot = await StandIn.StartAsync();

        var reply = await hubSpot.PostAsync("/companies/v2/companies",
            """{"properties":[{"name":"name","value":"Acme"},{"name":"domain","value":"acme.example"}]}""");
        var read = await hubSpot.GetAsync($"{StandIn.Dated}/companies/{reply["companyId"]}");

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.True(reply["companyId"].GetValue<long>() > int.MaxValue);
        Assert.True(reply.Number("portalId") > 0);
        Assert.False(reply["isDeleted"].GetValue<bool>());
        Assert.Equal("Acme", reply.Text("properties.name.value"));
        Assert.Equal("acme.example", read.Text("properties.domain"));
    }

    [Fact]
    public async Task ALegacyContactAnswers200WithItsVid()
    {
        await using var hubSpot = await StandIn.StartAsync();

        var reply = await CreateContactAsync(hubSpot, "ann@acme.example");

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.True(reply["vid"].GetValue<long>() > int.MaxValue);
        Assert.Equal("ann@acme.example", reply.Text("identity-profiles.0.identities.0.value"));
        Assert.Equal("ann@acme.example", reply.Text("properties.email.value"));
    }

    [Fact]
    public async Task ALegacyConflictNamesTheContactInItsOwnShape()
    {
        await using var hubSpot = await StandIn.StartAsync();
        var id = await hubSpot.CreateContactAsync("ann@acme.example");

        var reply = await CreateContactAsync(hubSpot, "ANN@acme.example");

        Assert.Equal(HttpStatusCode.Conflict, reply.Status);
        Assert.Equal("error", reply.Text("status"));
        Assert.Equal($"Contact already exists. Existing ID: {id}", reply.Text("message"));
        Assert.Equal("OBJECT_ALREADY_EXISTS", reply.Text("category"));
        Assert.Equal("CONTACT_EXISTS", reply.Text("error"));
        Assert.Equal(id, reply["identityProfile.vid"].ToJsonString());
        Assert.Equal("ann@acme.example", reply.Text("identityProfile.identity.0.value"));
        Assert.Equal("EMAIL", reply.Text("identityProfile.identity.0.type"));
        Assert.Equal(1, hubSpot.Server.Counts.Conflicts);
    }

    [Fact]
    public async Task ALegacyAssociationAnswersWithTheCompany()
    {
        await using var hubSpot = await StandIn.StartAsync();
        var contact = await hubSpot.CreateContactAsync("ann@acme.example");
        var company = await hubSpot.CreateCompanyAsync("Acme");

        var reply = await hubSpot.SendAsync(
            HttpMethod.Put, $"/companies/v2/companies/{company}/contacts/{contact}");
        var missing = await hubSpot.SendAsync(HttpMethod.Put, $"/companies/v2/companies/{company}/contacts/1");
        var companies = await hubSpot.GetAsync($"{StandIn.Dated}/contacts/{contact}/associations/companies");

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal(company, reply["companyId"].ToJsonString());
        Assert.Equal(HttpStatusCode.NotFound, missing.Status);
        Assert.Equal(company, companies.Text("results.0.toObjectId"));
    }

    [Fact]
    public async Task CreateOrUpdateSaysWhetherTheContactIsNew()
    {
        await using var hubSpot = await StandIn.StartAsync();
        const string path = "/contacts/v1/contact/createOrUpdate/email/ann%40acme.example";

        var first = await hubSpot.PostAsync(path, """{"properties":[{"property":"firstname","value":"Ann"}]}""");
        var second = await hubSpot.PostAsync(path, """{"properties":[{"property":"lastname","value":"Lee"}]}""");
        var contact = Assert.Single(hubSpot.Server.Contacts);

        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.True(first["isNew"].GetValue<bool>());
        Assert.False(second["isNew"].GetValue<bool>());
        Assert.Equal(first["vid"].GetValue<long>(), second["vid"].GetValue<long>());
        Assert.Equal(("ann@acme.example", "Ann", "Lee"), (contact.Email, contact.FirstName, contact.LastName));
    }

    private static Task<Reply> CreateContactAsync(StandIn hubSpot, string email) => hubSpot.PostAsync(
        "/contacts/v1/contact", $$"""{"properties":[{"property":"email","value":"{{email}}"}]}""");
}
