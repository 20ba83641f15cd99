using System.Threading.Channels;
using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Runtime.Sessions;

/// <summary>
/// Who is next: each session's rows one at a time in the order of acceptance, the sessions beside each other. What does
/// not fit in memory stays in the store, and is read when there is room.
/// </summary>
internal sealed class SessionScheduler(int capacity)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Mailbox> _mailboxes = new(StringComparer.Ordinal);
    private readonly Channel<Mailbox> _ready = Channel.CreateUnbounded<Mailbox>();
    private TaskCompletionSource? _room;
    private int _count;
    private long _readUpTo;

    // At the start, everything is still to be read.
    private bool _isBehind = true;

    /// <summary>The sessions that a worker may take.</summary>
    public ChannelReader<Mailbox> Ready => _ready.Reader;

    /// <summary>Told when rows of the store should be read.</summary>
    public Action RoomToRead { get; set; } = static () => { };

    /// <summary>The last row that is in memory or done; null when none is left to be read, or there is no room.</summary>
    public long? ReadFrom
    {
        get
        {
            lock (_gate)
                return _isBehind && _count <= capacity / 2 ? _readUpTo : null;
        }
    }

    public int PageSize => Math.Max(1, capacity / 2);

    /// <summary>How many rows are in memory.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _count;
        }
    }

    /// <summary>Waits until there is room for one more event.</summary>
    public Task WaitForRoomAsync()
    {
        lock (_gate)
        {
            if (_count < capacity)
                return Task.CompletedTask;
            _room ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _room.Task;
        }
    }

    /// <summary>A row is safe. Called by the writer, in the order of the sequences.</summary>
    public void Publish(InboxRow row)
    {
        lock (_gate)
        {
            if (!_isBehind && _count < capacity)
            {
                Add(row);
            }
            else if (!_isBehind)
            {
                _isBehind = true;
                _readUpTo = row.Sequence - 1;
            }
        }
    }

    /// <summary>A page was read from the store. Called by the writer, so that nothing comes between.</summary>
    public void PublishPage(IReadOnlyList<InboxRow> rows)
    {
        lock (_gate)
        {
            foreach (var row in rows)
                Add(row);
            if (rows.Count > 0)
                _readUpTo = rows[^1].Sequence;
            _isBehind = rows.Count == PageSize;
        }

        SeekRoom();
    }

    /// <summary>Rows that were put aside wait again, each at its place.</summary>
    public void Restore(IReadOnlyList<InboxRow> rows)
    {
        lock (_gate)
        {
            foreach (var row in rows)
                Add(row);
        }
    }

    /// <summary>A row is done (or deferred): the session's next one may come, the restored ones among them.</summary>
    public void Complete(InboxRow row, IReadOnlyList<InboxRow> restored)
    {
        lock (_gate)
        {
            var mailbox = _mailboxes[row.SessionId];
            Removed(mailbox.Remove(row.Sequence));
            foreach (var again in restored)
                Add(again);
            Reschedule(mailbox);
        }

        SeekRoom();
    }

    /// <summary>The instance of a row has changed, and the row itself is still to be judged.</summary>
    public void JudgeAgain(InboxRow row, IReadOnlyList<InboxRow> restored)
    {
        lock (_gate)
        {
            foreach (var again in restored)
                Add(again);
            Reschedule(_mailboxes[row.SessionId]);
        }
    }

    /// <summary>Drops the timers of an instance that have fallen due, but for the row that is being judged.</summary>
    public void ForgetTimers(InboxRow row)
    {
        lock (_gate)
            Removed(_mailboxes[row.SessionId].RemoveTimers(row));
    }

    /// <summary>The instance of a row takes no events: its rows wait in the store, unless that has just changed.</summary>
    public void Hold(InboxRow row, Func<bool> isStillHeld)
    {
        lock (_gate)
        {
            var mailbox = _mailboxes[row.SessionId];
            if (isStillHeld())
                Removed(mailbox.RemoveScenario(row.Scenario));
            Reschedule(mailbox);
        }

        SeekRoom();
    }

    /// <summary>A step came to nothing for a reason that may pass: the same row again.</summary>
    public void Repeat(Mailbox mailbox)
    {
        lock (_gate)
            Reschedule(mailbox);
    }

    /// <summary>Drops a session's rows from memory.</summary>
    public void Forget(string sessionId, string scenario)
    {
        lock (_gate)
        {
            if (_mailboxes.TryGetValue(sessionId, out var mailbox))
                Removed(mailbox.RemoveScenario(scenario));
        }

        SeekRoom();
    }

    /// <summary>Drops all rows of a session from memory.</summary>
    public void Forget(string sessionId)
    {
        lock (_gate)
        {
            if (_mailboxes.TryGetValue(sessionId, out var mailbox))
                Removed(mailbox.Clear());
        }

        SeekRoom();
    }

    /// <summary>
    /// A session is changed by hand: a step of it that is under way is judged again. Called by the writer, before it writes
    /// the change and when the change is known in memory.
    /// </summary>
    public void Overtake(string sessionId)
    {
        lock (_gate)
        {
            if (_mailboxes.TryGetValue(sessionId, out var mailbox))
                mailbox.Changed();
        }
    }

    /// <summary>Whether what is ready is left to the next start.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>No worker gets anything more.</summary>
    public void Stop()
    {
        IsStopped = true;
        _ready.Writer.TryComplete();
    }

    /// <summary>The row that is next; null when the session has none.</summary>
    public InboxRow? Peek(Mailbox mailbox)
    {
        lock (_gate)
        {
            if (mailbox.Count > 0)
                return mailbox.First;
            Reschedule(mailbox);
            return null;
        }
    }

    private void Add(InboxRow row)
    {
        if (!_mailboxes.TryGetValue(row.SessionId, out var mailbox))
            _mailboxes.Add(row.SessionId, mailbox = new Mailbox(row.SessionId));
        if (!mailbox.Add(row))
            return;
        _count++;
        if (mailbox.IsScheduled)
            return;
        mailbox.IsScheduled = true;
        _ready.Writer.TryWrite(mailbox);
    }

    private void Reschedule(Mailbox mailbox)
    {
        mailbox.IsScheduled = mailbox.Count > 0;
        if (mailbox.IsScheduled)
            _ready.Writer.TryWrite(mailbox);
        else
            _mailboxes.Remove(mailbox.SessionId);
    }

    private void Removed(int rows)
    {
        _count -= rows;
        if (_room is null || _count >= capacity)
            return;
        _room.TrySetResult();
        _room = null;
    }

    private void SeekRoom()
    {
        if (ReadFrom is not null)
            RoomToRead();
    }
}
