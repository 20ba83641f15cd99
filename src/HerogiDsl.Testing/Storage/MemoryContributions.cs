using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Testing.Storage;

/// <summary>A contribution, and the window it counts in.</summary>
internal sealed record StoredContribution(WindowKey Window, ContributionRow Row);

/// <summary>What the events in sliding windows contribute. Its callers hold the lock.</summary>
internal sealed class MemoryContributions(UndoLog log) : MemoryTable<StoredContribution>(log)
{
    private readonly OrderedRows<ContributionKey, StoredContribution> _rows = new(
        static stored => new ContributionKey(stored.Window, stored.Row.At, stored.Row.Sequence));

    public void Add(WindowKey window, ContributionRow row) =>
        Write(null, new StoredContribution(window, row with { At = Keep(row.At) }));

    /// <summary>Those of a window, from one on, in order.</summary>
    public IEnumerable<StoredContribution> From(WindowKey window, DateTimeOffset at, long sequence) =>
        _rows.From(new ContributionKey(window, Keep(at), sequence)).TakeWhile(stored => stored.Window == window);

    public IEnumerable<StoredContribution> Of(WindowKey window) => From(window, DateTimeOffset.MinValue, long.MinValue);

    /// <summary>Those of a window, the newest first.</summary>
    public IEnumerable<StoredContribution> BackOf(WindowKey window) =>
        _rows.BackFrom(new ContributionKey(window, DateTimeOffset.MaxValue, long.MaxValue))
            .TakeWhile(stored => stored.Window == window);

    /// <summary>Drops rows; gives how many.</summary>
    public int Remove(IEnumerable<StoredContribution> rows) => Drop(rows);

    /// <summary>Drops what a session has contributed in every scenario; gives how much.</summary>
    public int Erase(string sessionId) => Drop(_rows.All.Where(stored => stored.Window.SessionId == sessionId));

    protected override void Replace(StoredContribution? old, StoredContribution? next) => _rows.Replace(old, next);
}
