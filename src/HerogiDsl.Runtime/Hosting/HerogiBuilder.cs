using HerogiDsl.Runtime.Dispatch.Http;
using Microsoft.Extensions.DependencyInjection;

namespace HerogiDsl.Runtime.Hosting;

internal sealed class HerogiBuilder(IServiceCollection services) : IHerogiBuilder
{
    public IServiceCollection Services { get; } = services;

    public IHerogiBuilder AddScenarios(ScenarioModule module)
    {
        ArgumentNullException.ThrowIfNull(module);
        Services.AddSingleton(module);
        foreach (var connection in module.Connections.OfType<HttpConnectionDefinition>())
            HttpClients.Add(Services, connection);
        return this;
    }
}
