using System.Diagnostics;

namespace HerogiDsl.Runtime.Tests.Support;

/// <summary>Waits for what other threads bring about.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    public static async Task HoldsAsync(Func<Task<bool>> condition, string what, Func<Task<string>>? explain = null)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            if (watch.Elapsed > Limit)
                Assert.Fail($"did not come true in time: {what} {(explain is null ? "" : await explain())}");
            await Task.Delay(5);
        }
    }

    public static Task HoldsAsync(Func<bool> condition, string what) => HoldsAsync(() => Task.FromResult(condition()), what);

    /// <summary>Waits until a session is in a state.</summary>
    public static Task IsInAsync(TestHost host, string sessionId, string state) => HoldsAsync(
        async () => (await host.StateAsync(sessionId))?.StateName == state,
        $"'{sessionId}' is in '{state}'",
        async () => $"but in '{(await host.StateAsync(sessionId))?.StateName}'; history: {string.Join(", ", await host.OutcomesAsync(sessionId))}; log: {string.Join("\n", host.Log.Lines.TakeLast(5))}");

    /// <summary>Waits until nothing waits.</summary>
    public static Task IsIdleAsync(TestHost host) => HoldsAsync(
        async () => (await host.Monitor.GetOverviewAsync()).Pending.IsIdle, "nothing waits");

    /// <summary>Waits until the history of a session ends so.</summary>
    public static Task HasOutcomeAsync(TestHost host, string sessionId, string outcome) => HoldsAsync(
        async () => (await host.OutcomesAsync(sessionId)).Contains(outcome),
        $"'{sessionId}' has had a step that {outcome}",
        async () => string.Join(", ", await host.OutcomesAsync(sessionId)));
}
