using HerogiDsl.Runtime.Client;
using HerogiDsl.Runtime.Hosting;
using HerogiDsl.Runtime.Operations;
using HerogiDsl.Runtime.Storage;
using HerogiDsl.Testing.Simulation;
using Microsoft.Extensions.Logging.Abstractions;

namespace HerogiDsl.Testing.Tests.Simulation;

/// <summary>The real engine, from its start to its end or crash.</summary>
internal sealed class SimulatedProcess
{
    // Only what is asked of the engine: nobody disposes of a process that is killed.
    private readonly Action _start;
    private readonly Func<CancellationToken, Task> _stop;
    private readonly EngineTasks _tasks;

    public SimulatedProcess(Surroundings around, IStore store, HerogiOptions options)
    {
        Scheduler = new SimulatedScheduler(around.Random.Split(), around.Trace);
        _tasks = new EngineTasks(Scheduler);
        var application = new Application(store, options, around.Time, _tasks, around.Network, around.Weather);
        var parts = EngineAssembly.Assemble(application);
        var engine = new HerogiEngine(
            parts, application.Targets, application.Contracts, _tasks, NullLogger<HerogiEngine>.Instance);
        _start = engine.Start;
        _stop = engine.StopAsync;
        Client = new HerogiClient(parts, around.Time, NullLogger<HerogiClient>.Instance);
        Monitor = new HerogiMonitor(parts, around.Time);
        Operator = new HerogiOperator(parts, around.Time, NullLogger<HerogiOperator>.Instance);
    }

    public SimulatedScheduler Scheduler { get; }

    public HerogiClient Client { get; }

    public HerogiMonitor Monitor { get; }

    public HerogiOperator Operator { get; }

    /// <summary>Whether it has not begun, because it could not.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>Whether it has ended in good order.</summary>
    public bool HasStopped { get; private set; }

    public bool IsStopping { get; private set; }

    public void Start() => Do(() =>
    {
        try
        {
            _start();
        }
        catch (IOException)
        {
            HasFailed = true;
        }
        catch (HerogiConfigurationException exception)
        {
            Environment.FailFast($"the simulation is put together wrongly: {exception.Message}");
        }

        return Task.CompletedTask;
    });

    public void Stop(CancellationToken hurry)
    {
        IsStopping = true;
        Do(async () =>
        {
            await _stop(hurry);
            HasStopped = true;
        });
    }

    /// <summary>Does something as a part of the process.</summary>
    public void Do(Func<Task> work) => _ = _tasks.Run(work);
}
