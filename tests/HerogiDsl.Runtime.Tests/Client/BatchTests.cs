using System.Text.Json;
using HerogiDsl.Runtime.Tests.Scenarios;
using HerogiDsl.Runtime.Tests.Support;

namespace HerogiDsl.Runtime.Tests.Client;

public sealed class BatchTests
{
    private static readonly ScriptedScenario Counter = new("Counter", ["Go"], (state, _, context) =>
        context.Move("Here", (state?.Number ?? 0) + 1));

    private static BatchEvent Go(string sessionId, string? id = null) =>
        new(sessionId, new Said("Go")) { Options = new SendOptions { EventId = id } };

    [Fact]
    public async Task ABatchIsAcceptedInItsOrderAndEachEventIsTold()
    {
        using var folder = new TestFolder();
        var texts = new List<string>();
        var scenario = new ScriptedScenario("One", ["Go"], (_, trigger, context) =>
        {
            texts.Add(((Said)trigger.Event!).Text);
            return context.Move("Here");
        });
        await using var host = await TestHost.StartAsync(new(folder.Database) { Scenarios = [scenario] });

        var results = await host.Herogi.SendAsync(
            [.. Enumerable.Range(0, 50).Select(number => new BatchEvent("s", new Said("Go", $"{number}")))]);

        await Eventually.IsIdleAsync(host);
        Assert.All(results, result => Assert.Equal(new SendResult(SendStatus.Accepted), result));
        Assert.Equal(Enumerable.Range(0, 50).Select(number => $"{number}"), texts);
    }

    [Fact]
    public async Task AnEventThatFailsHidesNoneThatIsAcceptedBeforeIt()
    {
        using var folder = new TestFolder();
        await using var host = await TestHost.StartAsync(new(folder.Database)
        {
            Scenarios = [Counter],
            Settings = new() { ["HerogiDsl:QueueSize"] = "16" },
        });

        // More than one transaction takes.
        var results = await host.Herogi.SendAsync(
            [.. Enumerable.Repeat(Go("s"), 20), new BatchEvent("s", new Unwritable()), Go("s")]);

        Assert.Equal("the event could not be accepted: it is gone", results[20].Reason);
        Assert.Equal(21, results.Count(result => result.Status == SendStatus.Accepted));
        await Eventually.IsIdleAsync(host);
        Assert.Equal(21, (await host.StateAsync("s"))?.Number);
    }

    [Fact]
    public async Task WhatIsRefusedOrKnownKeepsNothingElseOut()
    {
        using var folder = new TestFolder();
        await using var host = await TestHost.StartAsync(new(folder.Database) { Scenarios = [Counter] });
        await host.Herogi.SendAsync("s", new Said("Go"), new SendOptions { EventId = "old" });

        var results = await host.Herogi.SendAsync(
        [
            Go("s"), Go("s", "old"), Go(""), Go("s", "new"), Go("s", "new"), new("s", new Said("Nobody")), Go("s", ""),
            new("s", new Said("Go")) { Options = new SendOptions { Scenarios = ["Elsewhere"] } },
            new("s", new Said("Other")), Go("t"),
        ]);

        Assert.Equal(
            [
                SendStatus.Accepted, SendStatus.KnownBefore, SendStatus.Refused, SendStatus.Accepted, SendStatus.KnownBefore,
                SendStatus.Refused, SendStatus.Refused, SendStatus.Refused, SendStatus.Accepted, SendStatus.Accepted,
            ],
            results.Select(result => result.Status));
        Assert.All(results, result => Assert.Equal(result.Status == SendStatus.Refused, result.Reason is not null));
        Assert.Contains("session id is empty", results[2].Reason);
        Assert.Contains("'Elsewhere'", results[7].Reason);
        await Eventually.IsIdleAsync(host);
        Assert.Equal(3, (await host.StateAsync("s"))?.Number);
        Assert.Equal(1, (await host.StateAsync("t"))?.Number);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1000, 1)]
    [InlineData(1001, 2)]
    [InlineData(2500, 3)]
    public async Task ABatchTakesAsFewTransactionsAsItFitsIn(int events, int transactions)
    {
        using var folder = new TestFolder();
        await using var host = await TestHost.StartAsync(new(folder.Database) { Scenarios = [Counter] });
        using var spans = new Spans();

        var results = await host.Herogi.SendAsync([.. Enumerable.Range(0, events).Select(number => Go($"s{number}"))]);
        await Eventually.IsIdleAsync(host);

        Assert.All(results, result => Assert.Equal(SendStatus.Accepted, result.Status));
        Assert.Equal(transactions, spans.Only("send batch").GetTagItem("herogi.batch.transactions"));
        Assert.Equal(events, (await host.Monitor.GetOverviewAsync()).States.Sum(state => state.Count));
    }

    [Fact]
    public async Task AnEmptyBatchIsNothingAndOneWithAHoleIsAMistakeThatAcceptsNothing()
    {
        using var folder = new TestFolder();
        await using var host = await TestHost.StartAsync(new(folder.Database) { Scenarios = [Counter] });

        Assert.Empty(await host.Herogi.SendAsync([]));
        await Assert.ThrowsAsync<ArgumentException>(() => host.Herogi.SendAsync([Go("s"), new("s", null!)]));
        Assert.Null(await host.StateAsync("s"));
    }

    [Fact]
    public async Task ABatchWaitsForRoomAndWhatWasAcceptedBeforeItsSenderLeftIsTold()
    {
        using var folder = new TestFolder();
        using var gate = new SemaphoreSlim(0);
        var scenario = new ScriptedScenario("One", ["Go"], (state, _, context) =>
        {
            gate.Wait();
            return context.Move("Here", (state?.Number ?? 0) + 1);
        });
        await using var host = await TestHost.StartAsync(new(folder.Database)
        {
            Scenarios = [scenario],
            Settings = new() { ["HerogiDsl:QueueSize"] = "16" },
        });
        gate.Release();
        await host.Herogi.SendAsync("first", new Said("Go"));
        await Eventually.IsInAsync(host, "first", "Here");
        using var leaving = new CancellationTokenSource();

        var sending = host.Herogi.SendAsync([.. Enumerable.Range(0, 64).Select(_ => Go("s"))], leaving.Token);
        await Eventually.HoldsAsync(() => host.Parts.Scheduler.Count >= 16, "there is no room");
        Assert.False(sending.IsCompleted);
        await leaving.CancelAsync();
        var results = await sending;

        var accepted = results.Count(result => result.Status == SendStatus.Accepted);
        Assert.InRange(accepted, 16, 63);
        Assert.All(results.Take(accepted), result => Assert.Equal(SendStatus.Accepted, result.Status));
        Assert.All(results.Skip(accepted), result => Assert.Equal(SendStatus.Refused, result.Status));
        gate.Release(1000);
        await Eventually.HoldsAsync(async () => (await host.StateAsync("s"))?.Number == accepted, "all that was accepted is handled");
        await Eventually.IsIdleAsync(host);
        Assert.Equal(accepted, (await host.StateAsync("s"))?.Number);
    }

    [Fact]
    public async Task ABatchThatHasNotBegunEndsAsItsSenderWants()
    {
        using var folder = new TestFolder();
        await using var host = await TestHost.StartAsync(new(folder.Database) { Scenarios = [Counter] });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => host.Herogi.SendAsync([Go("s")], new CancellationToken(canceled: true)));
        Assert.Null(await host.StateAsync("s"));
    }

    /// <summary>An event that nobody can write down.</summary>
    private sealed class Unwritable : IEvent
    {
        public string EventName => "Go";

        public void WriteJson(Utf8JsonWriter writer) => throw new IOException("it is gone");
    }
}
