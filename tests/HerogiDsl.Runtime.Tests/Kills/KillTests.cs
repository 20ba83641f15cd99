using System.Diagnostics;
using HerogiDsl.Runtime.Tests.Support;

namespace HerogiDsl.Runtime.Tests.Kills;

public sealed class KillTests
{
    private const string Variable = "HEROGI_KILLED";

    [Fact(Explicit = true)]
    public async Task TheProcessThatIsKilled()
    {
        var (database, url) = Environment.GetEnvironmentVariable(Variable)?.Split('|') is [var first, var second]
            ? (first, second)
            : throw new InvalidOperationException($"only {nameof(AProcessKilledAtAnyInstantLosesNothingAndRepeatsNothingBlindly)} runs this");
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
            using var process = Start(folder.Database, server.Url);
            var before = server.Requests.Count;
            var watch = Stopwatch.StartNew();
            var enough = random.Next(5, 60);
            while (server.Requests.Count < before + enough && watch.Elapsed < TimeSpan.FromSeconds(20) && !process.HasExited)
                await Task.Delay(1);
            Assert.False(process.HasExited, "it ended by itself");
            Assert.True(server.Requests.Count > before, "it did nothing");
            process.Kill();
            await process.WaitForExitAsync();
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

    private static Process Start(string database, string url)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { [Variable] = $"{database}|{url}" },
        };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
            start.ArgumentList.Add(typeof(KillTests).Assembly.Location);
        foreach (var argument in new[] { "-explicit", "only", "-method", $"{typeof(KillTests).FullName}.{nameof(TheProcessThatIsKilled)}" })
            start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        // Nobody reads what it says, and a full pipe would stop it.
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
