namespace HerogiDsl.Testing.Simulation;

/// <summary>
/// Time that moves only when it is told to. The clock on the wall can be set; timers go by the time that has passed.
/// </summary>
internal sealed class SimulatedTime(DateTimeOffset start, SimulationTrace trace) : TimeProvider
{
    private readonly PriorityQueue<(SimulatedTimer Timer, long Version), (TimeSpan Due, long Order)> _timers = new();
    private DateTimeOffset _start = start;
    private DateTimeOffset _latest;
    private long _order;

    /// <summary>How much time has passed.</summary>
    public TimeSpan Elapsed { get; private set; }

    /// <summary>The latest that the clock on the wall has ever shown.</summary>
    public DateTimeOffset Latest => _latest > GetUtcNow() ? _latest : GetUtcNow();

    /// <summary>When the next timer falls due, in the time that has passed; null for none.</summary>
    public TimeSpan? NextDue
    {
        get
        {
            while (_timers.TryPeek(out var entry, out var place))
            {
                if (entry.Timer.Version == entry.Version)
                    return place.Due;
                _timers.Dequeue();
            }

            return null;
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _start + Elapsed;

    public override long GetTimestamp() => Elapsed.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SimulatedTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Lets time pass, without calling anybody.</summary>
    public void Pass(TimeSpan time) => Elapsed += time;

    /// <summary>Sets the clock on the wall.</summary>
    public void Jump(TimeSpan by)
    {
        trace.Note("jump", by.Ticks);
        _latest = Latest;
        _start += by;
    }

    /// <summary>Goes on to the next timer and calls it; false when there is none.</summary>
    public bool FireNext()
    {
        if (NextDue is not { } due)
            return false;
        var (timer, _) = _timers.Dequeue();
        if (due > Elapsed)
            Elapsed = due;
        trace.Note("time", Elapsed.Ticks);
        timer.Fire();
        return true;
    }

    /// <summary>Forgets all timers, as a process does that is killed.</summary>
    public void Drop() => _timers.Clear();

    private sealed class SimulatedTimer(SimulatedTime time, Action callback) : ITimer
    {
        private TimeSpan _period = Timeout.InfiniteTimeSpan;

        /// <summary>Which of its settings holds.</summary>
        public long Version { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Version++;
            _period = period;
            if (dueTime != Timeout.InfiniteTimeSpan)
                time._timers.Enqueue((this, Version), (time.Elapsed + dueTime, ++time._order));
            return true;
        }

        public void Fire()
        {
            Version++;
            if (_period > TimeSpan.Zero)
                Change(_period, _period);
            callback();
        }

        public void Dispose() => Version++;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
