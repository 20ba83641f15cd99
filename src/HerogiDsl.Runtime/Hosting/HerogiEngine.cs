using System.Diagnostics;
using HerogiDsl.Runtime.Dispatch;
using HerogiDsl.Runtime.Dispatch.Actions;
using HerogiDsl.Runtime.Outbox;
using HerogiDsl.Runtime.Telemetry;
using Microsoft.Extensions.Logging;

namespace HerogiDsl.Runtime.Hosting;

/// <summary>Starts the loops in the right order, and ends them.</summary>
internal sealed class HerogiEngine(
    EngineParts parts, ConnectionTargets targets, ActionContracts contracts, EngineTasks tasks,
    ILogger<HerogiEngine> logger) : IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _aborting = new();
    private readonly List<Task> _loops = [];
    private Task _workers = Task.CompletedTask;
    private Task _calls = Task.CompletedTask;
    private EngineState _state;

    /// <summary>What it does.</summary>
    public EngineState State => _state;

    /// <summary>Checks the connections and the application's actions, opens the store and begins.</summary>
    public void Start()
    {
        // The loops live on: what has started the application is not what they do.
        Activity.Current = null;
        string[] problems = [.. targets.FindProblems(), .. contracts.FindProblems()];
        if (problems.Length > 0)
            throw new HerogiConfigurationException(problems);
        parts.Store.Open();
        parts.Deferrals.Read();
        foreach (var name in parts.Store.Read(static tables => tables.Outbox.ListConnections()))
        {
            if (!parts.Dispatcher.Has(name))
                Log.NoSuchLane(logger, StoredAction.Describe(name));
        }

        parts.Commits.Start();
        _workers = parts.Workers.RunAsync(parts.Options.Workers);
        _calls = parts.Dispatcher.RunAsync(_stopping.Token, _aborting.Token);
        _loops.Add(parts.Loader.RunAsync(_stopping.Token));
        _loops.Add(parts.Timers.RunAsync(_stopping.Token));
        _loops.Add(parts.Retention.RunAsync(_stopping.Token));
        _state = EngineState.Running;
        parts.Gate.Open();
        StoreDepths.Add(parts.Store);
        Log.Started(logger, parts.Catalog.Scenarios.Count);
    }

    /// <summary>
    /// Accepts nothing more, lets the steps and calls under way end (the calls until the token says that time is up), and
    /// leaves the rest to the next start.
    /// </summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_state != EngineState.Running)
            return;
        _state = EngineState.Stopped;
        parts.Gate.Close();
        StoreDepths.Remove(parts.Store);
        if (tasks.Stays)
            _stopping.Cancel();
        else
            await _stopping.CancelAsync().ConfigureAwait(false);
        parts.Scheduler.Stop();
        await IgnoreCancellationAsync(Task.WhenAll(_loops)).ConfigureAwait(tasks.Stays);
        using (cancellationToken.UnsafeRegister(static source => (source as CancellationTokenSource)?.Cancel(), _aborting))
            await IgnoreCancellationAsync(_calls).ConfigureAwait(tasks.Stays);
        await _workers.ConfigureAwait(tasks.Stays);
        await parts.Commits.StopAsync().ConfigureAwait(tasks.Stays);
        parts.Store.Dispose();
        Log.Stopped(logger);
    }

    /// <summary>Ends at once, as a crash would, where it was not stopped.</summary>
    public void Dispose()
    {
        StoreDepths.Remove(parts.Store);
        if (_state == EngineState.Running)
        {
            _state = EngineState.Stopped;
            parts.Gate.Close();
            parts.Commits.Abort();
            _stopping.Cancel();
            _aborting.Cancel();
            parts.Scheduler.Stop();
            _workers.GetAwaiter().GetResult();
        }

        parts.Store.Dispose();
        parts.Timers.Dispose();
        parts.Loader.Dispose();
        parts.Dispatcher.Dispose();
        _stopping.Dispose();
        _aborting.Dispose();
    }

    private async Task IgnoreCancellationAsync(Task task)
    {
        try
        {
            await task.ConfigureAwait(tasks.Stays);
        }
        catch (OperationCanceledException)
        {
            // This is how the loops end.
        }
    }
}

/// <summary>What the engine does.</summary>
internal enum EngineState
{
    NotStarted,
    Running,
    Stopped,
}
