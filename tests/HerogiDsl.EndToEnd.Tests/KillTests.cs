using System.Globalization;
using HerogiDsl.EndToEnd.Tests.Support;

namespace HerogiDsl.EndToEnd.Tests;

/// <summary>The moments are drawn from the seed; what was on the screen at each is in the test's output.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const string Faults = "429=0.05,500=0.03,503=0.03,lost=0.04,drop=0.04,slow=0.05:200ms";
    private const string Registering = " onboarded, ";

    /// <summary>Ten, unless <c>HEROGI_KILLS</c> says how many.</summary>
    private static int Kills =>
        Environment.GetEnvironmentVariable("HEROGI_KILLS") is { Length: > 0 } kills
            ? int.Parse(kills, CultureInfo.InvariantCulture)
            : 10;

    [Theory]
    [InlineData(20261)]
    public async Task KillsUnderFaultsLoseNothingAndDoubleNothing(int seed)
    {
        var customers = 20 * Kills;
        using var folder = new TemporaryFolder();
        await using var standIn = await StandInProgram.StartAsync(Faults, seed);
        string[] arguments =
            [Places.Sample, "--database", "crm.db", "--hubspot", standIn.Url.AbsoluteUri, "--token", "T", "--customers", $"{customers}"];

        await KillAsync(folder, arguments, seed, Kills, longestMilliseconds: 900);
        await FinishAsync(folder, arguments);

        await Ledger.CheckHubSpotAsync(standIn.Url, customers);
        Ledger.CheckMails(folder["crm.db.mail"], customers);
        Ledger.CheckDatabase(folder["crm.db"]);
    }

    [Theory]
    [InlineData(7)]
    public async Task ThreeKillsOfTheSampleWithTheStandInInsideLoseNothingAndDoubleNothing(int seed)
    {
        using var folder = new TemporaryFolder();
        string[] arguments = [Places.Sample, "--database", "crm.db", "--customers", "60", "--faults", Faults, "--seed", $"{seed}"];

        await KillAsync(folder, arguments, seed, kills: 3, longestMilliseconds: 700);
        await FinishAsync(folder, arguments);

        Ledger.CheckJournal(folder["crm.db.hubspot"], 60);
        Ledger.CheckMails(folder["crm.db.mail"], 60);
        Ledger.CheckDatabase(folder["crm.db"]);
    }

    private async Task KillAsync(TemporaryFolder folder, string[] arguments, int seed, int kills, int longestMilliseconds)
    {
        var random = new Random(seed);
        for (var kill = 1; kill <= kills; kill++)
        {
            var moment = TimeSpan.FromMilliseconds(random.Next(longestMilliseconds));
            await using var program = Program.Start(folder.Path, arguments);
            await program.HearAsync(Registering);
            await Task.Delay(moment);
            await program.KillAsync();
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"kill {kill}, {moment.TotalMilliseconds} ms after the start: {program.LastLine}"));
        }
    }

    private async Task FinishAsync(TemporaryFolder folder, string[] arguments)
    {
        var (exitCode, text) = await Program.RunAsync(folder.Path, arguments);
        output.WriteLine(text);
        Assert.True(exitCode == 0, text);
    }
}
