using Compiled;
using HerogiDsl.Runtime.Tests.Actions;
using HerogiDsl.Runtime.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace HerogiDsl.Runtime.Tests.Aggregates;

public sealed class AggregateTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Start);

    private Task<TestHost> StartAsync(string database) =>
        TestHost.StartAsync(new ScriptedActions().Setup(database) with { Time = _time });

    private static async Task<string> TellAsync(TestHost host, string sessionId = "s")
    {
        await host.Herogi.SendAsync(sessionId, new Tell(), new SendOptions { Scenarios = ["Spending"] });
        await Eventually.IsIdleAsync(host);
        return await host.Herogi.GetStateAsync<Spending.State>(sessionId) switch
        {
            Spending.Shopping shopping => shopping.Told,
            Spending.Waiting waiting => waiting.Told,
            Spending.Rich rich => rich.Told,
            var other => $"in {other}",
        };
    }

    private static async Task<string> SeenAsync(TestHost host, string sessionId = "s")
    {
        await host.Herogi.SendAsync(sessionId, new Tell(), new SendOptions { Scenarios = ["Counting"] });
        await Eventually.IsIdleAsync(host);
        return await host.Herogi.GetStateAsync<Counting.State>(sessionId) is Counting.Open open ? open.Told : "closed";
    }

    private static async Task BuyAsync(TestHost host, params decimal[] amounts)
    {
        foreach (var amount in amounts)
            await host.Herogi.SendAsync("s", new Purchase(amount));
        await Eventually.IsIdleAsync(host);
    }

    [Fact]
    public async Task EachFunctionHasItsValueAndNothingIsZeroOrNull()
    {
        using var folder = new TestFolder();
        await using var host = await StartAsync(folder.Database);
        await host.Herogi.SendAsync("s", new Enter());
        Assert.Equal("0 0 0 0 0    0 ", await TellAsync(host));

        await host.Herogi.SendAsync("s", new Purchase(10.50m, Pieces: 3, Gift: true, Discount: 0.25m));
        await host.Herogi.SendAsync("s", new Purchase(0.5m, Gift: true));
        await host.Herogi.SendAsync("s", new Purchase(4));

        Assert.Equal("15.00 3 1 5 0.25 0.5 10.50 5.00 15.00 10.50", await TellAsync(host));
        Assert.Equal("0 0 0 0 0    0 ", await Task.Run(async () =>
        {
            await host.Herogi.SendAsync("other", new Enter());
            return await TellAsync(host, "other");
        }));
    }

    [Fact]
    public async Task ASlidingWindowLosesWhatIsAsOldAsItIsLong()
    {
        using var folder = new TestFolder();
        await using var host = await StartAsync(folder.Database);
        await host.Herogi.SendAsync("s", new Enter());
        await BuyAsync(host, 5);
        _time.Advance(TimeSpan.FromDays(1));
        await BuyAsync(host, 2);
        _time.Advance(TimeSpan.FromDays(1));
        await BuyAsync(host, 3, 1);
        Assert.StartsWith("11 4 0 4 0 1 5 2.75", await TellAsync(host), StringComparison.Ordinal);

        _time.Advance(TimeSpan.FromDays(5) - TimeSpan.FromMilliseconds(1));
        Assert.StartsWith("11 4 0 4 0 1 5 2.75", await TellAsync(host), StringComparison.Ordinal);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.StartsWith("6 3 0 3 0 1 3 2", await TellAsync(host), StringComparison.Ordinal);
        _time.Advance(TimeSpan.FromDays(1));
        Assert.StartsWith("4 2 0 2 0 1 3 2", await TellAsync(host), StringComparison.Ordinal);
        _time.Advance(TimeSpan.FromDays(1));
        Assert.Equal("0 0 0 0 0    0 ", await TellAsync(host));
        await BuyAsync(host, 9);
        Assert.Equal("9 1 0 1 0 9 9 9 9 9", await TellAsync(host));
    }

    [Fact]
    public async Task ATumblingWindowBeginsAtMidnightInUtc()
    {
        using var folder = new TestFolder();
        await using var host = await StartAsync(folder.Database);
        await host.Herogi.SendAsync("s", new Enter());
        await BuyAsync(host, 5);
        _time.Advance(TimeSpan.FromHours(12) - TimeSpan.FromMilliseconds(1));
        await BuyAsync(host, 2);
        Assert.EndsWith(" 7 5", await TellAsync(host), StringComparison.Ordinal);

        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.EndsWith(" 0 ", await TellAsync(host), StringComparison.Ordinal);
        await BuyAsync(host, 1);
        Assert.EndsWith(" 1 1", await TellAsync(host), StringComparison.Ordinal);
        Assert.StartsWith("8 3 ", await TellAsync(host), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheWindowIsKeptBeforeTheFirstInstanceBetweenTwoAndAfterAnEnd()
    {
        using var folder = new TestFolder();
        await using var host = await StartAsync(folder.Database);
        await BuyAsync(host, 400);
        Assert.Empty(await host.Monitor.ListInstancesAsync("Spending"));
        await host.Herogi.SendAsync("s", new Enter());
        Assert.StartsWith("400 1 ", await TellAsync(host), StringComparison.Ordinal);
        Assert.Equal("1", await SeenAsync(host));

        await host.Herogi.SendAsync("s", new Depart());
        await BuyAsync(host, 600);
        Assert.Equal("closed", await SeenAsync(host));
        await host.Herogi.SendAsync("s", new Enter());
        Assert.StartsWith("1000 2 ", await TellAsync(host), StringComparison.Ordinal);
        Assert.IsType<Spending.Rich>(await host.Herogi.GetStateAsync<Spending.State>("s"));
    }

    [Fact]
    public async Task GuardsAndTemplatesSeeTheEventBeingJudgedCounted()
    {
        using var folder = new TestFolder();
        await using var host = await StartAsync(folder.Database);
        await host.Herogi.SendAsync("s", new Enter());
        await BuyAsync(host, 999.99m);
        Assert.IsType<Spending.Shopping>(await host.Herogi.GetStateAsync<Spending.State>("s"));

        await host.Herogi.SendAsync("s", new Purchase(0.01m, At: Start.ToOffset(TimeSpan.FromHours(2))));
        await Eventually.IsIdleAsync(host);

        Assert.IsType<Spending.Rich>(await host.Herogi.GetStateAsync<Spending.State>("s"));
        Assert.Contains(
            (await host.Monitor.GetHistoryAsync("s", "Spending")).Select(entry => entry.LogsJson),
            logs => logs == """["rich with 1000.00 in 2, at least 0.01, last 2026-01-31T12:00:00Z"]""");
    }

    [Fact]
    public async Task ADeferredEventIsCountedWhenFirstJudgedAndNotAgain()
    {
        using var folder = new TestFolder();
        await using (var host = await StartAsync(folder.Database))
        {
            await host.Herogi.SendAsync("s", new Enter());
            await host.Herogi.SendAsync("s", new Wait());
            await BuyAsync(host, 5);
            Assert.StartsWith("5 1 ", await TellAsync(host), StringComparison.Ordinal);
            Assert.Equal(1, (await host.Monitor.GetOverviewAsync()).Pending.Deferred);
        }

        // Released in the same process, and one that was deferred before a restart.
        await using var again = await StartAsync(folder.Database);
        await again.Herogi.SendAsync("s", new Wait());
        Assert.StartsWith("5 1 ", await TellAsync(again), StringComparison.Ordinal);
        Assert.Equal(0, (await again.Monitor.GetOverviewAsync()).Pending.Deferred);
    }

    [Fact]
    public async Task AFaultTakesTheCountingBackAndARetryCountsOnce()
    {
        using var folder = new TestFolder();
        await using var host = await StartAsync(folder.Database);
        await host.Herogi.SendAsync("s", new Enter());
        await BuyAsync(host, 5);
        await host.Herogi.SendAsync("s", new Purchase(13));
        await Eventually.HasOutcomeAsync(host, "s", "faulted");
        Assert.Equal(1, Windows(host, "spent").Count);

        _time.Advance(TimeSpan.FromDays(8));
        host.Services.GetRequiredService<IConfiguration>()["HerogiDsl:Config:lucky"] = "thirteen";
        Assert.True(await host.Monitor.RetryAsync("s", "Spending"));
        await Eventually.IsIdleAsync(host);

        // The event counts at the time at which it was accepted.
        Assert.Equal(("18", 2), (Windows(host, "spent").Value, Windows(host, "spent").Count));
        Assert.StartsWith("0 0 ", await TellAsync(host), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASumThatNoDecimalHoldsFaultsWhereItIsReadAndNothingIsLost()
    {
        using var folder = new TestFolder();
        await using var host = await StartAsync(folder.Database);
        await BuyAsync(host, decimal.MaxValue, 0.001m, decimal.MaxValue);
        await host.Herogi.SendAsync("s", new Enter());
        await Eventually.HasOutcomeAsync(host, "s", "faulted");
        var instance = Assert.Single(await host.Monitor.ListInstancesAsync("Spending"));
        Assert.Contains("too large", instance.Reason, StringComparison.Ordinal);
        Assert.Contains("spending.herogi(", instance.Position, StringComparison.Ordinal);
        Assert.Equal("158456325028528675187087900670.001", Windows(host, "spent").Value);
    }

    [Fact]
    public async Task TheWindowSurvivesACrash()
    {
        using var folder = new TestFolder();
        var first = await StartAsync(folder.Database);
        await first.Herogi.SendAsync("s", new Enter());
        await BuyAsync(first, 5, 7);
        first.Crash();

        await using var host = await StartAsync(folder.Database);
        Assert.StartsWith("12 2 0 2 0 5 7 6", await TellAsync(host), StringComparison.Ordinal);
        _time.Advance(TimeSpan.FromDays(7));
        Assert.StartsWith("0 0 ", await TellAsync(host), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatNoWindowNeedsAnyMoreIsForgotten()
    {
        using var folder = new TestFolder();
        await using var host = await StartAsync(folder.Database);
        for (var number = 0; number < 20; number++)
            await host.Herogi.SendAsync($"s{number}", new Purchase(number));
        await Eventually.IsIdleAsync(host);
        Assert.Equal(9, Rows(host, "s1").Count);

        _time.Advance(TimeSpan.FromDays(6));
        await Eventually.HoldsAsync(
            () =>
            {
                _time.Advance(TimeSpan.FromMinutes(1));
                return Enumerable.Range(0, 20).Sum(number => Rows(host, $"s{number}").Count) == 20 * 6;
            },
            "the windows of a day and an hour are forgotten, the others are not");
        _time.Advance(TimeSpan.FromDays(1));
        await Eventually.HoldsAsync(
            () =>
            {
                _time.Advance(TimeSpan.FromMinutes(1));
                return Enumerable.Range(0, 20).Sum(number => Rows(host, $"s{number}").Count) == 0;
            },
            "all are forgotten");
    }

    private static List<Runtime.Storage.WindowRow> Rows(TestHost host, string sessionId) => host.Parts.Store.Read(tables =>
        tables.Aggregates.Read("Spending", sessionId).Concat(tables.Aggregates.Read("Counting", sessionId)).ToList());

    private static Runtime.Storage.WindowRow Windows(TestHost host, string name) =>
        Rows(host, "s").Single(row => row.Key.Name == name);
}
