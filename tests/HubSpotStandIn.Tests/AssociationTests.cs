using System.Net;
using HubSpotStandIn.Tests.Calls;

namespace HubSpotStandIn.Tests;

public sealed class AssociationTests
{
    [Theory]
    [InlineData(StandIn.Dated)]
    [InlineData(StandIn.Version3)]
    [InlineData("/crm/v4/objects")]
    public async Task ADefaultAssociationIsSeenFromBothEnds(string prefix)
    {
        await using var hubSpot = await StandIn.StartAsync();
        var contact = await hubSpot.CreateContactAsync("ann@acme.example");
        var company = await hubSpot.CreateCompanyAsync("Acme");

        var reply = await hubSpot.SendAsync(
            HttpMethod.Put, $"{prefix}/contacts/{contact}/associations/default/companies/{company}");
        var companies = await hubSpot.GetAsync($"{prefix}/contacts/{contact}/associations/companies");
        var contacts = await hubSpot.GetAsync($"{prefix}/companies/{company}/associations/contacts");

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal("COMPLETE", reply.Text("status"));
        Assert.Equal("2026-10-01T12:00:00.000Z", reply.Text("startedAt"));
        Assert.Equal("2026-10-01T12:00:00.000Z", reply.Text("completedAt"));
        Assert.Equal(contact, reply.Text("results.0.from.id"));
        Assert.Equal(company, reply.Text("results.0.to.id"));
        Assert.Equal("HUBSPOT_DEFINED", reply.Text("results.0.associationSpec.associationCategory"));
        Assert.Equal([279, 1, 280, 2], reply["results"].AsArray()
            .Select(result => result!["associationSpec"]!["associationTypeId"]!.GetValue<int>()));
        Assert.Equal(company, companies.Text("results.0.toObjectId"));
        Assert.Equal([279, 1], TypeIds(companies, 0));
        Assert.Equal("Primary", companies.Text("results.0.associationTypes.1.label"));
        Assert.Equal(contact, contacts.Text("results.0.toObjectId"));
        Assert.Equal([280, 2], TypeIds(contacts, 0));
    }

    [Fact]
    public async Task FromTheCompanyTheTypesAre280And2()
    {
        await using var hubSpot = await StandIn.StartAsync();
        var contact = await hubSpot.CreateContactAsync("ann@acme.example");
        var company = await hubSpot.CreateCompanyAsync("Acme");

        var reply = await hubSpot.SendAsync(
            HttpMethod.Put, $"{StandIn.Dated}/company/{company}/associations/default/contact/{contact}");

        Assert.Equal(280, reply.Number("results.0.associationSpec.associationTypeId"));
        Assert.Equal(company, reply.Text("results.0.from.id"));
    }

    [Fact]
    public async Task AssociatingTwiceIsAssociatingOnce()
    {
        await using var hubSpot = await StandIn.StartAsync();
        var contact = await hubSpot.CreateContactAsync("ann@acme.example");
        var company = await hubSpot.CreateCompanyAsync("Acme");
        var path = $"{StandIn.Dated}/contacts/{contact}/associations/default/companies/{company}";

        await hubSpot.SendAsync(HttpMethod.Put, path);
        var again = await hubSpot.SendAsync(HttpMethod.Put, path);

        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Equal(1, hubSpot.Server.Counts.Associations);
    }

    [Theory]
    [InlineData(279, 279)]
    [InlineData(1, 279)]
    public async Task AnObjectIsCreatedTogetherWithItsAssociation(int typeId, int firstType)
    {
        await using var hubSpot = await StandIn.StartAsync();
        var company = await hubSpot.CreateCompanyAsync("Acme");

        var created = await hubSpot.PostAsync($"{StandIn.Dated}/contacts", Contact(company, typeId));
        var read = await hubSpot.GetAsync($"{StandIn.Dated}/contacts/{created.Text("id")}?associations=companies");
        var companies = await hubSpot.GetAsync(
            $"{StandIn.Dated}/contacts/{created.Text("id")}/associations/companies");

        Assert.Equal(HttpStatusCode.Created, created.Status);
        Assert.Equal(company, read.Text("associations.companies.results.0.id"));
        Assert.Equal(firstType, companies.Number("results.0.associationTypes.0.typeId"));
    }

    [Fact]
    public async Task TheFirstCompanyIsPrimaryUntilAnotherIsNamedSo()
    {
        await using var hubSpot = await StandIn.StartAsync();
        var contact = await hubSpot.CreateContactAsync("ann@acme.example");
        var first = await hubSpot.CreateCompanyAsync("Acme");
        var second = await hubSpot.CreateCompanyAsync("Other");
        var associations = $"{StandIn.Dated}/contacts/{contact}/associations";
        await hubSpot.SendAsync(HttpMethod.Put, $"{associations}/default/companies/{first}");
        await hubSpot.SendAsync(HttpMethod.Put, $"{associations}/default/companies/{second}");

        var before = await hubSpot.GetAsync($"{associations}/companies");
        await hubSpot.PostAsync($"{StandIn.Dated}/companies", $$"""
            {"properties":{"name":"Third"},"associations":[{"to":{"id":"{{contact}}"},
             "types":[{"associationCategory":"HUBSPOT_DEFINED","associationTypeId":2}]}]}
            """);
        var after = await hubSpot.GetAsync($"{associations}/companies");

        Assert.Equal([279, 1], TypeIds(before, 0));
        Assert.Equal([279], TypeIds(before, 1));
        Assert.Equal([279], TypeIds(after, 0));
        Assert.Equal([279, 1], TypeIds(after, 2));
    }

    [Theory]
    [InlineData(280)]
    [InlineData(4)]
    public async Task ATypeOfAnotherDirectionIsRefusedAndNothingCreated(int typeId)
    {
        await using var hubSpot = await StandIn.StartAsync();
        var company = await hubSpot.CreateCompanyAsync("Acme");

        var reply = await hubSpot.PostAsync($"{StandIn.Dated}/contacts", Contact(company, typeId));

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Equal(0, hubSpot.Server.Counts.Contacts);
    }

    [Fact]
    public async Task AnAssociationNeedsBothItsEnds()
    {
        await using var hubSpot = await StandIn.StartAsync();
        var contact = await hubSpot.CreateContactAsync("ann@acme.example");

        var put = await hubSpot.SendAsync(
            HttpMethod.Put, $"{StandIn.Dated}/contacts/{contact}/associations/default/companies/1");
        var create = await hubSpot.PostAsync($"{StandIn.Dated}/contacts", Contact("1", 279));

        Assert.Equal(HttpStatusCode.NotFound, put.Status);
        Assert.Equal(HttpStatusCode.NotFound, create.Status);
        Assert.Equal(1, hubSpot.Server.Counts.Contacts);
    }

    [Fact]
    public async Task WithAnObjectItsAssociationsGo()
    {
        await using var hubSpot = await StandIn.StartAsync();
        var company = await hubSpot.CreateCompanyAsync("Acme");
        var created = await hubSpot.PostAsync($"{StandIn.Dated}/contacts", Contact(company, 279));

        await hubSpot.SendAsync(HttpMethod.Delete, $"{StandIn.Dated}/companies/{company}");

        var companies = await hubSpot.GetAsync(
            $"{StandIn.Dated}/contacts/{created.Text("id")}/associations/companies");
        Assert.Empty(companies["results"].AsArray());
        Assert.Equal(0, hubSpot.Server.Counts.Associations);
    }

    private static IEnumerable<int> TypeIds(Reply reply, int result) =>
        reply[$"results.{result}.associationTypes"].AsArray().Select(type => type!["typeId"]!.GetValue<int>());

    private static string Contact(string company, int typeId) => $$"""
        {"properties":{"email":"bob@acme.example"},"associations":[{"to":{"id":"{{company}}"},
         "types":[{"associationCategory":"HUBSPOT_DEFINED","associationTypeId":{{typeId}}}]}]}
        """;
}
