namespace HerogiDsl.Testing.Simulation;

/// <summary>
/// Runs the tasks of a simulation on the one thread that drives it, in an order that a seed decides. Nothing runs by
/// itself: <see cref="RunOne"/> does.
/// </summary>
internal sealed class SimulatedScheduler(SeededRandom random, SimulationTrace trace) : TaskScheduler
{
    private int _thread = Environment.CurrentManagedThreadId;
    private readonly List<Task> _ready = [];

    /// <summary>Where something has come from another thread; null as long as nothing has. What left is not repeatable.</summary>
    public string? Stranger { get; private set; }

    /// <summary>Whether it is no more: nothing that is queued runs again.</summary>
    public bool IsDropped { get; private set; }

    public bool HasReady => _ready.Count > 0;

    public override int MaximumConcurrencyLevel => 1;

    /// <summary>From here on the calling thread drives it.</summary>
    public void Adopt() => _thread = Environment.CurrentManagedThreadId;

    /// <summary>Runs one of the tasks that are ready; false when there is none.</summary>
    public bool RunOne()
    {
        if (_ready.Count == 0)
            return false;
        var index = random.Below(_ready.Count);
        trace.Note("run", index, _ready.Count);
        var task = _ready[index];
        _ready[index] = _ready[^1];
        _ready.RemoveAt(_ready.Count - 1);
        TryExecuteTask(task);
        return true;
    }

    /// <summary>Forgets all tasks, as a process does that is killed.</summary>
    public void Drop()
    {
        IsDropped = true;
        _ready.Clear();
    }

    protected override void QueueTask(Task task)
    {
        if (Environment.CurrentManagedThreadId != _thread)
        {
            Stranger ??= Environment.StackTrace;
            return;
        }

        if (!IsDropped)
            _ready.Add(task);
    }

    // What could go on at once is queued as well: so that anything may come between.
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => [.. _ready];
}
