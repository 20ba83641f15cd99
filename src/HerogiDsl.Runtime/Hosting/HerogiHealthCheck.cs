using HerogiDsl.Runtime.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HerogiDsl.Runtime.Hosting;

/// <summary>Whether the runtime runs and its store can be written.</summary>
internal sealed class HerogiHealthCheck(HerogiEngine engine, EngineParts parts) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (engine.State != EngineState.Running)
            return HealthCheckResult.Unhealthy("the runtime does not run");
        try
        {
            await parts.Commits.RunAsync(new DelegateWork(static _ => { }), cancellationToken).ConfigureAwait(parts.Tasks.Stays);
            return HealthCheckResult.Healthy("the runtime runs, and its store can be written");
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy("the store cannot be written", exception);
        }
    }
}
