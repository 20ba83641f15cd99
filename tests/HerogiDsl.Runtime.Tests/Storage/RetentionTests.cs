using HerogiDsl.Runtime.Tests.Scenarios;
using HerogiDsl.Runtime.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace HerogiDsl.Runtime.Tests.Storage;

public sealed class RetentionTests
{
    [Theory]
    [InlineData(null, 1)]
    [InlineData("1.00:00:00", 0)]
    public async Task TheHistoryIsKeptAsLongAsTheRetentionSays(string? retention, int kept)
    {
        using var folder = new TestFolder();
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var setup = new TestSetup(folder.Database)
        {
            Scenarios = [new ScriptedScenario("One", ["Go"], (_, _, context) => context.Move("Here"))],
            Time = time,
            Settings = new() { ["HerogiDsl:HistoryRetention"] = retention },
        };
        await using (var host = await TestHost.StartAsync(setup))
        {
            await host.Herogi.SendAsync("s", new Said("Go"));
            await Eventually.IsInAsync(host, "s", "Here");
        }

        time.Advance(TimeSpan.FromDays(2));
        await using var again = await TestHost.StartAsync(setup);
        await again.Herogi.SendAsync("t", new Said("Go"));
        await Eventually.IsInAsync(again, "t", "Here");
        await Eventually.HoldsAsync(async () => (await again.OutcomesAsync("s")).Count == kept, "the history is as old as it may be");
        Assert.Single(await again.OutcomesAsync("t"));
    }

    [Fact]
    public async Task WithoutHistoryNoneIsWritten()
    {
        using var folder = new TestFolder();
        await using var host = await TestHost.StartAsync(new(folder.Database)
        {
            Scenarios = [new ScriptedScenario("One", ["Go"], (_, _, context) => context.Move("Here"))],
            Settings = new() { ["HerogiDsl:History"] = "false" },
        });
        await host.Herogi.SendAsync("s", new Said("Go"));
        await Eventually.IsInAsync(host, "s", "Here");
        Assert.Empty(await host.OutcomesAsync("s"));
    }
}
