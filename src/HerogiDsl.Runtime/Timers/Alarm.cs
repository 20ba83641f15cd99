using HerogiDsl.Runtime.Hosting;

namespace HerogiDsl.Runtime.Timers;

/// <summary>Wakes one loop: at once when rung, or when a time has come.</summary>
internal sealed class Alarm : IDisposable
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly EngineTasks _tasks;
    private readonly ITimer _timer;
    private TaskCompletionSource? _waiting;
    private bool _isRung;

    public Alarm(TimeProvider time, EngineTasks tasks)
    {
        _time = time;
        _tasks = tasks;
        _timer = time.CreateTimer(static alarm => (alarm as Alarm)?.Ring(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Wakes the loop, now or at its next wait.</summary>
    public void Ring()
    {
        TaskCompletionSource? waiting;
        lock (_gate)
        {
            _isRung = true;
            waiting = _waiting;
            _waiting = null;
        }

        waiting?.TrySetResult();
    }

    /// <summary>Waits until it is rung, or for a time; null for ever.</summary>
    public async Task WaitAsync(DateTimeOffset? until, CancellationToken cancellationToken)
    {
        if (until is { } due)
        {
            var wait = due - _time.GetUtcNow();
            // Times are kept in whole milliseconds and timers round down: one more, so that the time has come on waking.
            // A simulated clock is exact.
            wait = wait < TimeSpan.Zero ? TimeSpan.Zero : wait + (_tasks.Stays ? TimeSpan.Zero : TimeSpan.FromMilliseconds(1));
            _timer.Change(wait < _tasks.LongestSleep ? wait : _tasks.LongestSleep, Timeout.InfiniteTimeSpan);
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (Listen() is { } ring)
        {
            using var cancelling = cancellationToken.UnsafeRegister(
                static (state, token) => (state as TaskCompletionSource)?.TrySetCanceled(token), ring);
            await ring.Task.ConfigureAwait(_tasks.Stays);
        }

        // What rang between is seen by the loop, which has not looked yet.
        lock (_gate)
            _isRung = false;
    }

    public void Dispose() => _timer.Dispose();

    /// <summary>What the next ring completes; null where it has rung already.</summary>
    private TaskCompletionSource? Listen()
    {
        lock (_gate)
        {
            return _isRung
                ? null
                : _waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}
