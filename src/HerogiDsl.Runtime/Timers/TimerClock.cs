using HerogiDsl.Runtime.Hosting;
using HerogiDsl.Runtime.Inbox;
using HerogiDsl.Runtime.Sessions;
using HerogiDsl.Runtime.Storage;
using HerogiDsl.Runtime.Telemetry;

namespace HerogiDsl.Runtime.Timers;

/// <summary>
/// Turns timers and scheduled events that fall due into inbox rows, behind the events accepted before. Knows only when
/// the next one is due: the others cost nothing.
/// </summary>
internal sealed class TimerClock(
    IStore store, GroupCommit commits, SessionScheduler scheduler, EventRouter router, EngineTasks tasks,
    StepClock clock) : IDisposable
{
    private const int PageSize = 500;

    // How long an event waits that this build does not have, until it is looked for again.
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    private readonly Alarm _alarm = new(clock.Time, tasks);
    private readonly Lock _gate = new();
    private DateTimeOffset? _next;

    /// <summary>A timer or scheduled event is safe. Called by the writer.</summary>
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
        tasks.Follow(Task.Delay(delay, clock.Time), _ => action());

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var isKnown = false;
        while (true)
        {
            try
            {
                if (!isKnown)
                    Started(store.Read(FindNextDue));
                isKnown = true;
                await FireOrWaitAsync(cancellationToken).ConfigureAwait(tasks.Stays);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Log.LoopFailed(clock.Logger, nameof(TimerClock), exception);
                await Task.Delay(TimeSpan.FromSeconds(1), clock.Time, cancellationToken).ConfigureAwait(tasks.Stays);
            }
        }
    }

    public void Dispose() => _alarm.Dispose();

    private Task FireOrWaitAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset? next;
        lock (_gate)
            next = _next;
        var now = clock.Time.ReadNow();
        return next <= now
            ? commits.RunAsync(new FireWork(this, now), cancellationToken)
            : _alarm.WaitAsync(next == DateTimeOffset.MaxValue ? null : next, cancellationToken);
    }

    private IReadOnlyList<InboxRow>? Route(ScheduledRow scheduled, DateTimeOffset now)
    {
        var rows = router.Route(scheduled, now);
        if (rows is null)
            Log.NoSuchEvent(clock.Logger, scheduled.Event, scheduled.SessionId);
        else if (rows.Count == 0)
            Log.NobodyTakes(clock.Logger, scheduled.Event, scheduled.SessionId);
        return rows;
    }

    private static DateTimeOffset FindNextDue(IStoreTables tables)
    {
        var timer = tables.Timers.FindNextDue() ?? DateTimeOffset.MaxValue;
        var scheduled = tables.Scheduled.FindNextDue() ?? DateTimeOffset.MaxValue;
        return timer < scheduled ? timer : scheduled;
    }

    private void Fired(IReadOnlyList<InboxRow> rows, DateTimeOffset next)
    {
        // The writer tells of timers in the order they are written: none that is sooner was told before this one.
        lock (_gate)
            _next = next;
        foreach (var row in rows)
            scheduler.Publish(row);
    }

    private sealed class FireWork(TimerClock owner, DateTimeOffset now) : AwaitedWork
    {
        private readonly List<InboxRow> _rows = [];
        private DateTimeOffset _next;

        public override void Execute(IStoreTables tables)
        {
            _rows.Clear();
            var timers = tables.Timers.ReadDue(now, PageSize);
            var scheduled = tables.Scheduled.ReadDue(now, PageSize);
            var (timer, @event) = (0, 0);
            while (timer + @event < PageSize && (timer < timers.Count || @event < scheduled.Count))
            {
                // Of one moment, the events come before the timers.
                if (@event < scheduled.Count && (timer == timers.Count || scheduled[@event].DueAt <= timers[timer].DueAt))
                    Deliver(scheduled[@event++], tables);
                else
                    Fire(timers[timer++], tables);
            }

            _next = FindNextDue(tables);
        }

        public override void Committed()
        {
            owner.Fired(_rows, _next);
            base.Committed();
        }

        private void Fire(TimerRow timer, IStoreTables tables)
        {
            tables.Timers.Remove(timer);
            Add(
                new InboxRow
                {
                    Scenario = timer.Scenario,
                    SessionId = timer.SessionId,
                    Kind = InboxKind.Timer,
                    Payload = TimerJson.Write(timer),
                    AcceptedAt = now,
                    Visit = timer.Visit,
                    Timer = timer.Timer,
                },
                tables);
        }

        private void Deliver(ScheduledRow scheduled, IStoreTables tables)
        {
            if (owner.Route(scheduled, now) is not { } rows)
            {
                tables.Scheduled.Postpone(scheduled.Id, now + Patience);
                return;
            }

            tables.Scheduled.Remove(scheduled.Id);
            foreach (var row in rows)
                Add(row, tables);
        }

        private void Add(InboxRow row, IStoreTables tables)
        {
            tables.Inbox.Add(row);
            _rows.Add(row);
        }
    }
}
