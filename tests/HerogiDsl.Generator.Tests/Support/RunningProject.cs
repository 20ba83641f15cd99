using System.Text.Json;
using HerogiDsl.Compiler;
using HerogiDsl.Compiler.Locking;
using HerogiDsl.Compiler.Parsing;
using HerogiDsl.Compiler.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace HerogiDsl.Generator.Tests.Support;

/// <summary>A scenario 'S' that is compiled, loaded and run on a real SQLite file.</summary>
internal sealed class RunningProject : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly IHost _host;
    private readonly ScenarioModule _module;

    private RunningProject(IHost host, ScenarioModule module)
    {
        _host = host;
        _module = module;
    }

    private IHerogi Herogi => _host.Services.GetRequiredService<IHerogi>();

    private IHerogiMonitor Monitor => _host.Services.GetRequiredService<IHerogiMonitor>();

    /// <summary>What `herogi lock` writes for a text.</summary>
    public static string Lock(string text, string? old = null)
    {
        var options = new CompilationOptions("Test.Root")
        {
            Lock = old is null ? null : new SourceText(LockFile.FileName, old),
        };
        var result = HerogiCompilation.Lock(
            [HerogiParser.Parse(new SourceText("s.herogi", text))], [], options, forgets: false);
        Assert.Empty(result.Diagnostics.Where(found => found.Severity == Compiler.Diagnostics.DiagnosticSeverity.Error));
        return LockWriter.Write(result.New);
    }

    public static async Task<RunningProject> StartAsync(
        string text, string? @lock, string database, FakeTimeProvider time, string web = "http://127.0.0.1:1/")
    {
        (string Path, string Text)[] files = @lock is null ? [] : [(LockFile.FileName, @lock)];
        var module = new TestProject([("s.herogi", text), .. files]).LoadModule();
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection([new("HerogiDsl:Config:web", web)]);
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddHerogi(herogi => herogi.UseSqlite(database).AddScenarios(module));
        var host = builder.Build();
        await host.StartAsync();
        return new RunningProject(host, module);
    }

    public async Task SendAsync(string name, string json = "{}")
    {
        using var document = JsonDocument.Parse(json);
        await Herogi.SendAsync("s", _module.Events.Single(descriptor => descriptor.Name == name).Read(document.RootElement));
    }

    /// <summary>Waits until the session is in a state.</summary>
    public Task IsInAsync(string state) => HoldsAsync(async () => (await FindAsync())?.State == state, $"is in '{state}'");

    public async Task HoldsAsync(Func<Task<bool>> condition, string what)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!await condition())
        {
            if (limit.IsCancellationRequested)
                Assert.Fail($"it never came that the session {what}: {await FindAsync()}, {string.Join(", ", await OutcomesAsync())}");
            await Task.Delay(10, CancellationToken.None);
        }
    }

    public async Task<InstanceInfo?> FindAsync() => (await Monitor.ListInstancesAsync("S")).SingleOrDefault();

    public async Task<string[]> OutcomesAsync() =>
        [.. (await Monitor.GetHistoryAsync("s")).Select(entry => $"{entry.Outcome} {entry.From} -> {entry.To}".TrimEnd(' ', '-', '>'))];

    public Task HasOutcomeAsync(string outcome) => HoldsAsync(
        async () => (await OutcomesAsync()).Any(found => found.StartsWith(outcome, StringComparison.Ordinal)), $"has '{outcome}'");

    public Task<HerogiOverview> OverviewAsync() => Monitor.GetOverviewAsync();

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
