using HerogiDsl.EndToEnd.Tests.Support;

namespace HerogiDsl.EndToEnd.Tests;

public sealed class SampleTests
{
    private const string Verdict = "every customer is onboarded, has one contact tied to one company, and got one mail";

    [Fact]
    public async Task WithoutArgumentsTwoHundredCustomersAreOnboarded()
    {
        var (exitCode, output) = await Program.RunAsync(null, Places.Sample);

        Assert.True(exitCode == 0, output);
        Assert.Contains(Verdict, output, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^ *customers +200 *$", output);
        Assert.Matches(@"(?m)^ *CrmOnboarding +Onboarded 200 *$", output);
        Assert.Matches(@"(?m)^ *WelcomeEmail +Welcomed 200 *$", output);
        Assert.Matches(@"(?m)^ *HubSpot contacts +200 *$", output);
        Assert.Matches(@"(?m)^ *HubSpot companies +200 *$", output);
        Assert.Matches(@"(?m)^ *mails written +200 *$", output);
        Assert.Matches(@"(?m)^ *retries +[1-9]\d* *$", output);
    }

    [Fact]
    public async Task WhatWasMadeForOneRunGoesWithIt()
    {
        var (exitCode, output) = await Program.RunAsync(null, Places.Sample, "--customers", "2", "--faults", "none");

        Assert.True(exitCode == 0, output);
        var line = Assert.Single(output.Split('\n'), line => line.EndsWith(" (deleted at the end)", StringComparison.Ordinal));
        var database = line["  database  ".Length..^" (deleted at the end)".Length];
        Assert.EndsWith("onboarding.db", database, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.GetDirectoryName(database)));
    }

    [Fact]
    public async Task ASecondRunOnTheSameDatabaseChangesNothing()
    {
        using var folder = new TemporaryFolder();
        var first = await Program.RunAsync(folder.Path, Places.Sample, "--customers", "20", "--database", "crm.db");
        var second = await Program.RunAsync(folder.Path, Places.Sample, "--customers", "20", "--database", "crm.db");

        Assert.True(first.ExitCode == 0, first.Output);
        Assert.True(second.ExitCode == 0, second.Output);
        Ledger.CheckMails(folder["crm.db.mail"], 20);
        Ledger.CheckJournal(folder["crm.db.hubspot"], 20);
        Assert.DoesNotMatch(@"faults in this run", second.Output);
    }

    [Fact]
    public async Task ADoubledCompanyAndAMissingMailAreNamed()
    {
        using var folder = new TemporaryFolder();
        await Program.RunAsync(folder.Path, Places.Sample, "--customers", "5", "--database", "crm.db", "--faults", "none");
        File.Delete(Directory.EnumerateFiles(folder["crm.db.mail"], "*.eml").First(file =>
            File.ReadAllText(file).Contains("customer.4@", StringComparison.Ordinal)));
        var company = File.ReadLines(folder["crm.db.hubspot"]).First(line => line.Contains("Brien", StringComparison.Ordinal));
        await File.AppendAllTextAsync(
            folder["crm.db.hubspot"], company.Replace("\"id\":270041193", "\"id\":990041193", StringComparison.Ordinal) + "\n");

        var (exitCode, output) = await Program.RunAsync(folder.Path, Places.Sample, "--customers", "5", "--database", "crm.db");

        Assert.Equal(1, exitCode);
        Assert.Contains("2 of 5 customers are not as they must be", output, StringComparison.Ordinal);
        Assert.Contains("customer-1 (customer.1@shop.example) has 2 companies: expected one", output, StringComparison.Ordinal);
        Assert.Contains(
            "customer-4 (customer.4@shop.example) is in 'Welcomed' of WelcomeEmail with 0 mails", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'--customers none'", "--customers", "none")]
    [InlineData("'--customers 0'", "--customers", "0")]
    [InlineData("'--customers' needs a value", "--customers")]
    [InlineData("'--seed x'", "--seed", "x")]
    [InlineData("fault '429' has the share '7'", "--faults", "429=7")]
    [InlineData("'--hubspot nowhere'", "--hubspot", "nowhere", "--token", "T")]
    [InlineData("'--hubspot' needs the bearer token", "--hubspot", "http://127.0.0.1:1")]
    [InlineData("does not answer", "--hubspot", "http://127.0.0.1:1", "--token", "T")]
    [InlineData("'--mail http://x'", "--mail", "http://x")]
    [InlineData("'--database no/such/crm.db'", "--database", "no/such/crm.db")]
    [InlineData("there is no option '--custommers'", "--custommers", "3")]
    public async Task ABadOptionIsOneSentenceAndExitCode2(string part, params string[] arguments)
    {
        var (exitCode, output) = await Program.RunAsync(null, [Places.Sample, .. arguments]);

        Assert.Equal(2, exitCode);
        Assert.Contains(part, Assert.Single(output.Trim().Split('\n')), StringComparison.Ordinal);
    }
}
