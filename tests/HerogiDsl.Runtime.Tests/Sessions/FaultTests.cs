using HerogiDsl.Runtime.Tests.Scenarios;
using HerogiDsl.Runtime.Tests.Support;

namespace HerogiDsl.Runtime.Tests.Sessions;

public sealed class FaultTests
{
    public static TheoryData<string, string> Causes { get; } = new()
    {
        { "overflow", "too large" },
        { "zero", "division by zero" },
        { "index", "out of range" },
        { "null", "null" },
        { "fail", "said so" },
    };

    private static StepResult Break(string cause)
    {
        int[] items = [];
        object? nothing = null;
        return cause switch
        {
            "overflow" => throw new InvalidOperationException($"{checked(int.MaxValue + items.Length + int.Parse("1", null))}"),
            "zero" => throw new InvalidOperationException($"{1 / items.Length}"),
            "index" => throw new InvalidOperationException($"{items[3]}"),
            "null" => throw new InvalidOperationException(nothing!.ToString()),
            _ => throw new ScenarioFaultException("said so"),
        };
    }

    [Theory]
    [MemberData(nameof(Causes))]
    public async Task WhatDataCanBreakFaultsTheInstanceWithReasonAndPosition(string cause, string reason)
    {
        using var folder = new TestFolder();
        var scenario = new ScriptedScenario("One", ["Go"], (_, _, context) =>
        {
            context.At("flows/one.herogi", 12, 3);
            return Break(cause);
        });
        await using var host = await TestHost.StartAsync(new(folder.Database) { Scenarios = [scenario] });

        await host.Herogi.SendAsync("s", new Said("Go"));
        await Eventually.HasOutcomeAsync(host, "s", "faulted");

        var instance = Assert.Single(await host.Monitor.ListInstancesAsync("One"));
        Assert.Equal(InstanceCondition.Faulted, instance.Condition);
        Assert.Contains(reason, instance.Reason);
        Assert.Equal("flows/one.herogi(12,3)", instance.Position);
        Assert.Equal("start", instance.State);
        Assert.Null(await host.StateAsync("s"));
    }

    [Fact]
    public async Task AFaultRollsTheWholeStepBackAndHoldsOnlyItsOwnLaterEvents()
    {
        using var folder = new TestFolder();
        await using var server = await StubServer.StartAsync(200);
        var isBroken = true;
        var broken = new ScriptedScenario("Broken", ["Go", "Next", "Other"], (state, trigger, context) =>
        {
            if (trigger.Event?.EventName == "Next")
            {
                context.Add(Steps.Call("PUT", "/never"));
                context.Add(new SendEvent(new Said("Other", "never"), null, "elsewhere"));
                if (isBroken)
                    throw new ScenarioFaultException("no", new SourcePosition("own.herogi", 4, 5));
            }

            return context.Move("Here", (state?.Number ?? 0) + 1);
        });
        var sound = new ScriptedScenario("Sound", ["Go", "Next"], (state, _, context) => context.Move("There"));
        await using var host = await TestHost.StartAsync(
            new(folder.Database) { Scenarios = [broken, sound], Connections = [server.Connection()] });

        foreach (var name in new[] { "Go", "Next", "Go", "Go" })
            await host.Herogi.SendAsync("s", new Said(name));
        await host.Herogi.SendAsync("t", new Said("Go"));
        await Eventually.HoldsAsync(
            async () => (await host.Monitor.GetHistoryAsync("s", "Sound")).Count == 4, "the other scenario goes on");
        await Eventually.HoldsAsync(
            async () => (await host.Monitor.GetHistoryAsync("t")).Count == 2, "the other session goes on");
        await Eventually.HasOutcomeAsync(host, "s", "faulted");

        var instance = Assert.Single(await host.Monitor.ListInstancesAsync("Broken", "Here"), one => one.SessionId == "s");
        Assert.Equal(("own.herogi(4,5)", """{"number":1}"""), (instance.Position, instance.DataJson));
        Assert.Equal(["moved", "faulted"], (await host.Monitor.GetHistoryAsync("s", "Broken")).Select(entry => entry.Outcome));
        Assert.Empty(server.Requests);
        Assert.Empty(await host.OutcomesAsync("elsewhere"));
        Assert.Equal(3, (await host.Monitor.GetOverviewAsync()).Pending.Events);

        isBroken = false;
        Assert.True(await host.Monitor.RetryAsync("s", "Broken"));
        await Eventually.IsIdleAsync(host);
        await Eventually.HoldsAsync(() => server.Requests.Count == 1, "the call is made");
        Assert.Equal(
            ["moved", "faulted", "retried", "moved", "moved", "moved"],
            (await host.Monitor.GetHistoryAsync("s", "Broken")).Where(entry => entry.Event != "Answer").Select(entry => entry.Outcome));
        Assert.NotEmpty(await host.OutcomesAsync("elsewhere"));
    }

    [Fact]
    public async Task AStateThatThisBuildCannotReadIsLeftUntouchedUntilOneThatCan()
    {
        using var folder = new TestFolder();
        StepResult Step(ScriptedState? state, Trigger trigger, StepContext context) =>
            context.Move("Old", (state?.Number ?? 0) + 1);
        var setup = new TestSetup(folder.Database) { Scenarios = [new ScriptedScenario("One", ["Go"], Step)] };
        await using (var host = await TestHost.StartAsync(setup))
        {
            await host.Herogi.SendAsync("s", new Said("Go"));
            await Eventually.IsInAsync(host, "s", "Old");
        }

        var newer = new ScriptedScenario("One", ["Go"], Step) { States = ["New"], Fingerprint = "2" };
        await using (var host = await TestHost.StartAsync(setup with { Scenarios = [newer] }))
        {
            await host.Herogi.SendAsync("s", new Said("Go"));
            await Eventually.HasOutcomeAsync(host, "s", "incompatible");
            var instance = Assert.Single(await host.Monitor.ListInstancesAsync("One"));
            Assert.Equal((InstanceCondition.Incompatible, "Old"), (instance.Condition, instance.State));
            Assert.Contains("no state 'Old'", instance.Reason);
            await Assert.ThrowsAsync<IncompatibleStateException>(() => host.StateAsync("s"));
            Assert.Equal(1, (await host.Monitor.GetOverviewAsync()).Pending.Events);
        }

        await using var again = await TestHost.StartAsync(setup);
        await Eventually.IsIdleAsync(again);
        Assert.Equal(2, (await again.StateAsync("s"))?.Number);
        Assert.Equal(InstanceCondition.Active, Assert.Single(await again.Monitor.ListInstancesAsync("One")).Condition);
    }
}
