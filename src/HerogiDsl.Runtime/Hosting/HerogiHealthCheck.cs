using HerogiDsl.Runtime.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HerogiDsl.Runtime.Hosting;

/// <summary>Whether the runtime runs and its store can be written; and what somebody should look at.</summary>
internal sealed class HerogiHealthCheck(HerogiEngine engine, EngineParts parts) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (engine.State != EngineState.Running)
            return HealthCheckResult.Unhealthy("the runtime does not run");
        try
        {
            // It changes nothing, but it is a change to the store: a full disk tells.
            await parts.Commits.RunAsync(
                new DelegateWork(static tables => tables.Totals.Add(Totals.Calls, 0)), cancellationToken).ConfigureAwait(parts.Tasks.Stays);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy($"the store cannot be written: {exception.Message}", exception);
        }

        var reasons = FindReasons();
        return reasons.Count == 0
            ? HealthCheckResult.Healthy("the runtime runs, and its store can be written")
            : HealthCheckResult.Degraded(string.Join("; ", reasons));
    }

    private List<string> FindReasons()
    {
        var reasons = new List<string>();
        foreach (var connection in parts.Dispatcher.FindBroken())
            reasons.Add($"the connection '{connection}' does not answer: its calls wait");
        if (parts.Scheduler.Count >= parts.Options.QueueSize)
            reasons.Add("as many events wait as fit in memory: senders wait for room");
        var (faulted, incompatible) = parts.Store.Read(static tables => tables.Instances.CountHeld());
        if (faulted > 0)
            reasons.Add(FormattableString.Invariant($"sessions that are faulted: {faulted}"));
        if (incompatible > 0)
            reasons.Add(FormattableString.Invariant($"sessions that this build cannot read: {incompatible}"));
        return reasons;
    }
}
