using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Runtime.Dispatch;

/// <summary>
/// The calls of one connection that may begin, and those that wait for their next try. What does not fit in memory stays
/// in the store, and is read when there is room.
/// </summary>
internal sealed class LaneQueue(int capacity, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Queue<OutboxRow> _ready = new();
    private readonly PriorityQueue<OutboxRow, DateTimeOffset> _waiting = new();
    private long _readUpTo;

    // At the start, everything is still to be read.
    private bool _isBehind = true;

    public int PageSize => Math.Max(1, capacity / 2);

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
    }

    /// <summary>A page was read from the store. Called by the writer, so that nothing comes between.</summary>
    public void PublishPage(IReadOnlyList<OutboxRow> rows)
    {
        lock (_gate)
        {
            foreach (var row in rows)
                Add(row);
            if (rows.Count > 0)
                _readUpTo = rows[^1].Id;
            _isBehind = rows.Count == PageSize;
        }
    }

    /// <summary>Whether a page should be read, and from where.</summary>
    public bool IsRoomToRead(out long from)
    {
        lock (_gate)
        {
            from = _readUpTo;
            return _isBehind && _ready.Count + _waiting.Count <= capacity / 2;
        }
    }

    /// <summary>Puts a call by until a time.</summary>
    public void Wait(OutboxRow row, DateTimeOffset due)
    {
        lock (_gate)
            _waiting.Enqueue(row, due);
    }

    /// <summary>Drops calls whose rows are gone.</summary>
    public void Remove(IReadOnlySet<long> ids)
    {
        lock (_gate)
        {
            var ready = _ready.Where(row => !ids.Contains(row.Id)).ToArray();
            _ready.Clear();
            foreach (var row in ready)
                _ready.Enqueue(row);
            var waiting = _waiting.UnorderedItems.Where(item => !ids.Contains(item.Element.Id)).ToArray();
            _waiting.Clear();
            _waiting.EnqueueRange(waiting);
        }
    }

    /// <summary>Takes the next call that may begin; where only a mark can be made now, only one that needs it.</summary>
    public OutboxRow? Take(bool onlyToMark = false)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            while (_waiting.TryPeek(out var row, out var due) && due <= now)
            {
                _waiting.Dequeue();
                _ready.Enqueue(row);
            }

            return _ready.TryPeek(out var next) && (!onlyToMark || next is { IsRepeatable: false, IsBegun: false })
                ? _ready.Dequeue()
                : null;
        }
    }

    /// <summary>When the next waiting call may begin; null without one.</summary>
    public DateTimeOffset? FindNextDue()
    {
        lock (_gate)
            return _waiting.TryPeek(out _, out var due) ? due : null;
    }

    private void Add(OutboxRow row)
    {
        if (row.DueAt <= time.GetUtcNow())
            _ready.Enqueue(row);
        else
            _waiting.Enqueue(row, row.DueAt);
    }
}
