using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Testing.Storage;

internal sealed class MemoryAggregates(UndoLog log, MemoryInbox inbox, MemoryInstances instances)
    : MemoryTable<WindowRow>(log), IAggregateTable
{
    private readonly MemoryContributions _contributions = new(log);

    private readonly OrderedRows<ContributionKey, WindowRow> _rows = new(
        static row => new ContributionKey(row.Key, DateTimeOffset.MinValue, 0));

    public IReadOnlyList<WindowRow> Read(string scenario, string sessionId)
    {
        lock (Gate)
        {
            var first = new ContributionKey(new WindowKey(scenario, sessionId, ""), DateTimeOffset.MinValue, 0);
            return [.. _rows.From(first)
                .TakeWhile(row => row.Key.SessionId == sessionId && row.Key.Scenario == scenario)];
        }
    }

    /// <summary>Drops the windows of a session in every scenario, and what is in them; gives how many rows.</summary>
    public int Erase(string sessionId) =>
        Drop(_rows.All.Where(row => row.Key.SessionId == sessionId)) + _contributions.Erase(sessionId);

    public void ReadUpTo(WindowKey key, DateTimeOffset time, Action<ContributionRow> show)
    {
        var kept = Keep(time);
        lock (Gate)
        {
            foreach (var stored in _contributions.Of(key).TakeWhile(stored => stored.Row.At <= kept))
                show(stored.Row);
        }
    }

    public ContributionRow? FindAfter(WindowKey key, DateTimeOffset time)
    {
        var kept = Keep(time);
        lock (Gate)
            return _contributions.From(key, kept, long.MinValue).FirstOrDefault(stored => stored.Row.At > kept)?.Row;
    }

    public void ReadBack(WindowKey key, Func<ContributionRow, bool> show)
    {
        lock (Gate)
        {
            foreach (var stored in _contributions.BackOf(key))
            {
                if (!show(stored.Row))
                    return;
            }
        }
    }

    public void Apply(WindowChange change)
    {
        var (row, key) = (change.Row, change.Row.Key);
        lock (Gate)
        {
            if (change.IsCleared)
                _contributions.Remove(_contributions.Of(key));
            if (change.Left is { } left)
                _contributions.Remove(_contributions.Of(key).TakeWhile(stored => stored.Row.At <= Keep(left)));
            if (change.Outdone is { } outdone)
                _contributions.Remove(_contributions.From(key, outdone.At, outdone.Sequence));
            if (change.Added is { } added)
                _contributions.Add(key, added);
            Write(_rows.Find(new ContributionKey(key, DateTimeOffset.MinValue, 0)), row with
            {
                AsOf = Keep(row.AsOf),
                Oldest = Keep(row.Oldest),
                Newest = Keep(row.Newest),
                ExpiresAt = Keep(row.ExpiresAt),
            });
        }
    }

    public bool RemoveExpired(string scenario, DateTimeOffset now, int limit)
    {
        lock (Gate)
        {
            var left = limit;
            foreach (var window in FindExpired(scenario, Keep(now), limit))
            {
                left -= _contributions.Remove(_contributions.Of(window.Key).Take(left));
                if (left <= 0)
                    return true;
                Write(window, null);
                if (--left <= 0)
                    return true;
            }

            return false;
        }
    }

    protected override void Replace(WindowRow? old, WindowRow? next) => _rows.Replace(old, next);

    /// <summary>Of a session with an event yet to be judged, what is past for us may still count for that event.</summary>
    private List<WindowRow> FindExpired(string scenario, DateTimeOffset now, int limit)
    {
        var oldest = inbox.All.FirstOrDefault(stored =>
            stored is { IsDeferred: false, Row: { Kind: InboxKind.Event, WasDeferred: false } row }
            && row.Scenario == scenario && !IsHeld(scenario, row.SessionId))?.Row.AcceptedAt;
        var until = oldest < now ? oldest.Value : now;
        return [.. _rows.All
            .Where(row => row.Key.Scenario == scenario && row.ExpiresAt <= until && !IsHeld(scenario, row.Key.SessionId))
            .OrderBy(static row => row.ExpiresAt)
            .Take(limit)];
    }

    private bool IsHeld(string scenario, string sessionId) =>
        instances.Find(scenario, sessionId)?.Status is InstanceStatus.Faulted or InstanceStatus.Incompatible;
}
