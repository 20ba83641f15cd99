using HerogiDsl.Runtime.Tests.Scenarios;
using HerogiDsl.Runtime.Tests.Support;

namespace HerogiDsl.Runtime.Tests.Kills;

/// <summary>Sessions that live on what they schedule for themselves.</summary>
public sealed class ScheduleKillTests
{
    private const int Sessions = 40;
    private const int Rounds = 12;

    [Fact(Explicit = true)]
    public async Task TheProcessThatIsKilled()
    {
        var (database, url) = KilledProcess.Arguments;
        await using var host = await TestHost.StartAsync(Setup(database, url));
        await SendAllAsync(host);
        await Task.Delay(Timeout.Infinite, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task WhatIsScheduledIsDeliveredOnceWheneverTheProcessIsKilled()
    {
        using var folder = new TestFolder();
        await using var server = await StubServer.StartAsync(200);
        var random = new Random(11);
        for (var round = 0; round < 4; round++)
        {
            using var process = KilledProcess.Start<ScheduleKillTests>(nameof(TheProcessThatIsKilled), folder.Database, server.Url);
            await KilledProcess.KillAsync(process, server, random.Next(5, 80));
        }

        await using var host = await TestHost.StartAsync(Setup(folder.Database, server.Url));
        await SendAllAsync(host);
        await Eventually.HoldsAsync(
            async () => (await host.Monitor.GetOverviewAsync()).States is [{ State: "Done", Count: Sessions }],
            "every session is done");
        await Eventually.IsIdleAsync(host);

        // An event that is lost ends a session's rounds; one that comes twice is ignored in the end.
        Assert.Equal(0, (await host.Monitor.GetOverviewAsync()).Pending.Scheduled);
        var wanted = Enumerable.Repeat("stayed", Rounds - 1).Prepend("moved").Append("moved");
        for (var number = 0; number < Sessions; number++)
            Assert.Equal(wanted, await host.OutcomesAsync($"s{number}"));
    }

    private static TestSetup Setup(string database, string url) => new(database)
    {
        Scenarios = [new ScriptedScenario("Rounds", ["Go", "Next", "Other"], Step)],
        Connections = [Connections.Http(url)],
    };

    private static Task SendAllAsync(TestHost host) => Task.WhenAll(Enumerable.Range(0, Sessions).Select(
        number => host.Herogi.SendAsync($"s{number}", new Said("Go"), new SendOptions { EventId = $"e{number}" })));

    // What is cancelled and scheduled anew, and what is taken back for good, never comes.
    private static StepResult Step(ScriptedState? state, Trigger trigger, StepContext context)
    {
        if (trigger.Event is not Said { EventName: "Go" or "Next" } || state?.StateName == "Done")
            return StepResult.Ignored(state);
        var round = (state?.Number ?? -1) + 1;
        context.Add(new CancelScheduled("Other"));
        if (round == Rounds)
            return context.Move("Done");
        context.Add(Steps.Call("PUT", $"/{context.SessionId}/{round}", returns: null));
        context.Add(new ScheduleEvent(new Said("Other"), context.DueIn(TimeSpan.FromHours(1)), null, null));
        context.Add(new ScheduleEvent(new Said("Next"), context.DueIn(TimeSpan.FromMilliseconds(20 * (round % 3))), null, null));
        return state is null ? context.Move("Going") : StepResult.Stayed(state with { Number = round }, 0);
    }
}
