using System.Net;
using HubSpotStandIn.Hosting;
using HubSpotStandIn.Tests.Calls;

namespace HubSpotStandIn.Tests;

public sealed class HostingTests
{
    [Fact]
    public async Task TheCountsSayWhatIsThereAndWhatHappened()
    {
        await using var hubSpot = await StandIn.StartAsync();
        var contact = await hubSpot.CreateContactAsync("ann@acme.example");
        var company = await hubSpot.CreateCompanyAsync("Acme");
        await hubSpot.CreateCompanyAsync("acme");
        await hubSpot.PostAsync($"{StandIn.Dated}/contacts", """{"properties":{"email":"ann@acme.example"}}""");
        await hubSpot.SendAsync(
            HttpMethod.Put, $"{StandIn.Dated}/contacts/{contact}/associations/default/companies/{company}");
        hubSpot.Server.SetFaults("500=1");
        await hubSpot.GetAsync($"{StandIn.Dated}/contacts");

        var counts = await hubSpot.GetAsync("/_standin/counts");

        Assert.Equal(
            "{'companies':2,'contacts':1,'associations':1,'requests':6,'duplicates':1,'conflicts':1,'faults':{'500':1}}"
                .Replace('\'', '"'),
            counts.Raw);
    }

    [Fact]
    public async Task TheObjectsShowEachContactWithItsCompanies()
    {
        await using var hubSpot = await StandIn.StartAsync();
        hubSpot.Server.AddContact("before@acme.example", "Bea");
        var contact = await hubSpot.CreateContactAsync("ann@acme.example");
        var company = await hubSpot.CreateCompanyAsync("Acme");
        await hubSpot.SendAsync(
            HttpMethod.Put, $"{StandIn.Dated}/contacts/{contact}/associations/default/companies/{company}");

        var objects = await hubSpot.GetAsync("/_standin/objects");

        Assert.Equal(["before@acme.example", "ann@acme.example"], objects.Texts("contacts", "email"));
        Assert.Equal("Bea", objects.Text("contacts.0.firstName"));
        Assert.Empty(objects["contacts.0.companies"].AsArray());
        Assert.Equal(company, objects.Text("contacts.1.companies.0.id"));
        Assert.Equal("Acme", objects.Text("contacts.1.companies.0.name"));
        Assert.Equal("Acme", hubSpot.Server.Contacts[1].Companies[0].Name);
    }

    [Fact]
    public async Task AContactPutThereTakesItsEmail()
    {
        await using var hubSpot = await StandIn.StartAsync();
        var there = hubSpot.Server.AddContact("ann@acme.example", "Ann");

        var reply = await hubSpot.PostAsync(
            $"{StandIn.Dated}/contacts", """{"properties":{"email":"ann@acme.example"}}""");

        Assert.EndsWith(there.Id, reply.Text("message"), StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => hubSpot.Server.AddContact("ann@acme.example"));
    }

    [Fact]
    public async Task TwoStandInsKnowNothingOfEachOther()
    {
        await using var one = await StandIn.StartAsync();
        await using var other = await StandIn.StartAsync();

        await one.CreateContactAsync("ann@acme.example");

        Assert.NotEqual(one.Server.Url, other.Server.Url);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync($"{StandIn.Dated}/contacts")).Status);
        Assert.Equal(0, other.Server.Counts.Contacts);
    }

    [Fact]
    public async Task ItEndsThoughACallIsStillSlow()
    {
        var hubSpot = await StandIn.StartAsync();
        hubSpot.Server.SetFaults("slow=1:1m");
        var call = hubSpot.GetAsync($"{StandIn.Dated}/contacts");
        while (hubSpot.Server.Counts.Faults.Count == 0)
        {
            await Task.Yield();
        }

        await hubSpot.Server.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => call);
        await hubSpot.DisposeAsync();
    }

    [Fact]
    public async Task ATakenAddressIsAnError()
    {
        await using var hubSpot = await StandIn.StartAsync();
        var address = hubSpot.Server.Url.GetLeftPart(UriPartial.Authority);

        await Assert.ThrowsAsync<IOException>(() =>
            StandInServer.StartAsync(new StandInOptions { Address = address }));
    }

    [Fact]
    public void TheCommandLineIsRead()
    {
        var line = CommandLine.Parse([
            "--urls", "http://127.0.0.1:0", "--token=T", "--faults", "429=0.05,slow=0.05:200ms", "--seed", "7",
            "--search-delay", "500ms", "--limit", "100", "--daily-limit", "9", "--unique", "companies.number"]);

        Assert.Null(line.Problem);
        Assert.Equal(("http://127.0.0.1:0", "T"), (line.Options.Address, line.Options.Token));
        Assert.Equal("429=0.05,slow=0.05:200ms", line.Options.Faults.ToString());
        Assert.Equal((7, 100, 9), (line.Options.Seed, line.Options.Limit, line.Options.DailyLimit));
        Assert.Equal(TimeSpan.FromMilliseconds(500), line.Options.SearchDelay);
        Assert.Equal(["companies.number"], line.Options.UniqueProperties);
    }

    [Theory]
    [InlineData("--port", "'--port' is not an option: see --help")]
    [InlineData("serve", "'serve' is not an option: see --help")]
    [InlineData("--token", "'--token' needs a value: see --help")]
    [InlineData("--seed x", "'--seed x' is not understood: expected a whole number")]
    [InlineData("--limit 0", "'--limit 0' is not understood: expected a whole number above 0")]
    [InlineData("--search-delay 2", "'--search-delay 2' is not understood: expected a time as in 2s or 500ms")]
    [InlineData("--urls here", "'--urls here' is no address to listen on: expected one as in http://127.0.0.1:5055")]
    [InlineData("--urls https://127.0.0.1:1",
        "'--urls https://127.0.0.1:1' is no address to listen on: expected one as in http://127.0.0.1:5055")]
    [InlineData("--urls http://127.0.0.1:99999",
        "'--urls http://127.0.0.1:99999' is no address to listen on: expected one as in http://127.0.0.1:5055")]
    [InlineData("--faults 429", "'--faults 429': fault '429' has no share: expected it as in '429=0.05'")]
    [InlineData("--unique email", "'--unique email' is not understood: expected one as in companies.customer_number")]
    public void AWrongArgumentIsSaidInOneSentence(string arguments, string problem) =>
        Assert.Equal(problem, CommandLine.Parse(arguments.Split(' ')).Problem);
}
