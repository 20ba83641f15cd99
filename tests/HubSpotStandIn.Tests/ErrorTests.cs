using System.Net;
using HubSpotStandIn.Tests.Calls;

namespace HubSpotStandIn.Tests;

public sealed class ErrorTests
{
    [Theory]
    [InlineData("")]
    [InlineData("Basic dDp0")]
    [InlineData("Bearer ")]
    [InlineData("Bearer other")]
    public async Task WithoutTheTokenACallIsRefused(string authorization)
    {
        await using var hubSpot = await StandIn.StartAsync();

        var reply = await hubSpot.SendAsync(
            HttpMethod.Get, $"{StandIn.Dated}/contacts", authorization: authorization);

        Assert.Equal(HttpStatusCode.Unauthorized, reply.Status);
        Assert.Equal("error", reply.Text("status"));
        Assert.Equal("INVALID_AUTHENTICATION", reply.Text("category"));
        Assert.NotEmpty(reply.Text("message"));
        Assert.NotEmpty(reply.Text("correlationId"));
    }

    [Theory]
    [InlineData("Bearer anything", HttpStatusCode.OK)]
    [InlineData("", HttpStatusCode.Unauthorized)]
    public async Task AStandInWithoutATokenTakesAny(string authorization, HttpStatusCode expected)
    {
        await using var hubSpot = await StandIn.StartAsync(options => options with { Token = null });

        var reply = await hubSpot.SendAsync(
            HttpMethod.Get, $"{StandIn.Dated}/contacts", authorization: authorization);

        Assert.Equal(expected, reply.Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"properties":[]}""")]
    [InlineData("""{"properties":{"name":{}}}""")]
    [InlineData("""{"properties":{"name":"\ud800"}}""")]
    [InlineData("""{"properties":{"Name":"x"}}""")]
    [InlineData("""{"properties":{"name":"x","createdate":"2026-01-01"}}""")]
    [InlineData("""{"properties":{"name":"x"},"associations":[{}]}""")]
    [InlineData("""{"properties":{"name":"x"},"associations":[{"to":{"id":"1"},"types":[]}]}""")]
    public async Task AnUnsoundBodyIsAValidationError(string body)
    {
        await using var hubSpot = await StandIn.StartAsync();

        var reply = await hubSpot.PostAsync($"{StandIn.Dated}/companies", body);

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Equal("VALIDATION_ERROR", reply.Text("category"));
        Assert.Equal("error", reply.Text("status"));
        Assert.Equal(0, hubSpot.Server.Counts.Companies);
    }

    [Theory]
    [InlineData("nobody", "INVALID_EMAIL")]
    [InlineData("a@b", "INVALID_EMAIL")]
    [InlineData("a b@c.example", "INVALID_EMAIL")]
    public async Task AnEmailMustBeOne(string email, string code)
    {
        await using var hubSpot = await StandIn.StartAsync();

        var reply = await hubSpot.PostAsync(
            $"{StandIn.Dated}/contacts", $$$"""{"properties":{"email":"{{{email}}}"}}""");

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Equal(code, reply.Text("errors.0.code"));
        Assert.Equal("email", reply.Text("errors.0.context.propertyName.0"));
    }

    [Theory]
    [InlineData("GET", "/crm/objects/2026-03/contacts/1", 404, "OBJECT_NOT_FOUND")]
    [InlineData("GET", "/crm/objects/2026-03/contacts/x", 404, "OBJECT_NOT_FOUND")]
    [InlineData("PATCH", "/crm/v3/objects/companies/1", 404, "OBJECT_NOT_FOUND")]
    [InlineData("GET", "/crm/v3/objects/companies/1/associations/contacts", 404, "OBJECT_NOT_FOUND")]
    [InlineData("GET", "/crm/objects/2026-03/widgets/1", 400, "VALIDATION_ERROR")]
    [InlineData("GET", "/crm/objects/2026-03/contacts?limit=0", 400, "VALIDATION_ERROR")]
    [InlineData("GET", "/crm/objects/2026-03/contacts?limit=101", 400, "VALIDATION_ERROR")]
    [InlineData("GET", "/crm/objects/2026-03/contacts?after=x", 400, "VALIDATION_ERROR")]
    [InlineData("GET", "/crm/v9/objects/contacts", 404, null)]
    [InlineData("POST", "/crm/v4/objects/contacts/1/associations/companies", 405, null)]
    public async Task WhatIsNotThereIsSaidInHubSpotsShape(string method, string path, int status, string? category)
    {
        await using var hubSpot = await StandIn.StartAsync();
        var body = method == "GET" ? null : """{"properties":{"name":"x"}}""";

        var reply = await hubSpot.SendAsync(new HttpMethod(method), path, body);

        Assert.Equal(status, (int)reply.Status);
        Assert.Equal("error", reply.Text("status"));
        Assert.NotEmpty(reply.Text("message"));
        Assert.NotEmpty(reply.Text("correlationId"));
        Assert.Equal(category, reply.Find("category")?.GetValue<string>());
    }
}
