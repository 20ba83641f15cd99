using HerogiDsl.Runtime.Storage;
using HerogiDsl.Runtime.Telemetry;
using HerogiDsl.Runtime.Timers;

namespace HerogiDsl.Runtime.Dispatch;

/// <summary>What a lane is for.</summary>
/// <param name="Name">The connection, as the outbox names it.</param>
/// <param name="Parallel">How many calls may be under way at once.</param>
internal sealed record LaneSettings(string Name, int Parallel)
{
    /// <summary>Leaves a connection alone that does not answer; null for what is always tried.</summary>
    public CircuitBreaker? Breaker { get; init; }
}

/// <summary>
/// The calls of one connection, or of one extern action: begun in the order written, so many at once, those that failed
/// again when they are due.
/// </summary>
internal sealed class Lane(LaneSettings settings, ILaneCall call, LaneServices services, int capacity) : IDisposable
{
    // How many more calls than may be under way are in memory while they are recorded.
    private const int MostRecorded = 1024;

    private readonly LaneQueue _queue = new(capacity, services.Time);
    private readonly Alarm _alarm = new(services.Time, services.Tasks);
    private readonly Lock _gate = new();
    private readonly HashSet<Task> _underWay = [];
    private Task _lastBegun = Task.CompletedTask;
    private int _tries;

    /// <summary>A call is safe. Called by the writer, in the order of the ids.</summary>
    public void Publish(OutboxRow row)
    {
        _queue.Publish(row);
        _alarm.Ring();
    }

    /// <summary>The rows of some calls are gone. Called by the writer.</summary>
    public void Forget(IReadOnlySet<long> ids)
    {
        lock (_gate)
        {
            _queue.Remove(ids);
            foreach (var id in ids)
                services.UnderWay.Revoke(id);
        }
    }

    /// <summary>
    /// Makes the calls, until <paramref name="stopping"/>; those under way end then, or with <paramref name="aborting"/>.
    /// </summary>
    public async Task RunAsync(CancellationToken stopping, CancellationToken aborting)
    {
        try
        {
            while (true)
            {
                Begin(new StopSignals(stopping, aborting));
                if (_queue.IsRoomToRead(out var from))
                    await ReadAsync(from, stopping).ConfigureAwait(services.Tasks.Stays);
                else
                    await _alarm.WaitAsync(FindNextTime(), stopping).ConfigureAwait(services.Tasks.Stays);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await Task.WhenAll(UnderWay()).ConfigureAwait(services.Tasks.Stays);
        }
    }

    public void Dispose() => _alarm.Dispose();

    private Task[] UnderWay()
    {
        lock (_gate)
            return [.. _underWay];
    }

    private void Begin(StopSignals signals)
    {
        lock (_gate)
        {
            while (HasRoom() && _queue.Take() is { } row)
            {
                _tries++;
                services.UnderWay.Enter(row.Id);
                var (before, begun) = (_lastBegun, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
                _lastBegun = begun.Task;
                var made = services.Tasks.Run(async () =>
                {
                    // Whichever thread comes first: they begin in the order written, and none waits for another's end.
                    await before.ConfigureAwait(services.Tasks.Stays);
                    var making = MakeAsync(row, signals);
                    begun.SetResult();
                    await making.ConfigureAwait(services.Tasks.Stays);
                });
                _underWay.Add(made);
                services.Tasks.Follow(made, Ended);
            }
        }
    }

    private void Ended(Task made)
    {
        lock (_gate)
            _underWay.Remove(made);
        _alarm.Ring();
    }

    // Where there is no room, the end of a call makes some, and wakes the loop.
    private DateTimeOffset? FindNextTime()
    {
        if (settings.Breaker?.OpenUntil is { } until)
            return until;
        lock (_gate)
            return HasRoom() ? _queue.FindNextDue() : null;
    }

    // The other side sees so many at once; what it has answered is recorded beside the next ones.
    private bool HasRoom()
    {
        var room = settings.Breaker?.FindRoom(settings.Parallel) ?? settings.Parallel;
        return _tries < room && _underWay.Count < room + MostRecorded;
    }

    private async Task MakeAsync(OutboxRow row, StopSignals signals)
    {
        var isTried = false;
        try
        {
            var again = await call.MakeAsync(row, signals, Tried).ConfigureAwait(services.Tasks.Stays);
            lock (_gate)
            {
                if (services.UnderWay.Leave(row.Id) && again is not null)
                    _queue.Wait(again, again.DueAt);
            }
        }
        finally
        {
            Tried();
        }

        void Tried()
        {
            lock (_gate)
            {
                if (isTried)
                    return;
                isTried = true;
                _tries--;
            }

            _alarm.Ring();
        }
    }

    private async Task ReadAsync(long from, CancellationToken cancellationToken)
    {
        try
        {
            await services.Commits.RunAsync(new PageWork(settings.Name, _queue, from), cancellationToken)
                .ConfigureAwait(services.Tasks.Stays);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.LoopFailed(services.Logger, settings.Name, exception);
            await Task.Delay(LaneCall.Pause, services.Time, cancellationToken).ConfigureAwait(services.Tasks.Stays);
        }
    }

    // The writer reads, so that no row is committed between the page and its publication.
    private sealed class PageWork(string connection, LaneQueue queue, long from) : AwaitedWork
    {
        private IReadOnlyList<OutboxRow> _rows = [];

        public override void Execute(IStoreTables tables) => _rows = tables.Outbox.Read(connection, from, queue.PageSize);

        public override void Committed()
        {
            queue.PublishPage(_rows);
            base.Committed();
        }
    }
}
