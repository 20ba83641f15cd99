namespace HerogiDsl.Runtime.Timers;

/// <summary>Wakes one loop: at once when rung, or when a time has come.</summary>
internal sealed class Alarm : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim _signal = new(0);
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private int _rung;

    public Alarm(TimeProvider time)
    {
        _time = time;
        _timer = time.CreateTimer(static alarm => (alarm as Alarm)?.Ring(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Wakes the loop, now or at its next wait.</summary>
    public void Ring()
    {
        if (Interlocked.Exchange(ref _rung, 1) == 0)
            _signal.Release();
    }

    /// <summary>Waits until it is rung, or for a time; null for ever.</summary>
    public async Task WaitAsync(DateTimeOffset? until, CancellationToken cancellationToken)
    {
        if (until is { } due)
        {
            var wait = due - _time.GetUtcNow();
            // Times are kept in whole milliseconds and timers round down: one more, so that the time has come on waking.
            wait = wait < TimeSpan.Zero ? TimeSpan.Zero : wait + TimeSpan.FromMilliseconds(1);
            _timer.Change(wait < Longest ? wait : Longest, Timeout.InfiniteTimeSpan);
        }

        await _signal.WaitAsync(cancellationToken).ConfigureAwait(false);
        Interlocked.Exchange(ref _rung, 0);
    }

    public void Dispose()
    {
        _timer.Dispose();
        _signal.Dispose();
    }
}
