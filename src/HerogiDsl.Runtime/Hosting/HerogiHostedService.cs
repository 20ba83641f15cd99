using Microsoft.Extensions.Hosting;

namespace HerogiDsl.Runtime.Hosting;

/// <summary>Runs the engine with the application.</summary>
internal sealed class HerogiHostedService(HerogiEngine engine, EngineTasks tasks) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => tasks.Run(engine.Start, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => engine.StopAsync(cancellationToken);
}
