using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Testing.Storage;

/// <summary>An inbox row, and whether it waits for another state.</summary>
internal sealed record StoredInboxRow(InboxRow Row, bool IsDeferred);

internal sealed class MemoryInbox(UndoLog log) : MemoryTable<StoredInboxRow>(log), IInboxTable
{
    private readonly Counter _numbers = log.Numbers;
    private readonly OrderedRows<long, StoredInboxRow> _rows = new(static stored => stored.Row.Sequence);

    private readonly OrderedRows<InstanceKey, StoredInboxRow> _ofInstances = new(
        static stored => new InstanceKey(stored.Row.Scenario, stored.Row.SessionId, stored.Row.Sequence));

    public IEnumerable<StoredInboxRow> All => _rows.All;

    /// <summary>Drops the rows of a session in every scenario; gives how many.</summary>
    public int Erase(string sessionId) => Drop(_rows.All.Where(stored => stored.Row.SessionId == sessionId));

    public void Add(InboxRow row)
    {
        lock (Gate)
        {
            row.Sequence = _numbers.Next();
            var kept = row with
            {
                Payload = Keep(row.Payload),
                AcceptedAt = Keep(row.AcceptedAt),
                WasDeferred = false,
                Parsed = null,
            };
            Write(null, new StoredInboxRow(kept, IsDeferred: false));
        }
    }

    public void Remove(long sequence)
    {
        lock (Gate)
            Write(_rows.Find(sequence), null);
    }

    public void Defer(long sequence)
    {
        lock (Gate)
        {
            if (_rows.Find(sequence) is { } stored)
                Write(stored, new StoredInboxRow(stored.Row with { WasDeferred = true }, IsDeferred: true));
        }
    }

    public IReadOnlyList<InboxRow> Release(string scenario, string sessionId)
    {
        lock (Gate)
        {
            var deferred = Of(scenario, sessionId).Where(static stored => stored.IsDeferred).ToList();
            foreach (var stored in deferred)
                Write(stored, stored with { IsDeferred = false });
            return deferred.ConvertAll(static stored => stored.Row);
        }
    }

    public void RemoveDeferred(string scenario, string sessionId) =>
        RemoveAll(scenario, sessionId, static stored => stored.IsDeferred);

    public void RemoveTimers(string scenario, string sessionId) =>
        RemoveAll(scenario, sessionId, static stored => stored.Row.Kind == InboxKind.Timer);

    public bool HasDeferred(string scenario, string sessionId, string eventName)
    {
        lock (Gate)
            return Of(scenario, sessionId).Any(stored => stored.IsDeferred && stored.Row.Event == eventName);
    }

    public IReadOnlyList<InboxRow> ReadWaiting(long after, int limit)
    {
        lock (Gate)
        {
            return [.. _rows.From(after).Where(stored => !stored.IsDeferred && stored.Row.Sequence > after)
                .Take(limit).Select(static stored => stored.Row)];
        }
    }

    public IReadOnlyList<InboxRow> ReadWaiting(string scenario, string sessionId)
    {
        lock (Gate)
        {
            return [.. Of(scenario, sessionId).Where(static stored => !stored.IsDeferred)
                .Select(static stored => stored.Row)];
        }
    }

    protected override void Replace(StoredInboxRow? old, StoredInboxRow? next)
    {
        _rows.Replace(old, next);
        _ofInstances.Replace(old, next);
    }

    private void RemoveAll(string scenario, string sessionId, Func<StoredInboxRow, bool> condition)
    {
        lock (Gate)
        {
            foreach (var stored in Of(scenario, sessionId).Where(condition).ToList())
                Write(stored, null);
        }
    }

    private IEnumerable<StoredInboxRow> Of(string scenario, string sessionId) =>
        _ofInstances.From(new InstanceKey(scenario, sessionId, long.MinValue))
            .TakeWhile(stored => stored.Row.SessionId == sessionId && stored.Row.Scenario == scenario);
}
