using HerogiDsl.Runtime.Client;
using HerogiDsl.Runtime.Dispatch;
using HerogiDsl.Runtime.Dispatch.Actions;
using HerogiDsl.Runtime.Hosting;
using HerogiDsl.Runtime.Operations;
using HerogiDsl.Runtime.Templates;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

#pragma warning disable IDE0130 // The application calls it on its services; the namespace is the product's.
namespace HerogiDsl;
#pragma warning restore IDE0130

/// <summary>Adds the runtime to an application.</summary>
public static class HerogiServiceCollectionExtensions
{
    /// <summary>Adds the runtime: <c>AddHerogi(herogi => herogi.UseSqlite("herogi.db").AddScenarios())</c>.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Chooses the store and adds the scenarios.</param>
    public static IServiceCollection AddHerogi(this IServiceCollection services, Action<IHerogiBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(EngineTasks.OnThreadPool);
        services.AddHttpClient();
        services.AddOptions<HerogiOptions>().BindConfiguration("HerogiDsl").ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<HerogiOptions>, HerogiOptionsValidator>());
        services.TryAddSingleton(provider => new ScenarioCatalog(provider.GetServices<ScenarioModule>()));
        services.TryAddSingleton(provider => new ApplicationSettings(provider.GetRequiredService<IConfiguration>()));
        services.TryAddSingleton(provider => new TemplateRenderer(provider.GetRequiredService<ApplicationSettings>()));
        services.TryAddSingleton(provider => new ConnectionTargets(
            provider.GetRequiredService<ScenarioCatalog>(),
            provider.GetRequiredService<TemplateRenderer>(),
            provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(provider => new ActionContracts(
            provider.GetRequiredService<ScenarioCatalog>(), provider.GetRequiredService<EngineTasks>(), provider));
        services.TryAddSingleton(EngineAssembly.Assemble);
        services.TryAddSingleton<HerogiEngine>();
        services.TryAddSingleton<IHerogi, HerogiClient>();
        services.TryAddSingleton<IHerogiMonitor, HerogiMonitor>();
        services.TryAddSingleton<IHerogiOperator, HerogiOperator>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, HerogiHostedService>());
        services.AddHealthChecks().AddCheck<HerogiHealthCheck>("herogi");
        configure(new HerogiBuilder(services));
        return services;
    }
}
