using HerogiDsl.Runtime.Dispatch;
using HerogiDsl.Runtime.Dispatch.Actions;
using HerogiDsl.Runtime.Hosting;
using HerogiDsl.Runtime.Storage;
using HerogiDsl.Runtime.Templates;
using HerogiDsl.Testing.Simulation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Simulated;

namespace HerogiDsl.Testing.Tests.Simulation;

/// <summary>The services that the engine asks its application for, put together by hand: a world begins many a process.</summary>
internal sealed class Application : IServiceProvider, IServiceScopeFactory, IServiceScope
{
    private static readonly string[] Names = ["Orders", "Notes", "Shop", "Letters", "Orders.judge"];

    // The other scenarios of this project are those of other tests.
    private static readonly ScenarioCatalog Catalog = new(
    [
        HerogiScenarios.Module with
        {
            Scenarios = [.. HerogiScenarios.Module.Scenarios.Where(scenario => Names.Contains(scenario.Name))],
            Connections = [.. HerogiScenarios.Module.Connections.Where(connection => Names.Contains(connection.Name))],
            ExternActions = [.. HerogiScenarios.Module.ExternActions.Where(action => Names.Contains(action.Name))],
        },
    ]);

    private readonly Dictionary<Type, object> _services = [];

    public Application(
        IStore store, HerogiOptions options, SimulatedTime time, EngineTasks tasks, SimulatedNetwork network, Weather weather)
    {
        var settings = weather.Settings;
        Add(store);
        Add(Options.Create(options));
        Add(Catalog);
        Add(settings);
        Add<TimeProvider>(time);
        Add<ILoggerFactory>(NullLoggerFactory.Instance);
        Add(weather.Renderer);
        Add(tasks);
        Add<IReadOnlyDictionary<OutboxKind, ICaller>>(new Dictionary<OutboxKind, ICaller>
        {
            [OutboxKind.Http] = network,
            [OutboxKind.Email] = network,
        });
        Add<Orders.IActions>(new Judge(network));
        Add<IServiceScopeFactory>(this);
        Contracts = new ActionContracts(Catalog, tasks, this);
        Add(Contracts);
        Targets = new ConnectionTargets(Catalog, weather.Renderer, time);
    }

    public ActionContracts Contracts { get; }

    public ConnectionTargets Targets { get; }

    public static IReadOnlyList<string> TakersOf(string @event) =>
        [.. Catalog.TakersOf(@event).Select(scenario => scenario.Name)];

    IServiceProvider IServiceScope.ServiceProvider => this;

    public object? GetService(Type serviceType) => _services.GetValueOrDefault(serviceType);

    public IServiceScope CreateScope() => this;

    public void Dispose()
    {
        // A scope is the whole.
    }

    private void Add<T>(T service)
        where T : class => _services.Add(typeof(T), service);

    private sealed class Judge(SimulatedNetwork network) : Orders.IActions
    {
        public Task<Judged> JudgeAsync(long number, ExternContext context, CancellationToken cancellationToken) =>
            network.ActAsync(
                context.SessionId, (context.IdempotencyKey, $"judge {context.SessionId} {number}"), score => new Judged(score),
                cancellationToken);
    }
}

/// <summary>What the configuration says changes with the weather: a fault that passes.</summary>
internal sealed class Weather
{
    [ThreadStatic]
    private static Weather? _here;

    private readonly IConfigurationRoot _configuration = new ConfigurationBuilder().AddInMemoryCollection().Build();

    private Weather()
    {
        Settings = new ApplicationSettings(_configuration);
        Renderer = new TemplateRenderer(Settings);
        IsBad = false;
    }

    /// <summary>The weather of the world that lives on this thread: its templates are compiled once.</summary>
    public static Weather Here => _here ??= new Weather();

    public ApplicationSettings Settings { get; }

    public TemplateRenderer Renderer { get; }

    public bool IsBad
    {
        get => _configuration["HerogiDsl:Config:weather"] == "bad";
        set => _configuration["HerogiDsl:Config:weather"] = value ? "bad" : "good";
    }
}
