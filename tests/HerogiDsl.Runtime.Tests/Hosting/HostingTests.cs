using HerogiDsl.Runtime.Tests.Scenarios;
using HerogiDsl.Runtime.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace HerogiDsl.Runtime.Tests.Hosting;

public sealed class HostingTests
{
    [Fact]
    public async Task EverySettingThatIsWrongIsToldAtOnce()
    {
        using var folder = new TestFolder();
        var host = TestHost.Make(new(folder.Database)
        {
            Settings = new()
            {
                ["HerogiDsl:MaxSessionIdLength"] = "257",
                ["HerogiDsl:QueueSize"] = "1",
                ["HerogiDsl:EventIdRetention"] = "00:00:00",
            },
        });
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(host.StartAsync);
        host.Crash();
        Assert.Equal(
            [
                "'HerogiDsl:MaxSessionIdLength' is 257; expected 1 to 256",
                "'HerogiDsl:QueueSize' is 1; expected 16 to 2147483647",
                "'HerogiDsl:EventIdRetention' is 00:00:00; expected more than zero",
            ],
            exception.Failures);
    }

    [Fact]
    public async Task TheHealthCheckTellsWhetherTheRuntimeRuns()
    {
        using var folder = new TestFolder();
        await using var host = TestHost.Make(new(folder.Database));
        var health = host.Services.GetRequiredService<HealthCheckService>();
        Assert.Equal(HealthStatus.Unhealthy, (await health.CheckHealthAsync()).Status);
        await host.StartAsync();
        Assert.Equal(HealthStatus.Healthy, (await health.CheckHealthAsync()).Status);
        await host.StopAsync();
        Assert.Equal(HealthStatus.Unhealthy, (await health.CheckHealthAsync()).Status);
    }

    [Fact]
    public async Task HistoryAndLogTellWhatAStepDid()
    {
        using var folder = new TestFolder();
        var scenario = new ScriptedScenario("One", ["Go"], (_, _, context) =>
        {
            context.Set("number").WriteNumberValue(7);
            context.Log("hello from the step");
            context.Add(new SendEvent(new Said("Next"), null, "other"));
            context.EnterState("Here");
            return StepResult.Moved(new ScriptedState("Here", 7), 3);
        });
        await using var host = await TestHost.StartAsync(new(folder.Database) { Scenarios = [scenario] });
        await host.Herogi.SendAsync("s", new Said("Go"));
        await Eventually.IsInAsync(host, "s", "Here");

        var entry = Assert.Single(await host.Monitor.GetHistoryAsync("s"));
        Assert.Equal(("Go", "moved", null, 3, "Here"), (entry.Event, entry.Outcome, entry.From, entry.Transition, entry.To));
        Assert.Equal("""["number",7]""", entry.SetsJson);
        Assert.Equal("""["send Next for other"]""", entry.AskedJson);
        Assert.Equal("""["hello from the step"]""", entry.LogsJson);
        await Eventually.HoldsAsync(
            () => host.Log.Lines.Any(line => line.Contains("One s: hello from the step", StringComparison.Ordinal)), "it is logged");
    }

    [Fact]
    public async Task InstancesAreListedInPages()
    {
        using var folder = new TestFolder();
        var scenario = new ScriptedScenario("One", ["Go", "Next"], (_, trigger, context) =>
            context.Move(trigger.Event!.EventName == "Go" ? "Here" : "There"));
        await using var host = await TestHost.StartAsync(new(folder.Database) { Scenarios = [scenario] });
        foreach (var session in new[] { "a", "b", "c", "d" })
            await host.Herogi.SendAsync(session, new Said(session == "b" ? "Next" : "Go"));
        await Eventually.IsIdleAsync(host);

        var first = await host.Monitor.ListInstancesAsync("One", "Here", limit: 2);
        Assert.Equal(["a", "c"], first.Select(instance => instance.SessionId));
        var second = await host.Monitor.ListInstancesAsync("One", "Here", after: "c");
        Assert.Equal(["d"], second.Select(instance => instance.SessionId));
        Assert.Equal(4, (await host.Monitor.ListInstancesAsync("One")).Count);
    }
}
