using System.Net;
using HubSpotStandIn.Tests.Calls;

namespace HubSpotStandIn.Tests;

public sealed class JournalTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("stand-in-journal-").FullName;

    private string Journal => Path.Combine(folder, "journal");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task WhatWasThereIsThereAgain()
    {
        string company;
        await using (var before = await StartAsync())
        {
            var contact = await before.CreateContactAsync("ann@acme.example");
            company = await before.CreateCompanyAsync("Acme \"2028\"\n");
            await before.SendAsync(
                HttpMethod.Put, $"{StandIn.Dated}/contacts/{contact}/associations/default/companies/{company}");
            await before.SendAsync(
                HttpMethod.Patch, $"{StandIn.Dated}/contacts/{contact}", """{"properties":{"firstname":"Ann"}}""");
            await before.SendAsync(
                HttpMethod.Delete, $"{StandIn.Dated}/contacts/{await before.CreateContactAsync("gone@acme.example")}");
        }

        await using var after = await StartAsync();

        var ann = Assert.Single(after.Server.Contacts);
        Assert.Equal(("ann@acme.example", "Ann"), (ann.Email, ann.FirstName));
        Assert.Equal((company, "Acme \"2028\"\n"), (Assert.Single(ann.Companies).Id, ann.Companies[0].Name));
        Assert.Equal(
            HttpStatusCode.Conflict,
            (await after.PostAsync($"{StandIn.Dated}/contacts", """{"properties":{"email":"ann@acme.example"}}""")).Status);
        await after.CreateContactAsync("gone@acme.example");
        Assert.Equal(3, (await after.GetAsync($"{StandIn.Dated}/contacts?archived=true"))["results"].AsArray().Count
            + after.Server.Contacts.Count);
    }

    [Fact]
    public async Task WithoutAJournalNothingIsKept()
    {
        await using (var before = await StandIn.StartAsync())
        {
            await before.CreateContactAsync("ann@acme.example");
        }

        await using var after = await StandIn.StartAsync();

        Assert.Empty(after.Server.Contacts);
        Assert.False(File.Exists(Journal));
    }

    [Fact]
    public async Task ALineThatWasCutOffIsTakenOff()
    {
        await using (var before = await StartAsync())
        {
            await before.CreateContactAsync("ann@acme.example");
        }
        await File.AppendAllTextAsync(Journal, """{"line":"object","type":"contacts","id":3776""");

        await using (var after = await StartAsync())
        {
            Assert.Equal("ann@acme.example", Assert.Single(after.Server.Contacts).Email);
            await after.CreateContactAsync("bob@acme.example");
        }

        await using var again = await StartAsync();
        Assert.Equal(2, again.Server.Contacts.Count);
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"line":"association","type":"deals","fromId":1,"toId":2,"types":[279]}""")]
    public async Task ALineThatIsNoChangeIsNamed(string line)
    {
        await File.WriteAllTextAsync(Journal, line + "\n");

        var problem = await Assert.ThrowsAsync<InvalidDataException>(StartAsync);

        Assert.Contains($"journal '{Journal}', line 1", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATieOfWhatIsNotThereIsRefused()
    {
        await File.WriteAllTextAsync(
            Journal, """{"line":"association","type":"contacts","fromId":1,"toId":2,"types":[279]}""" + "\n");

        var problem = await Assert.ThrowsAsync<InvalidDataException>(StartAsync);

        Assert.Contains("ties contact 1 to company 2", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoDoNotKeepOneJournal()
    {
        await using var first = await StartAsync();

        var problem = await Assert.ThrowsAsync<InvalidDataException>(StartAsync);

        Assert.Contains("cannot be opened", problem.Message, StringComparison.Ordinal);
    }

    private Task<StandIn> StartAsync() => StandIn.StartAsync(options => options with { Journal = Journal });
}
