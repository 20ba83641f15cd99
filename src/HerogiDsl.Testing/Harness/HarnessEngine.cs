using System.Diagnostics.CodeAnalysis;
using HerogiDsl.Runtime.Dispatch;
using HerogiDsl.Runtime.Hosting;
using HerogiDsl.Runtime.Storage;
using HerogiDsl.Testing.Simulation;
using HerogiDsl.Testing.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HerogiDsl.Testing.Harness;

/// <summary>The real engine over memory, scripted answers and a time that moves when it is told to, on the test's thread.</summary>
internal sealed class HarnessEngine
{
    private const int MostTasks = 10_000_000;

    private readonly SimulationTrace _trace = new();
    private readonly SeededRandom _random;
    private readonly HarnessOptions _options;
    private readonly Action<IHerogiBuilder> _addScenarios;
    private readonly Scripts _scripts;
    private readonly CoverageReport _coverage;
    private SimulatedScheduler _scheduler;
    private EngineTasks _tasks;
    private ServiceProvider _services;
    private long _noted;

    public HarnessEngine(HarnessOptions options, Scripts scripts, Action<IHerogiBuilder> addScenarios)
    {
        _options = options;
        _addScenarios = addScenarios;
        _scripts = scripts;
        _coverage = options.Coverage;
        _random = new SeededRandom(options.Seed);
        Time = new SimulatedTime(options.StartsAt, _trace);
        Begin();
        _coverage.Add(Get<ScenarioCatalog>().Scenarios.Values);
    }

    public SimulatedTime Time { get; }

    public InMemoryDisk Disk { get; } = new("harness");

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Does something on the engine's side, and goes on until nothing is left to do now.</summary>
    public T Do<T>(Func<Task<T>> work)
    {
        _scheduler.Adopt();
        var result = new TaskCompletionSource<T>();
        var task = _tasks.Run(async () => result.SetResult(await work().ConfigureAwait(true)));
        Drain();
        if (task.IsFaulted || task.IsCanceled)
            task.GetAwaiter().GetResult();
        if (!task.IsCompleted)
        {
            throw new HarnessException(
                "the runtime waits for something that does not come by itself: what runs in a harness waits on its time "
                + "(take the TimeProvider from the services) and for nothing else");
        }

        Check();
        return result.Task.GetAwaiter().GetResult();
    }

    /// <summary>Lets time pass, up to a moment of it, and does what falls due.</summary>
    public void PassUntil(TimeSpan elapsed)
    {
        _scheduler.Adopt();
        Drain();
        while (Time.NextDue is { } due && due <= elapsed)
        {
            Time.FireNext();
            Drain();
            Check();
        }

        if (elapsed > Time.Elapsed)
            Time.Pass(elapsed - Time.Elapsed);
        Check();
    }

    /// <summary>Forgets everything but what is safe, and begins again.</summary>
    public void Restart()
    {
        _scheduler.Drop();
        Time.Drop();
        Disk.Crash();
        Begin();
    }

    public void Stop()
    {
        _scheduler.Adopt();
        var stopped = _tasks.Run(() => Get<HerogiEngine>().StopAsync(new CancellationToken(canceled: true)));
        Drain();
        while (!stopped.IsCompleted && Time.FireNext())
            Drain();
        // What is under way for ever ends with the process.
        if (stopped.IsCompleted)
            _services.Dispose();
    }

    // What a killed one has left is its own: what it still did would not be seen.
    [MemberNotNull(nameof(_scheduler), nameof(_tasks), nameof(_services))]
    private void Begin()
    {
        _scheduler = new SimulatedScheduler(_random, _trace);
        _tasks = new EngineTasks(_scheduler) { LongestSleep = TimeSpan.MaxValue };
        _services = MakeServices(_options, _addScenarios).BuildServiceProvider();
        Do(() =>
        {
            Get<HerogiEngine>().Start();
            return Task.FromResult(true);
        });
    }

    private void Drain()
    {
        for (var count = 0; _scheduler.RunOne() || FireDue(); count++)
        {
            if (count > MostTasks)
                throw new HarnessException("the scenarios come to no rest: do they send each other events for ever?");
        }
    }

    private bool FireDue() => Time.NextDue <= Time.Elapsed && Time.FireNext();

    private void Check()
    {
        foreach (var row in Disk.Tables.ReadHistory(_noted))
        {
            _coverage.Note(row);
            _noted = row.Id;
        }

        if (_scripts.TakeProblem() is { } problem)
        {
            throw problem is HarnessException
                ? problem
                : new HarnessException($"an answer of the test has failed: {problem.Message}", problem);
        }

        if (_scheduler.Stranger is { } stranger)
        {
            throw new HarnessException(
                "something went on on another thread, which a harness cannot follow: an extern action of the application waits "
                + "on its own thread or clock; let it wait on the TimeProvider of its services, or say AnswerAction\n" + stranger);
        }
    }

    private ServiceCollection MakeServices(HarnessOptions options, Action<IHerogiBuilder> addScenarios)
    {
        var services = new ServiceCollection();
        foreach (var service in options.Services)
            ((ICollection<ServiceDescriptor>)services).Add(service);
        var settings = options.Config.Select(static pair => KeyValuePair.Create($"HerogiDsl:Config:{pair.Key}", (string?)pair.Value))
            .Concat(options.Secrets.Select(static pair => KeyValuePair.Create($"HerogiDsl:Secrets:{pair.Key}", (string?)pair.Value)));
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton(_tasks);
        services.AddSingleton(_scripts);
        services.AddScoped<ScriptedActions>();
        services.AddSingleton<IReadOnlyDictionary<OutboxKind, ICaller>>(provider => new Dictionary<OutboxKind, ICaller>
        {
            [OutboxKind.Http] = new ScriptedHttp(
                _scripts, options.Coverage, provider.GetRequiredService<ConnectionTargets>(), Time),
            [OutboxKind.Email] = new ScriptedMail(
                _scripts, options.Coverage, provider.GetRequiredService<ConnectionTargets>(), Time),
        });
        services.AddHerogi(herogi => addScenarios(new HarnessBuilder(herogi)));
        services.AddSingleton<IStore>(new InMemoryStore(Disk));
        services.Configure<HerogiOptions>(engine =>
        {
            engine.Workers = 1;
            engine.RetentionPause = TimeSpan.FromDays(45);
            options.ConfigureEngine?.Invoke(engine);
            engine.History = true;
        });
        services.AddLogging();
        return services;
    }
}
