using HerogiDsl.Runtime.Sessions;
using HerogiDsl.Runtime.Storage;
using HerogiDsl.Runtime.Telemetry;
using HerogiDsl.Runtime.Timers;
using Microsoft.Extensions.Logging;

namespace HerogiDsl.Runtime.Dispatch;

/// <summary>
/// The calls of one connection: begun in the order written, so many at once, those that failed again when they are due.
/// What does not fit in memory stays in the store, and is read when there is room.
/// </summary>
internal sealed class Lane(
    ConnectionDefinition connection, LaneServices services, int capacity) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Alarm _alarm = new(services.Time);
    private readonly Lock _gate = new();
    private readonly Queue<OutboxRow> _ready = new();
    private readonly PriorityQueue<OutboxRow, DateTimeOffset> _waiting = new();
    private readonly HashSet<Task> _underWay = [];
    private int _running;
    private long _readUpTo;
    private bool _isBehind = true;

    /// <summary>A call is safe. Called by the writer, in the order of the ids.</summary>
    public void Publish(OutboxRow row)
    {
        lock (_gate)
        {
            if (!_isBehind && _ready.Count + _waiting.Count < capacity)
            {
                Add(row);
            }
            else if (!_isBehind)
            {
                _isBehind = true;
                _readUpTo = row.Id - 1;
            }
        }

        _alarm.Ring();
    }

    /// <summary>Makes the calls, until <paramref name="stopping"/>; those under way end then, or with <paramref name="aborting"/>.</summary>
    public async Task RunAsync(CancellationToken stopping, CancellationToken aborting)
    {
        _alarm.Ring();
        try
        {
            while (true)
            {
                var until = Begin(aborting);
                if (IsRoomToRead(out var from))
                    await ReadAsync(from, stopping).ConfigureAwait(false);
                else
                    await _alarm.WaitAsync(until, stopping).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await Task.WhenAll(UnderWay()).ConfigureAwait(false);
        }
    }

    public void Dispose() => _alarm.Dispose();

    private Task[] UnderWay()
    {
        lock (_gate)
            return [.. _underWay];
    }

    /// <summary>Begins what may begin; gives the time when more may.</summary>
    private DateTimeOffset? Begin(CancellationToken aborting)
    {
        lock (_gate)
        {
            var now = services.Time.GetUtcNow();
            while (_waiting.TryPeek(out var row, out var due) && due <= now)
            {
                _waiting.Dequeue();
                _ready.Enqueue(row);
            }

            while (_running < connection.Parallel && _ready.TryDequeue(out var row))
            {
                _running++;
                var call = Task.Run(() => CallAsync(row, aborting), CancellationToken.None);
                _underWay.Add(call);
                _ = call.ContinueWith(Ended, TaskScheduler.Default);
            }

            return _waiting.TryPeek(out _, out var next) ? next : null;
        }
    }

    private void Ended(Task call)
    {
        lock (_gate)
        {
            _underWay.Remove(call);
            _running--;
        }

        _alarm.Ring();
    }

    private async Task CallAsync(OutboxRow row, CancellationToken aborting)
    {
        try
        {
            var result = row.IsBegun ? Interrupted : await TryAsync(row, aborting).ConfigureAwait(false);
            while (!await TryRecordAsync(row, result).ConfigureAwait(false))
                await Task.Delay(Pause, services.Time, aborting).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (aborting.IsCancellationRequested)
        {
            // The row is as it was: the next start knows what to do.
        }
        catch (Exception exception)
        {
            // The call was not begun: the store could not be written, or a part of ours is broken.
            Log.LoopFailed(services.Logger, connection.Name, exception);
            Wait(row, services.Time.GetUtcNow() + Pause);
        }
    }

    private Task<CallResult> TryAsync(OutboxRow row, CancellationToken aborting)
    {
        HerogiMeter.Calls.Add(1, new KeyValuePair<string, object?>("connection", connection.Name));
        return services.CallerOf(row.Kind).CallAsync(connection, row, token => MarkAsync(row, token), aborting);
    }

    private Task MarkAsync(OutboxRow row, CancellationToken cancellationToken) => row.IsRepeatable
        ? Task.CompletedTask
        : services.Commits.RunAsync(new DelegateWork(tables => tables.Outbox.MarkBegun(row.Id)), cancellationToken);

    private async Task<bool> TryRecordAsync(OutboxRow row, CallResult result)
    {
        var now = services.Time.ReadNow();
        try
        {
            if (RetryRules.FindNextTry(connection, row, result, now) is { } due)
                await PostponeAsync(row, result, due).ConfigureAwait(false);
            else
                await AnswerAsync(row, result, now).ConfigureAwait(false);
            return true;
        }
        catch (Exception exception) when (exception is not (ObjectDisposedException or OperationCanceledException
            or System.Threading.Channels.ChannelClosedException))
        {
            Log.LoopFailed(services.Logger, connection.Name, exception);
            return false;
        }
        catch (Exception exception) when (exception is ObjectDisposedException or System.Threading.Channels.ChannelClosedException)
        {
            // The runtime has ended without waiting for this call: the next start sees to it.
            return true;
        }
    }

    private async Task PostponeAsync(OutboxRow row, CallResult result, DateTimeOffset due)
    {
        var tries = row.Tries + 1;
        await services.Commits.RunAsync(new DelegateWork(tables =>
        {
            tables.Outbox.Postpone(row.Id, tries, due);
            tables.Totals.Add(Totals.Retries, 1);
            if (row.Kind == OutboxKind.Http)
                tables.Totals.Add(Totals.Calls, 1);
        })).ConfigureAwait(false);
        Log.CallAgain(services.Logger, connection.Name, row.Id, result.StatusCode, tries, due);
        Wait(row with { Tries = tries, DueAt = due, IsBegun = false }, due);
    }

    private async Task AnswerAsync(OutboxRow row, CallResult result, DateTimeOffset now)
    {
        var work = new AnswerWork(row, result, now, services.KeepsHistory, services.Scheduler);
        await services.Commits.RunAsync(work).ConfigureAwait(false);
        if (row.Returns is null && !result.IsSuccess)
        {
            Log.CallFailed(
                services.Logger, connection.Name, row.Id, row.Scenario, row.SessionId, AnswerWork.Describe(row, result));
        }
    }

    private void Wait(OutboxRow row, DateTimeOffset due)
    {
        lock (_gate)
            _waiting.Enqueue(row, due);
        _alarm.Ring();
    }

    private void Add(OutboxRow row)
    {
        if (row.DueAt <= services.Time.GetUtcNow())
            _ready.Enqueue(row);
        else
            _waiting.Enqueue(row, row.DueAt);
    }

    private bool IsRoomToRead(out long from)
    {
        lock (_gate)
        {
            from = _readUpTo;
            return _isBehind && _ready.Count + _waiting.Count <= capacity / 2;
        }
    }

    private async Task ReadAsync(long from, CancellationToken cancellationToken)
    {
        try
        {
            await services.Commits.RunAsync(new PageWork(this, from), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.LoopFailed(services.Logger, connection.Name, exception);
            await Task.Delay(Pause, services.Time, cancellationToken).ConfigureAwait(false);
        }
    }

    private static CallResult Interrupted { get; } = new()
    {
        Failure = CallFailure.Network,
        MayHaveHappened = true,
        Error = "the program ended while the call was under way",
    };

    // The writer reads, so that no row is committed between the page and its publication.
    private sealed class PageWork(Lane lane, long from) : AwaitedWork
    {
        private readonly int _size = Math.Max(1, lane.PageSize);
        private IReadOnlyList<OutboxRow> _rows = [];

        public override void Execute(IStoreTables tables) => _rows = tables.Outbox.Read(lane.Name, from, _size);

        public override void Committed()
        {
            lock (lane._gate)
            {
                foreach (var row in _rows)
                    lane.Add(row);
                if (_rows.Count > 0)
                    lane._readUpTo = _rows[^1].Id;
                lane._isBehind = _rows.Count == _size;
            }

            base.Committed();
        }
    }

    private string Name => connection.Name;

    private int PageSize => capacity / 2;
}

/// <summary>What the lanes share.</summary>
internal sealed record LaneServices(
    GroupCommit Commits, SessionScheduler Scheduler, TimeProvider Time, ILogger Logger, bool KeepsHistory,
    IReadOnlyDictionary<OutboxKind, ICaller> Callers)
{
    public ICaller CallerOf(OutboxKind kind) => Callers[kind];
}
