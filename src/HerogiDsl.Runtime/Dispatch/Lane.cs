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

    /// <summary>Whether a call that must be marked may be so shortly before there is a place for it.</summary>
    public bool MarksAhead { get; init; }
}

/// <summary>
/// The calls of one connection, or of one extern action: begun in the order written, so many at once, those that failed
/// again when they are due.
/// </summary>
internal sealed class Lane : IDisposable
{
    // How many more calls than may be under way are in memory while they are recorded.
    private const int MostRecorded = 1024;

    private readonly LaneSettings _settings;
    private readonly ILaneCall _call;
    private readonly LaneServices _services;
    private readonly LaneQueue _queue;
    private readonly Lock _gate = new();
    private readonly LanePlaces _places;
    private readonly Alarm _alarm;
    private TaskCompletionSource? _idle;
    private int _underWay;

    public Lane(LaneSettings settings, ILaneCall call, LaneServices services, int capacity)
    {
        _settings = settings;
        _call = call;
        _services = services;
        _queue = new LaneQueue(capacity, services.Time);
        _alarm = new Alarm(services.Time, services.Tasks);
        _places = new LanePlaces(settings, _alarm.Ring);
    }

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
                _services.UnderWay.Revoke(id);
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
                    await ReadAsync(from, stopping).ConfigureAwait(_services.Tasks.Stays);
                else
                    await _alarm.WaitAsync(FindNextTime(), stopping).ConfigureAwait(_services.Tasks.Stays);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await WaitUntilIdle().ConfigureAwait(_services.Tasks.Stays);
        }
    }

    public void Dispose() => _alarm.Dispose();

    private Task WaitUntilIdle()
    {
        lock (_gate)
        {
            _idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _underWay == 0 ? Task.CompletedTask : _idle.Task;
        }
    }

    // One after the other, as written: the next one when this one waits for something.
    private void Begin(StopSignals signals)
    {
        while (Take() is { } next)
            _ = MakeAsync(next.Row, next.Place, signals);
    }

    private (OutboxRow Row, LanePlace Place)? Take()
    {
        lock (_gate)
        {
            if (_underWay >= _settings.Parallel + MostRecorded)
                return null;
            var hasRoom = _places.HasRoom;
            if ((!hasRoom && !_places.HasRoomAhead) || _queue.Take(onlyToMark: !hasRoom) is not { } row)
                return null;
            _services.UnderWay.Enter(row.Id);
            _underWay++;
            return (row, hasRoom ? _places.Take() : _places.TakeAhead());
        }
    }

    // Where there is no room, the end of a call makes some, and wakes the loop.
    private DateTimeOffset? FindNextTime()
    {
        if (_settings.Breaker?.OpenUntil is { } until)
            return until;
        return _places.HasRoom ? _queue.FindNextDue() : null;
    }

    // It makes room as soon as it is tried: what the other side has answered is recorded beside the next ones.
    private async Task MakeAsync(OutboxRow row, LanePlace place, StopSignals signals)
    {
        try
        {
            var again = await _call.MakeAsync(row, signals, place).ConfigureAwait(_services.Tasks.Stays);
            lock (_gate)
            {
                if (!_services.UnderWay.Leave(row.Id) || again is null)
                    return;
                _queue.Wait(again, again.DueAt);
            }

            _alarm.Ring();
        }
        finally
        {
            place.Leave();
            Ended();
        }
    }

    private void Ended()
    {
        bool wasFull;
        lock (_gate)
        {
            wasFull = _underWay-- == _settings.Parallel + MostRecorded;
            if (_underWay == 0)
                _idle?.TrySetResult();
        }

        if (wasFull)
            _alarm.Ring();
    }

    private async Task ReadAsync(long from, CancellationToken cancellationToken)
    {
        try
        {
            await _services.Commits.RunAsync(new PageWork(_settings.Name, _queue, from), cancellationToken)
                .ConfigureAwait(_services.Tasks.Stays);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.LoopFailed(_services.Logger, _settings.Name, exception);
            await Task.Delay(LaneCall.Pause, _services.Time, cancellationToken).ConfigureAwait(_services.Tasks.Stays);
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
