using HerogiDsl.Runtime.Tests.Scenarios;
using HerogiDsl.Runtime.Tests.Support;

namespace HerogiDsl.Runtime.Tests.Sessions;

public sealed class OrderTests
{
    private static ScriptedScenario Recorder(string name, List<string> seen) => new(name, ["Go", "Next"], (state, trigger, context) =>
    {
        if (trigger.Event is Said said)
        {
            lock (seen)
                seen.Add($"{context.SessionId}:{said.Text}");
        }

        return state is null ? context.Move("Here") : state.Stay();
    });

    [Fact]
    public async Task EventsOfOneSessionAreHandledInTheOrderAccepted()
    {
        using var folder = new TestFolder();
        var seen = new List<string>();
        await using var host = await TestHost.StartAsync(new(folder.Database) { Scenarios = [Recorder("One", seen)] });

        for (var number = 0; number < 50; number++)
            await host.Herogi.SendAsync("s", new Said("Go", $"{number}"));
        await Eventually.IsIdleAsync(host);

        Assert.Equal(Enumerable.Range(0, 50).Select(number => $"s:{number}"), seen);
    }

    [Fact]
    public async Task ManySessionsBesideEachOtherKeepTheirOrderEvenWhenMemoryHoldsFewOfThem()
    {
        using var folder = new TestFolder();
        var seen = new List<string>();
        await using var host = await TestHost.StartAsync(new(folder.Database)
        {
            Scenarios = [Recorder("One", seen)],
            Settings = new() { ["HerogiDsl:QueueSize"] = "16", ["HerogiDsl:CachedSessions"] = "16" },
        });

        await Task.WhenAll(Enumerable.Range(0, 40).Select(async session =>
        {
            for (var number = 0; number < 10; number++)
                await host.Herogi.SendAsync($"s{session}", new Said("Go", $"{number}"));
        }));
        await Eventually.IsIdleAsync(host);

        Assert.Equal(400, seen.Count);
        foreach (var session in seen.GroupBy(line => line.Split(':')[0]))
            Assert.Equal(Enumerable.Range(0, 10).Select(number => $"{session.Key}:{number}"), session);
    }

    [Fact]
    public async Task WhatWasAcceptedBeforeACrashIsHandledAfterItOnce()
    {
        using var folder = new TestFolder();
        var seen = new List<string>();
        // A build without the scenario: everything is accepted by nobody, so another one takes the part of the acceptor.
        var blocked = new ScriptedScenario("One", ["Go"], (_, _, _) => throw new ScenarioFaultException("not yet"));
        var setup = new TestSetup(folder.Database) { Scenarios = [blocked] };
        await using (var host = await TestHost.StartAsync(setup))
        {
            for (var number = 0; number < 30; number++)
                await host.Herogi.SendAsync("s", new Said("Go", $"{number}"));
            await Eventually.HasOutcomeAsync(host, "s", "faulted");
            host.Crash();
        }

        await using var again = await TestHost.StartAsync(setup with { Scenarios = [Recorder("One", seen)] });
        Assert.Empty(seen);
        Assert.True(await again.Monitor.RetryAsync("s", "One"));
        await Eventually.IsIdleAsync(again);

        Assert.Equal(Enumerable.Range(0, 30).Select(number => $"s:{number}"), seen);
        Assert.False(await again.Monitor.RetryAsync("s", "One"));
    }

    [Fact]
    public async Task AnEventGoesToEveryScenarioThatTakesItAndToNamedOnesOnly()
    {
        using var folder = new TestFolder();
        List<string> one = [], two = [], any = [];
        var takesAny = new ScriptedScenario("Any", [], (state, trigger, context) =>
        {
            lock (any)
                any.Add(trigger.Event!.EventName);
            return state is null ? context.Move("Here") : state.Stay();
        })
        {
            TakesAnyEvent = true,
        };
        await using var host = await TestHost.StartAsync(
            new(folder.Database) { Scenarios = [Recorder("One", one), Recorder("Two", two), takesAny] });

        await host.Herogi.SendAsync("s", new Said("Go", "all"));
        await host.Herogi.SendAsync("s", new Said("Go", "two"), new SendOptions { Scenarios = ["Two"] });
        await host.Herogi.SendAsync("s", new Said("Other"));
        await Eventually.IsIdleAsync(host);

        Assert.Equal(["s:all"], one);
        Assert.Equal(["s:all", "s:two"], two);
        Assert.Equal(["Go", "Other"], any);
        await Assert.ThrowsAsync<ArgumentException>(
            () => host.Herogi.SendAsync("s", new Said("Go"), new SendOptions { Scenarios = ["Three"] }));
    }

    [Fact]
    public async Task AnEventThatNoScenarioTakesIsAcceptedAndForgotten()
    {
        using var folder = new TestFolder();
        await using var host = await TestHost.StartAsync(new(folder.Database) { Scenarios = [Recorder("One", [])] });

        await host.Herogi.SendAsync("s", new Said("Other"));

        Assert.True((await host.Monitor.GetOverviewAsync()).Pending.IsIdle);
        Assert.Empty(await host.OutcomesAsync("s"));
    }

    [Fact]
    public async Task AnIgnoredEventLeavesNoInstanceBehind()
    {
        using var folder = new TestFolder();
        var scenario = new ScriptedScenario("One", ["Go", "Next"], (state, trigger, context) =>
            trigger.Event!.EventName == "Go" ? context.Move("Here") : StepResult.Ignored(state));
        await using var host = await TestHost.StartAsync(new(folder.Database) { Scenarios = [scenario] });

        await host.Herogi.SendAsync("ignored", new Said("Next"));
        await host.Herogi.SendAsync("taken", new Said("Go"));
        await Eventually.IsIdleAsync(host);

        Assert.Equal([new StateCount("One", "Here", InstanceCondition.Active, 1)], (await host.Monitor.GetOverviewAsync()).States);
        Assert.Equal(["ignored"], await host.OutcomesAsync("ignored"));
    }
}
