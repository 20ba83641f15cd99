using HerogiDsl.Runtime.Tests.Scenarios;
using HerogiDsl.Runtime.Tests.Support;
using HerogiDsl.Storage.Sqlite;

namespace HerogiDsl.Runtime.Tests.Storage;

public sealed class OldDatabaseTests
{
    private const string First = "HerogiDsl.Storage.Sqlite.Sql.0001-initial.sql";

    [Fact]
    public async Task ADatabaseOfTheFirstTablesIsBroughtUpToDateWithWhatWaitsInIt()
    {
        using var folder = new TestFolder();
        var assembly = typeof(SqliteStore).Assembly;
        using (var script = new StreamReader(assembly.GetManifestResourceStream(First)!))
        using (var database = SqliteDatabase.Open(folder.Database, readOnly: false))
        {
            database.Execute(await script.ReadToEndAsync());
            database.Execute(
                """
                INSERT INTO herogi VALUES (1, 1, 'abc', 7);
                INSERT INTO instances VALUES ('One', 's', 'Here', '{"number":4}', 1, 0, '1', 'active', NULL, NULL, 0, 0);
                INSERT INTO inbox VALUES (7, 'One', 's', 'event', 'Go', '{"text":""}', 0, 0, NULL, -1, 0, 'waiting');
                """);
        }

        var scenario = new ScriptedScenario("One", ["Go"], (state, _, context) => context.Move("Here", (state?.Number ?? 0) + 1));
        await using var host = await TestHost.StartAsync(new(folder.Database) { Scenarios = [scenario] });
        await Eventually.HoldsAsync(async () => (await host.StateAsync("s"))?.Number == 5, "what waited is judged");

        await host.Herogi.SendAsync("s", new Said("Go"));
        await Eventually.HoldsAsync(async () => (await host.StateAsync("s"))?.Number == 6, "what comes is judged");
        Assert.Equal("abc", host.Parts.Store.Id);
        Assert.Single(await host.Monitor.ListInstancesAsync(new InstanceFilter("One") { Condition = InstanceCondition.Active }));
    }
}
