using HerogiDsl.Runtime.Sessions;
using HerogiDsl.Runtime.Storage;
using HerogiDsl.Runtime.Telemetry;
using Microsoft.Extensions.Logging;

namespace HerogiDsl.Runtime.Timers;

/// <summary>
/// Turns timers that fall due into inbox rows, behind the events accepted before. Knows only when the next one is due:
/// the others cost nothing.
/// </summary>
internal sealed class TimerClock(
    IStore store, GroupCommit commits, SessionScheduler scheduler, TimeProvider time, ILogger logger) : IDisposable
{
    private const int PageSize = 500;

    private static readonly ReadOnlyMemory<byte> NoPayload = "null"u8.ToArray();

    private readonly Alarm _alarm = new(time);
    private readonly Lock _gate = new();
    private readonly SessionScheduler _scheduler = scheduler;
    private DateTimeOffset? _next;

    /// <summary>A timer is safe. Called by the writer.</summary>
    public void Started(DateTimeOffset dueAt)
    {
        lock (_gate)
        {
            if (_next <= dueAt)
                return;
            _next = dueAt;
        }

        _alarm.Ring();
    }

    /// <summary>Does something when a moment has passed; not kept over a restart.</summary>
    public void After(TimeSpan delay, Action action) =>
        _ = Task.Delay(delay, time).ContinueWith(_ => action(), TaskScheduler.Default);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var due = store.Read(tables => tables.Timers.FindNextDue());
        Started(due ?? DateTimeOffset.MaxValue);
        while (true)
        {
            DateTimeOffset? next;
            lock (_gate)
                next = _next;
            try
            {
                if (next <= time.ReadNow())
                    await FireAsync(cancellationToken).ConfigureAwait(false);
                else
                    await _alarm.WaitAsync(next == DateTimeOffset.MaxValue ? null : next, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Log.LoopFailed(logger, nameof(TimerClock), exception);
                await Task.Delay(TimeSpan.FromSeconds(1), time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    public void Dispose() => _alarm.Dispose();

    private Task FireAsync(CancellationToken cancellationToken) =>
        commits.RunAsync(new FireWork(this, time.ReadNow()), cancellationToken);

    private sealed class FireWork(TimerClock clock, DateTimeOffset now) : AwaitedWork
    {
        private readonly List<InboxRow> _rows = [];
        private DateTimeOffset? _next;

        public override void Execute(IStoreTables tables)
        {
            _rows.Clear();
            foreach (var timer in tables.Timers.TakeDue(now, PageSize))
            {
                var row = new InboxRow
                {
                    Scenario = timer.Scenario,
                    SessionId = timer.SessionId,
                    Kind = InboxKind.Timer,
                    Payload = NoPayload,
                    AcceptedAt = now,
                    Visit = timer.Visit,
                    Timer = timer.Timer,
                };
                tables.Inbox.Add(row);
                _rows.Add(row);
            }

            _next = tables.Timers.FindNextDue();
        }

        public override void Committed()
        {
            // The writer tells of timers in the order they are written: none that is sooner was told before this one.
            lock (clock._gate)
                clock._next = _next ?? DateTimeOffset.MaxValue;
            foreach (var row in _rows)
                clock._scheduler.Publish(row);
            base.Committed();
        }
    }
}
