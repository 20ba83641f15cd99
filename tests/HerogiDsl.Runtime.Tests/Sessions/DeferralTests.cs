using HerogiDsl.Runtime.Tests.Scenarios;
using HerogiDsl.Runtime.Tests.Support;

namespace HerogiDsl.Runtime.Tests.Sessions;

public sealed class DeferralTests
{
    // In 'Busy' everything but Next and Stop waits.
    private static ScriptedScenario Busy(List<string> taken) => new("Busy", ["Go", "Next", "Other", "Stop"], (state, trigger, context) =>
    {
        var said = (Said)trigger.Event!;
        switch (state?.StateName, said.EventName)
        {
            case (null, "Go"):
            case ("Busy", "Go"):
                return context.Move("Busy");
            case ("Busy" or "Free", "Next"):
                return context.Move("Free");
            case (not null, "Stop"):
                return StepResult.Ended("Gone", 0);
            case ("Busy", _):
                return StepResult.Deferred(state!);
            case ("Free", _):
                taken.Add(said.Text);
                return state!.Stay();
            default:
                return StepResult.Ignored(state);
        }
    });

    [Fact]
    public async Task DeferredEventsKeepTheirPlaceAndAreJudgedAgainBeforeLaterOnes()
    {
        using var folder = new TestFolder();
        List<string> taken = [];
        var setup = new TestSetup(folder.Database) { Scenarios = [Busy(taken)] };
        await using (var host = await TestHost.StartAsync(setup))
        {
            await host.Herogi.SendAsync("s", new Said("Go"));
            await host.Herogi.SendAsync("s", new Said("Other", "1"));
            await host.Herogi.SendAsync("s", new Said("Other", "2"));
            await host.Herogi.SendAsync("s", new Said("Go"));
            await Eventually.IsIdleAsync(host);
            Assert.Equal(2, (await host.Monitor.GetOverviewAsync()).Pending.Deferred);
            Assert.Empty(taken);
            host.Crash();
        }

        await using var again = await TestHost.StartAsync(setup);
        await again.Herogi.SendAsync("s", new Said("Next"));
        await again.Herogi.SendAsync("s", new Said("Other", "3"));
        await Eventually.HoldsAsync(() => taken.Count == 3, "all are taken");

        Assert.Equal(["1", "2", "3"], taken);
        Assert.Equal(0, (await again.Monitor.GetOverviewAsync()).Pending.Deferred);
    }

    [Fact]
    public async Task OneMoreThanTheLimitIsRefusedToItsSenderAndWhatMovesOnIsNot()
    {
        using var folder = new TestFolder();
        List<string> taken = [];
        var sender = new ScriptedScenario("Sender", ["Stop"], (_, _, context) =>
        {
            context.Add(new SendEvent(new Said("Other", "sent"), "Busy", null));
            return context.Move("Sent");
        });
        var setup = new TestSetup(folder.Database)
        {
            Scenarios = [Busy(taken), sender],
            Settings = new() { ["HerogiDsl:MaxDeferredEvents"] = "3" },
        };
        await using (var first = await TestHost.StartAsync(setup))
        {
            await first.Herogi.SendAsync("s", new Said("Go"));
            for (var number = 1; number <= 3; number++)
                await first.Herogi.SendAsync("s", new Said("Other", $"{number}"));
            await Eventually.HoldsAsync(
                async () => (await first.Monitor.GetOverviewAsync()).Pending.Deferred == 3, "three are deferred");
            // Safe in a later transaction, so what followed from the third one's is done.
            await first.Herogi.SendAsync("bystander", new Said("Stop"));
            await Assert.ThrowsAsync<EventRefusedException>(() => first.Herogi.SendAsync("s", new Said("Other", "4")));
        }

        await using var host = await TestHost.StartAsync(setup);
        var refused = await Assert.ThrowsAsync<EventRefusedException>(() => host.Herogi.SendAsync("s", new Said("Other", "4")));
        Assert.Contains("3 deferred events in 'Busy'", refused.Message);
        await host.Herogi.SendAsync("other", new Said("Other", "0"));
        await host.Herogi.SendAsync("s", new Said("Stop"), new SendOptions { Scenarios = ["Sender"] });
        await Eventually.HasOutcomeAsync(host, "s", "faulted");

        await host.Herogi.SendAsync("s", new Said("Next"));
        await Eventually.HoldsAsync(() => taken.Count == 3, "the deferred ones are taken");
        await host.Herogi.SendAsync("s", new Said("Other", "4"));
        await Eventually.HoldsAsync(() => taken.Count == 4, "and more are accepted");
    }

    [Fact]
    public async Task AnEndDropsTheDeferredEventsAndTheNextEventBeginsAnew()
    {
        using var folder = new TestFolder();
        List<string> taken = [];
        await using var host = await TestHost.StartAsync(new(folder.Database) { Scenarios = [Busy(taken)] });

        foreach (var name in new[] { "Go", "Other", "Stop" })
            await host.Herogi.SendAsync("s", new Said(name));
        await Eventually.HasOutcomeAsync(host, "s", "ended");
        var overview = await host.Monitor.GetOverviewAsync();
        Assert.Equal([new EndCount("Busy", "Gone", 1)], overview.Ends);
        Assert.Empty(overview.States);
        Assert.Equal(0, overview.Pending.Deferred);

        await host.Herogi.SendAsync("s", new Said("Go"));
        await Eventually.IsInAsync(host, "s", "Busy");
        Assert.Empty(taken);
    }

    [Fact]
    public async Task AScenarioThatIsRunOnceRemembersThatASessionIsThrough()
    {
        using var folder = new TestFolder();
        var scenario = new ScriptedScenario("Once", ["Go", "Stop"], (state, trigger, context) =>
            trigger.Event!.EventName == "Go" ? context.Move("Here") : StepResult.Ended("Gone", 0))
        {
            IsOnce = true,
        };
        await using var host = await TestHost.StartAsync(new(folder.Database) { Scenarios = [scenario] });

        foreach (var name in new[] { "Go", "Stop", "Go" })
            await host.Herogi.SendAsync("s", new Said(name));
        await Eventually.IsIdleAsync(host);

        Assert.Equal(["moved", "ended", "ignored"], await host.OutcomesAsync("s"));
        Assert.Null(await host.StateAsync("s"));
        Assert.Equal(InstanceCondition.Ended, Assert.Single(await host.Monitor.ListInstancesAsync("Once")).Condition);
    }
}
