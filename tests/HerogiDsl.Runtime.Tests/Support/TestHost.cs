using HerogiDsl.Runtime.Hosting;
using HerogiDsl.Runtime.Tests.Actions;
using HerogiDsl.Runtime.Tests.Scenarios;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HerogiDsl.Runtime.Tests.Support;

/// <summary>How a test wants its application.</summary>
internal sealed record TestSetup(string Database)
{
    public IReadOnlyList<IScenario> Scenarios { get; init; } = [];

    public IReadOnlyList<ConnectionDefinition> Connections { get; init; } = [];

    /// <summary>What the project's `.herogi` files declare, where a test wants it.</summary>
    public IReadOnlyList<ScenarioModule> Modules { get; init; } = [];

    public TimeProvider? Time { get; init; }

    public Dictionary<string, string?> Settings { get; init; } = [];

    /// <summary>The application's own services.</summary>
    public Action<IServiceCollection> Register { get; init; } = new ScriptedActions().Register;

    public IReadOnlyList<string> Events { get; init; } = ["Go", "Next", "Stop", "Other"];
}

/// <summary>An ordinary .NET host with the runtime on a real SQLite file.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    private readonly IHost _host;
    private bool _isOver;

    private TestHost(IHost host, ListLogger log)
    {
        _host = host;
        Log = log;
    }

    public ListLogger Log { get; }

    public IHerogi Herogi => _host.Services.GetRequiredService<IHerogi>();

    public IHerogiMonitor Monitor => _host.Services.GetRequiredService<IHerogiMonitor>();

    public IHerogiOperator Operator => _host.Services.GetRequiredService<IHerogiOperator>();

    public IServiceProvider Services => _host.Services;

    public EngineParts Parts => _host.Services.GetRequiredService<EngineParts>();

    public static async Task<TestHost> StartAsync(TestSetup setup)
    {
        var host = Make(setup);
        await host._host.StartAsync();
        return host;
    }

    public static TestHost Make(TestSetup setup)
    {
        var log = new ListLogger();
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(setup.Settings);
        builder.Logging.AddProvider(log);
        builder.Logging.SetMinimumLevel(LogLevel.Trace);
        if (setup.Time is not null)
            builder.Services.AddSingleton(setup.Time);
        var module = new ScenarioModule(
            setup.Scenarios,
            [.. setup.Events.Select(Said.Describe), Answered.Describe("Answer"), Answered.Describe("Second"), Delivered.Describe("Mailed")],
            setup.Connections);
        setup.Register(builder.Services);
        builder.Services.AddHerogi(herogi =>
        {
            herogi.UseSqlite(setup.Database).AddScenarios(module);
            foreach (var more in setup.Modules)
                herogi.AddScenarios(more);
        });
        return new TestHost(builder.Build(), log);
    }

    public Task StartAsync() => _host.StartAsync();

    public Task StopAsync(CancellationToken cancellationToken = default) => _host.StopAsync(cancellationToken);

    /// <summary>Ends at once, without a graceful stop: nothing more is written.</summary>
    public void Crash()
    {
        _isOver = true;
        _host.Dispose();
    }

    public async Task<ScriptedState?> StateAsync(string sessionId) =>
        await Herogi.GetStateAsync<ScriptedState>(sessionId);

    public async Task<IReadOnlyList<string>> OutcomesAsync(string sessionId) =>
        [.. (await Monitor.GetHistoryAsync(sessionId)).Select(entry => entry.Outcome)];

    public async ValueTask DisposeAsync()
    {
        if (_isOver)
            return;
        await _host.StopAsync();
        _host.Dispose();
    }
}
