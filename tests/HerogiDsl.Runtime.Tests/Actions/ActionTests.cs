using Compiled;
using HerogiDsl.Runtime.Hosting;
using HerogiDsl.Runtime.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace HerogiDsl.Runtime.Tests.Actions;

public sealed class ActionTests
{
    private static Task IsInAsync<TState>(TestHost host, string sessionId)
        where TState : Scoring.State => Eventually.HoldsAsync(
        async () => await host.Herogi.GetStateAsync<Scoring.State>(sessionId) is TState,
        $"'{sessionId}' is in {typeof(TState).Name}",
        async () => $"{string.Join(", ", await host.OutcomesAsync(sessionId))}\n{string.Join("\n", host.Log.Lines.TakeLast(5))}");

    [Fact]
    public async Task AnActionIsCalledWithItsArgumentsAndItsAnswerIsAnEvent()
    {
        using var folder = new TestFolder();
        var actions = new ScriptedActions { Score = static (_, _, _) => Task.FromResult(new Scored(7, Grade.High)) };
        await using var host = await TestHost.StartAsync(actions.Setup(folder.Database));

        await host.Herogi.SendAsync("s", new Apply("Ada", 1.50m));
        await IsInAsync<Scoring.Good>(host, "s");
        await Eventually.IsIdleAsync(host);

        Assert.Equal(["score Ada 1.50 a2 null High", "notify score 7"], actions.Calls.Select(call => call.Text));
        var (score, notify) = (actions.Calls.First().Context, actions.Calls.Last().Context);
        Assert.Equal(("s", "Scoring", "Asking", 1), (score.SessionId, score.Scenario, score.State, score.Try));
        Assert.Equal(("s", "Scoring", "Good", 1), (notify.SessionId, notify.Scenario, notify.State, notify.Try));
        Assert.NotEqual(score.IdempotencyKey, notify.IdempotencyKey);
        Assert.Equal(7, Assert.IsType<Scoring.Good>(await host.Herogi.GetStateAsync<Scoring.State>("s")).Score);
        Assert.Equal("""["run score"]""", (await host.Monitor.GetHistoryAsync("s"))[0].AskedJson);
    }

    [Fact]
    public async Task EachCallHasAScopeOfItsOwn()
    {
        using var folder = new TestFolder();
        var actions = new ScriptedActions();
        await using var host = await TestHost.StartAsync(actions.Setup(folder.Database));

        await host.Herogi.SendAsync("s", new Apply("Ada", 1));
        await host.Herogi.SendAsync("t", new Apply("Bea", 1));
        await Eventually.HoldsAsync(() => actions.Scopes.Count == 2, "both are called");

        Assert.Equal(2, actions.Scopes.Distinct().Count());
    }

    [Fact]
    public async Task AnAnswerToAPastVisitIsStale()
    {
        using var folder = new TestFolder();
        var first = new TaskCompletionSource<Scored>();
        var number = 0;
        var actions = new ScriptedActions
        {
            Score = (_, _, _) => Interlocked.Increment(ref number) == 1 ? first.Task : Task.FromResult(new Scored(1)),
        };
        await using var host = await TestHost.StartAsync(actions.Setup(folder.Database));
        await host.Herogi.SendAsync("s", new Apply("Ada", 1));
        await Eventually.HoldsAsync(() => number == 1, "the first is called");
        await host.Herogi.SendAsync("s", new Again());
        await Eventually.HasOutcomeAsync(host, "s", "stayed");

        first.SetResult(new Scored(9));
        await Eventually.HasOutcomeAsync(host, "s", "stale");

        Assert.Equal(["moved", "moved", "stayed", "stale"], await host.OutcomesAsync("s"));
        await IsInAsync<Scoring.Asking>(host, "s");
    }

    [Fact]
    public async Task OneThatThrowsIsRetriedUnderTheSameKeyUntilItSucceeds()
    {
        using var folder = new TestFolder();
        var time = new FakeTimeProvider();
        var actions = new ScriptedActions
        {
            Score = static (_, context, _) => context.Try < 4
                ? throw new InvalidOperationException("not yet")
                : Task.FromResult(new Scored(6)),
        };
        await using var host = await TestHost.StartAsync(actions.Setup(folder.Database) with { Time = time });
        await host.Herogi.SendAsync("s", new Apply("Ada", 1));

        await Eventually.HoldsAsync(
            async () =>
            {
                time.Advance(TimeSpan.FromSeconds(1));
                return await host.Herogi.GetStateAsync<Scoring.State>("s") is Scoring.Good;
            },
            "it succeeds");

        var tries = actions.Calls.Where(call => call.Text.StartsWith("score", StringComparison.Ordinal)).ToList();
        Assert.Equal([1, 2, 3, 4], tries.Select(call => call.Context.Try));
        Assert.Single(tries.Select(call => call.Context.IdempotencyKey).Distinct());
        Assert.Equal(["moved", "moved"], await host.OutcomesAsync("s"));
        Assert.Equal(3, (await host.Monitor.GetOverviewAsync()).Totals.Retries);
    }

    [Fact]
    public async Task PastItsTriesTheInstanceIsFaultedAndARetryRepeatsThatActionAlone()
    {
        using var folder = new TestFolder();
        var isBroken = true;
        var actions = new ScriptedActions
        {
            Score = (_, _, _) => isBroken
                ? throw new InvalidOperationException("the service said: wrong hunter2secret")
                : Task.FromResult(new Scored(6)),
        };
        var setup = actions.Setup(folder.Database) with
        {
            Settings = new() { ["HerogiDsl:ActionTries"] = "1", ["HerogiDsl:Secrets:password"] = "hunter2secret" },
        };
        await using (var host = await TestHost.StartAsync(setup))
        {
            await host.Herogi.SendAsync("s", new Apply("Ada", 1));
            await Eventually.HasOutcomeAsync(host, "s", "faulted");
            await host.Herogi.SendAsync("s", new Apply("Waits", 1));
            var instance = Assert.Single(await host.Monitor.ListInstancesAsync("Scoring"));
            Assert.Equal((InstanceCondition.Faulted, "Asking"), (instance.Condition, instance.State));
            Assert.Equal("the action 'Scoring.score' failed: the service said: wrong ***", instance.Reason);
            Assert.Contains("scoring.herogi(", instance.Position, StringComparison.Ordinal);
            Assert.DoesNotContain(host.Log.Lines, line => line.Contains("hunter2secret", StringComparison.Ordinal));
            Assert.Equal(2, (await host.Monitor.GetOverviewAsync()).Pending.Events);
        }

        // It stays so over a restart, and nothing is called.
        await using var again = await TestHost.StartAsync(setup);
        Assert.Equal(InstanceCondition.Faulted, Assert.Single(await again.Monitor.ListInstancesAsync("Scoring")).Condition);
        Assert.Single(actions.Calls);
        isBroken = false;
        Assert.True(await again.Monitor.RetryAsync("s", "Scoring"));
        await IsInAsync<Scoring.Good>(again, "s");
        await Eventually.IsIdleAsync(again);

        Assert.Equal(["moved", "faulted", "retried", "ignored", "moved"], await again.OutcomesAsync("s"));
        Assert.Equal([1, 1, 1], actions.Calls.Select(call => call.Context.Try));
        Assert.Equal(2, actions.Calls.Select(call => call.Context.IdempotencyKey).Distinct().Count());
        Assert.False(await again.Monitor.RetryAsync("s", "Scoring"));
    }

    [Fact]
    public async Task OneWithoutAnAnswerFaultsTheInstanceWhereverItIsByThen()
    {
        using var folder = new TestFolder();
        var isBroken = true;
        var actions = new ScriptedActions
        {
            Score = static (_, _, _) => Task.FromResult(new Scored(6)),
            Notify = (message, _, _) => isBroken && message.StartsWith("score", StringComparison.Ordinal)
                ? throw new InvalidOperationException("away")
                : Task.CompletedTask,
        };
        await using var host = await TestHost.StartAsync(
            actions.Setup(folder.Database) with { Settings = new() { ["HerogiDsl:ActionTries"] = "1" } });
        await host.Herogi.SendAsync("s", new Apply("Ada", 1));
        await Eventually.HasOutcomeAsync(host, "s", "faulted");
        await host.Herogi.SendAsync("s", new Withdraw());

        isBroken = false;
        Assert.True(await host.Monitor.RetryAsync("s", "Scoring"));
        await Eventually.HasOutcomeAsync(host, "s", "ended");
        await Eventually.IsIdleAsync(host);

        Assert.Equal(["moved", "moved", "faulted", "retried", "ended"], await host.OutcomesAsync("s"));
        Assert.Equal(1, actions.Calls.Count(call => call.Text.StartsWith("score", StringComparison.Ordinal)));
        Assert.Equal(2, actions.Calls.Count(call => call.Text == "notify score 6"));
    }

    [Fact]
    public async Task OneThatFailsAgainAfterARetryFaultsAgain()
    {
        using var folder = new TestFolder();
        var actions = new ScriptedActions { Score = static (_, _, _) => throw new InvalidOperationException("never") };
        await using var host = await TestHost.StartAsync(
            actions.Setup(folder.Database) with { Settings = new() { ["HerogiDsl:ActionTries"] = "1" } });
        await host.Herogi.SendAsync("s", new Apply("Ada", 1));
        for (var round = 1; round <= 3; round++)
        {
            await Eventually.HoldsAsync(
                async () => (await host.OutcomesAsync("s")).Count(outcome => outcome == "faulted") == round, "it faults");
            Assert.True(await host.Monitor.RetryAsync("s", "Scoring"));
        }

        await Eventually.HoldsAsync(() => actions.Calls.Count == 4, "it is called once a round");
    }

    [Fact]
    public async Task OneThatFailsWhenItsInstanceIsGoneIsTold()
    {
        using var folder = new TestFolder();
        var actions = new ScriptedActions { Notify = static (_, _, _) => throw new InvalidOperationException("nobody is there") };
        await using var host = await TestHost.StartAsync(
            actions.Setup(folder.Database) with { Settings = new() { ["HerogiDsl:ActionTries"] = "1" } });
        await host.Herogi.SendAsync("s", new Apply("Ada", 1));
        await host.Herogi.SendAsync("s", new Withdraw());
        await Eventually.HasOutcomeAsync(host, "s", "failed");

        var told = (await host.Monitor.GetHistoryAsync("s")).Single(entry => entry.Outcome == "failed");
        Assert.Equal("the action 'Compiled/notify' failed: nobody is there", told.Reason);
        Assert.Empty(await host.Monitor.ListInstancesAsync("Scoring"));
        await Eventually.IsIdleAsync(host);
    }

    [Fact]
    public async Task WhatIsMissingIsToldAtTheStartAllAtOnce()
    {
        using var folder = new TestFolder();
        var host = TestHost.Make(new(folder.Database)
        {
            Modules = [HerogiScenarios.Module],
            Register = static _ => { },
        });

        var exception = await Assert.ThrowsAsync<HerogiConfigurationException>(host.StartAsync);
        host.Crash();

        Assert.Equal(2, exception.Problems.Count);
        Assert.Contains(
            "nothing implements 'Compiled.ISharedActions', which the extern action 'Compiled/notify' needs: write a class that "
                + "does, and register it with 'builder.Services.AddScoped<ISharedActions, YourClass>()'",
            exception.Problems[0],
            StringComparison.Ordinal);
        Assert.Contains("'builder.Services.AddScoped<Scoring.IActions, YourClass>()'", exception.Problems[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAnswerCannotBeSent()
    {
        using var folder = new TestFolder();
        await using var host = await TestHost.StartAsync(new ScriptedActions().Setup(folder.Database));

        var exception = await Assert.ThrowsAsync<ArgumentException>(() => host.Herogi.SendAsync("s", new Scored(9)));

        Assert.Contains("'Scored' is an answer", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AGracefulStopCancelsWhatRunsAndTheNextStartDoesItAgain()
    {
        using var folder = new TestFolder();
        var actions = new ScriptedActions
        {
            Score = static async (_, _, cancellationToken) =>
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
                return new Scored(0);
            },
        };
        await using (var host = await TestHost.StartAsync(actions.Setup(folder.Database)))
        {
            await host.Herogi.SendAsync("s", new Apply("Ada", 1));
            await Eventually.HoldsAsync(() => actions.Calls.Count == 1, "it is called");
            Assert.Equal(1, (await host.Monitor.GetOverviewAsync()).Pending.Actions);
        }

        actions.Score = static (_, _, _) => Task.FromResult(new Scored(8));
        await using var again = await TestHost.StartAsync(actions.Setup(folder.Database));
        await IsInAsync<Scoring.Good>(again, "s");

        var scores = actions.Calls.Where(call => call.Text.StartsWith("score", StringComparison.Ordinal)).Select(call => call.Context).ToList();
        Assert.Equal([1, 1], scores.Select(context => context.Try));
        Assert.Single(scores.Select(context => context.IdempotencyKey).Distinct());
    }

    [Fact]
    public async Task ACrashWhileItRunsHasItDoneAgainAndItsAnswerCountsOnce()
    {
        using var folder = new TestFolder();
        var actions = new ScriptedActions { Score = static (_, _, _) => new TaskCompletionSource<Scored>().Task };
        var first = await TestHost.StartAsync(actions.Setup(folder.Database));
        await first.Herogi.SendAsync("s", new Apply("Ada", 1));
        await Eventually.HoldsAsync(() => actions.Calls.Count == 1, "it is called");
        first.Crash();

        actions.Score = static (_, _, _) => Task.FromResult(new Scored(8));
        await using var again = await TestHost.StartAsync(actions.Setup(folder.Database));
        await IsInAsync<Scoring.Good>(again, "s");
        await Eventually.IsIdleAsync(again);

        Assert.Equal(["moved", "moved"], await again.OutcomesAsync("s"));
    }
}
