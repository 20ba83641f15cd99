using HerogiDsl.Runtime.Tests.Support;
using HerogiDsl.Storage.Sqlite;

namespace HerogiDsl.Runtime.Tests.Kills;

public sealed class KillTests
{
    [Fact(Explicit = true)]
    public async Task TheProcessThatIsKilled()
    {
        var (database, url) = KilledProcess.Arguments;
        await using var host = await TestHost.StartAsync(KilledScenario.Setup(database, url));
        await KilledScenario.SendAllAsync(host);
        await Task.Delay(Timeout.Infinite, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task AProcessKilledAtAnyInstantLosesNothingAndRepeatsNothingBlindly()
    {
        using var folder = new TestFolder();
        await using var server = await StubServer.StartAsync(async (context, number) =>
            await Task.Delay(number % 10, context.RequestAborted));
        var random = new Random(7);
        for (var round = 0; round < 6; round++)
        {
            using var process = KilledProcess.Start<KillTests>(nameof(TheProcessThatIsKilled), folder.Database, server.Url);
            await KilledProcess.KillAsync(process, server, random.Next(5, 60));
        }

        await using var host = await TestHost.StartAsync(KilledScenario.Setup(folder.Database, server.Url));
        await KilledScenario.SendAllAsync(host);
        await Eventually.HoldsAsync(
            async () => (await host.Monitor.GetOverviewAsync()).States is [{ State: "Done", Count: KilledScenario.Sessions }],
            "every session is done");
        await Eventually.IsIdleAsync(host);

        var posts = server.Requests.Where(request => request.Method == "POST").GroupBy(request => request.Path).ToList();
        var puts = server.Requests.Where(request => request.Method == "PUT").Select(request => request.Path).Distinct().Count();
        var unknown = (await host.Monitor.ListInstancesAsync("Killed", limit: 1000)).Count(
            instance => instance.DataJson.Contains("-1", StringComparison.Ordinal));
        Assert.All(posts, post => Assert.Single(post));
        Assert.InRange(posts.Count, KilledScenario.Sessions - unknown, KilledScenario.Sessions);
        Assert.Equal(KilledScenario.Sessions, puts);
        Assert.Equal((await host.Monitor.GetOverviewAsync()).Totals.Unknown, unknown);
        for (var number = 0; number < KilledScenario.Sessions; number++)
            Assert.Equal(["moved", "moved", "moved"], await host.OutcomesAsync($"s{number}"));
    }

    [Fact]
    public async Task ASecondProcessOnTheFileIsRefusedAndBeginsWhenTheFirstIsKilled()
    {
        using var folder = new TestFolder();
        await using var server = await StubServer.StartAsync(async (context, _) => await Task.Delay(2, context.RequestAborted));
        using var process = KilledProcess.Start<KillTests>(nameof(TheProcessThatIsKilled), folder.Database, server.Url);
        await Eventually.HoldsAsync(() => !server.Requests.IsEmpty, "the first process is at work");

        var refused = TestHost.Make(KilledScenario.Setup(folder.Database, server.Url));
        var message = (await Assert.ThrowsAsync<SqliteStoreException>(refused.StartAsync)).Message;
        Assert.Equal(
            $"'{folder.Database}' is in use by another process: one process runs a database; stop the other, or name another file",
            message);
        refused.Crash();

        // The first has not been disturbed.
        var calls = server.Requests.Count;
        await Eventually.HoldsAsync(
            () => server.Requests.Count > calls || server.Requests.Count >= 2 * KilledScenario.Sessions, "the first goes on");
        process.Kill();
        await process.WaitForExitAsync();

        await using var host = await TestHost.StartAsync(KilledScenario.Setup(folder.Database, server.Url));
        await KilledScenario.SendAllAsync(host);
        await Eventually.HoldsAsync(
            async () => (await host.Monitor.GetOverviewAsync()).States is [{ State: "Done", Count: KilledScenario.Sessions }],
            "every session is done");
    }
}
