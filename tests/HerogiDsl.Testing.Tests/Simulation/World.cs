using System.Globalization;
using HerogiDsl.Runtime.Hosting;
using HerogiDsl.Testing.Simulation;

namespace HerogiDsl.Testing.Tests.Simulation;

/// <summary>
/// One life of the engine, all of which follows from a seed: first everything goes wrong that can, then the weather clears,
/// and everything must come to rest in good order.
/// </summary>
internal sealed class World
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3);

    private readonly PriorityQueue<Action, (TimeSpan At, long Order)> _agenda = new();
    private readonly HerogiOptions _options;
    private readonly Clients _clients;
    private readonly Operators _operators;
    private readonly Mishaps _mishaps;
    private SimulatedProcess? _process;
    private TimeSpan _calmAt = TimeSpan.FromHours(2);
    private long _order;

    public World(ulong seed, TextWriter? words = null, Action<DiskFaults>? breaks = null)
    {
        Around = new Surroundings(seed, words);
        Ledger = new Ledger(Time, Network);
        Disk.Committed = Ledger.Committed;
        Network.Begun = Ledger.Begun;
        breaks?.Invoke(Disk.Faults);
        _options = new HerogiOptions
        {
            Workers = Random.Between(1, 4),
            QueueSize = Random.Pick([2, 4, 16, 10_000]),
            CachedSessions = Random.Pick([2, 16, 10_000]),
            ParallelActions = Random.Between(1, 3),
            ActionTries = Random.Between(1, 3),
            MaxDeferredEvents = Random.Pick([3, 1000]),
            FailuresToBreak = Random.Pick([0, 1, 3, 20]),
            HistoryRetention = Random.Pick<TimeSpan?>([null, null, null, TimeSpan.FromMinutes(15), TimeSpan.FromHours(1)]),
        };
        _clients = new Clients(this, Random.Split());
        _operators = new Operators(this, Random.Split());
        _mishaps = new Mishaps(this, Random.Split());
    }

    public Surroundings Around { get; }

    public SeededRandom Random => Around.Random;

    public SimulationTrace Trace => Around.Trace;

    public SimulatedTime Time => Around.Time;

    public SimulatedDisk Disk => Around.Disk;

    public SimulatedNetwork Network => Around.Network;

    public Weather Weather => Around.Weather;

    public Ledger Ledger { get; }

    /// <summary>The engine, where it runs and takes events.</summary>
    public SimulatedProcess? Running => _process is { IsStopping: false, HasFailed: false } ? _process : null;

    public bool IsCalm { get; private set; }

    /// <summary>Lives it through; gives what does not hold, null for nothing.</summary>
    public string? Run()
    {
        Weather.IsBad = false;
        StartProcess();
        _clients.Plan(_calmAt);
        _mishaps.Plan(_calmAt);
        _operators.Plan(_calmAt);
        At(_calmAt, Calm);
        while (Ledger.Problem is null && !IsAtRest())
        {
            Advance();
            if (_process?.Scheduler.Stranger is { } stranger)
                Ledger.Report($"something has left the simulation: {stranger}");
            if (Time.Elapsed > Longest)
                Ledger.Report("it never comes to rest: " + Describe());
        }

        Trace.Note("rest", Disk.Operations);
        return Ledger.Problem ?? RestRules.FindProblem(Ledger, OpenStore(), Network, Time.GetUtcNow());
    }

    /// <summary>Does something at a time, whether or not the engine runs.</summary>
    public void At(TimeSpan elapsed, Action action) => _agenda.Enqueue(action, (elapsed, ++_order));

    /// <summary>Does something when a while has passed.</summary>
    public void After(TimeSpan while_, Action action) => At(Time.Elapsed + while_, action);

    /// <summary>The process is killed, and begins again after a while.</summary>
    public void Crash(TimeSpan pause)
    {
        if (_process is null)
            return;
        if (!Disk.HasCrashed)
            Disk.Crash();
        Bury(pause);
    }

    /// <summary>The process ends in good order, and begins again after a while.</summary>
    public void Stop()
    {
        if (Running is not { } process)
            return;
        Trace.Note("stop");
        var hurry = new CancellationTokenSource();
        process.Stop(hurry.Token);
        After(TimeSpan.FromSeconds(5), hurry.Cancel);
    }

    private void Advance()
    {
        if (_process is { } process)
        {
            // A machine that is busy: time goes on although there is something to do.
            if ((IsCalm || !Random.OneIn(40)) && process.Scheduler.RunOne())
            {
                LookAfter(process);
                return;
            }
        }

        var timer = Time.NextDue;
        if (_agenda.TryPeek(out _, out var place) && (timer is null || place.At <= timer))
        {
            var action = _agenda.Dequeue();
            if (place.At > Time.Elapsed)
                Time.Pass(place.At - Time.Elapsed);
            Trace.Note("agenda", Time.Elapsed.Ticks);
            action();
        }
        else if (!Time.FireNext() && _process is null or { Scheduler.HasReady: false })
        {
            Ledger.Report("nothing moves any more: " + Describe());
        }

        if (_process is { } after)
            LookAfter(after);
    }

    private void LookAfter(SimulatedProcess process)
    {
        if (Disk.HasCrashed || process.HasFailed || process.HasStopped)
            Bury(Random.Time(TimeSpan.FromMinutes(IsCalm ? 1 : 40)));
    }

    private void Bury(TimeSpan pause)
    {
        _process?.Scheduler.Drop();
        _process = null;
        Time.Drop();
        _clients.Lost();
        After(pause, StartProcess);
    }

    private void StartProcess()
    {
        if (_process is not null)
            return;
        Trace.Note("start");
        _process = new SimulatedProcess(Around, OpenStore(), _options);
        _process.Start();
        _clients.GoOn();
    }

    private Runtime.Storage.IStore OpenStore()
    {
        if (!Disk.HasCrashed)
            Disk.Crash();
        return Disk.OpenStore();
    }

    private void Calm()
    {
        IsCalm = true;
        Network.IsCalm = true;
        Weather.IsBad = false;
        _mishaps.End();
        _calmAt = Time.Elapsed;
        RetryAll();
    }

    private void RetryAll()
    {
        _clients.RetryFaulted();
        if (!IsAtRest())
            After(TimeSpan.FromMinutes(5), RetryAll);
    }

    private bool IsAtRest() =>
        IsCalm && Time.Elapsed > _calmAt + TimeSpan.FromMinutes(70) && Running is { Scheduler.HasReady: false } && _clients.AreDone
        && Ledger.IsQuiet && !Ledger.Instances.Any(instance => instance.IsFaulted);

    private string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"calls {string.Join(',', Ledger.Calls.Keys)}, "
        + $"waiting {string.Join("; ", Ledger.Instances.Where(one => one.Waiting.Count > 0 || one.IsFaulted)
            .Select(one => $"{one} in {one.State} {(one.IsFaulted ? "faulted " : "")}{string.Join(',', one.Waiting.Keys)}"))}, "
        + $"clients done {_clients.AreDone}, running {Running is not null}, elapsed {Time.Elapsed}");
}
