using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Runtime.Sessions;

/// <summary>What waits for one session, in the order of acceptance. The scheduler's lock guards it.</summary>
internal sealed class Mailbox(string sessionId)
{
    private readonly List<InboxRow> _rows = [];
    private int _changes;

    public string SessionId { get; } = sessionId;

    /// <summary>Whether it is in the ready queue, or a worker has it.</summary>
    public bool IsScheduled { get; set; }

    /// <summary>
    /// How often the session was changed by hand: a step that was judged before is not to be written after. Written by the
    /// store's writer, read by workers.
    /// </summary>
    public int Changes => Volatile.Read(ref _changes);

    /// <summary>The session was changed by hand.</summary>
    public void Changed() => Interlocked.Increment(ref _changes);

    public int Count => _rows.Count;

    public InboxRow First => _rows[0];

    /// <summary>Puts a row at its place; false when it is there already.</summary>
    public bool Add(InboxRow row)
    {
        var place = _rows.Count;
        while (place > 0 && _rows[place - 1].Sequence > row.Sequence)
            place--;
        if (place > 0 && _rows[place - 1].Sequence == row.Sequence)
            return false;
        _rows.Insert(place, row);
        return true;
    }

    public int Remove(long sequence)
    {
        // The one that was judged is the first.
        for (var place = 0; place < _rows.Count; place++)
        {
            if (_rows[place].Sequence != sequence)
                continue;
            _rows.RemoveAt(place);
            return 1;
        }

        return 0;
    }

    public int RemoveTimers(InboxRow judged) => _rows.RemoveAll(row =>
        row.Kind == InboxKind.Timer && row.Scenario == judged.Scenario && row.Sequence != judged.Sequence);

    public int Clear()
    {
        var count = _rows.Count;
        _rows.Clear();
        return count;
    }

    public int RemoveScenario(string scenario) => _rows.RemoveAll(row => row.Scenario == scenario);
}
