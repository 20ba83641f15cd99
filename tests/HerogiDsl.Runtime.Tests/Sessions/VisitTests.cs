using HerogiDsl.Runtime.Tests.Scenarios;
using HerogiDsl.Runtime.Tests.Support;

namespace HerogiDsl.Runtime.Tests.Sessions;

public sealed class VisitTests
{
    // Entering 'Asking' makes a call; Other stays, Next enters it anew, Stop ends.
    private static ScriptedScenario Asking(List<string?> labels) => new("Asking", ["Go", "Next", "Other", "Stop"], (state, trigger, context) =>
    {
        switch (trigger.Event)
        {
            case Answered:
                lock (labels)
                    labels.Add(trigger.Label);
                return context.Move("Answered");
            case Said { EventName: "Other" } when state is not null:
                return state.Stay();
            case Said { EventName: "Stop" }:
                return StepResult.Ended("Gone", 0);
            default:
                context.Add(Steps.Call("GET", $"/{trigger.Event!.EventName}") with { Label = trigger.Event.EventName });
                return context.Move("Asking");
        }
    });

    private sealed class Held : IAsyncDisposable
    {
        private readonly TaskCompletionSource _release = new();

        public StubServer Server { get; private set; } = null!;

        // The first call waits until it is released; the others never end.
        public static async Task<Held> StartAsync()
        {
            var held = new Held();
            held.Server = await StubServer.StartAsync(async (context, number) =>
                await (number == 0 ? held._release.Task : Task.Delay(Timeout.Infinite, context.RequestAborted)));
            return held;
        }

        public void Release() => _release.TrySetResult();

        public ValueTask DisposeAsync() => Server.DisposeAsync();
    }

    [Theory]
    [InlineData("Other", "moved", "Answered")]
    [InlineData("Next", "stale", "Asking")]
    [InlineData("Stop", "stale", null)]
    public async Task AnAnswerToAPastVisitIsStaleAndToTheVisitThatGoesOnIsNot(string between, string outcome, string? state)
    {
        using var folder = new TestFolder();
        List<string?> labels = [];
        await using var held = await Held.StartAsync();
        await using var host = await TestHost.StartAsync(
            new(folder.Database) { Scenarios = [Asking(labels)], Connections = [held.Server.Connection()] });
        await host.Herogi.SendAsync("s", new Said("Go"));
        await Eventually.HoldsAsync(() => held.Server.Requests.Count == 1, "the call is under way");
        await host.Herogi.SendAsync("s", new Said(between));
        await Eventually.HoldsAsync(async () => (await host.OutcomesAsync("s")).Count == 2, "both events are handled");

        held.Release();

        await Eventually.HoldsAsync(async () => (await host.OutcomesAsync("s")).Count == 3, "the answer is judged");
        Assert.Equal(outcome, (await host.OutcomesAsync("s"))[2]);
        Assert.Equal(state, (await host.StateAsync("s"))?.StateName);
        Assert.Equal(outcome == "moved" ? ["Go"] : [], labels);
        host.Crash();
    }

    [Fact]
    public async Task AnAnswerOfAnInstanceThatEndedIsStaleForTheOneThatBeganAfterIt()
    {
        using var folder = new TestFolder();
        await using var held = await Held.StartAsync();
        await using var host = await TestHost.StartAsync(
            new(folder.Database) { Scenarios = [Asking([])], Connections = [held.Server.Connection()] });
        await host.Herogi.SendAsync("s", new Said("Go"));
        await Eventually.HoldsAsync(() => held.Server.Requests.Count == 1, "the call is under way");
        await host.Herogi.SendAsync("s", new Said("Stop"));
        await host.Herogi.SendAsync("s", new Said("Go"));
        await Eventually.HoldsAsync(() => held.Server.Requests.Count == 2, "the second instance has asked too");

        held.Release();

        await Eventually.HasOutcomeAsync(host, "s", "stale");
        Assert.Equal("Asking", (await host.StateAsync("s"))?.StateName);
        host.Crash();
    }
}
