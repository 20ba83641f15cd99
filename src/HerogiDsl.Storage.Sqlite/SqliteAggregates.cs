using System.Globalization;
using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Storage.Sqlite;

internal sealed class SqliteAggregates(SqliteDatabase database) : IAggregateTable
{
    private const string Key = "scenario = ?1 AND session_id = ?2 AND name = ?3";
    private const string Columns = "scenario, session_id, name, text, as_of, oldest, newest, count, value, expires_at";

    // Of a window whose session has an event yet to be judged, what is past for us may still count for that event.
    private const string IsDone =
        """
        expires_at <= min(?2, coalesce((
            SELECT accepted_at FROM inbox i
            WHERE i.scenario = ?1 AND i.status = 'waiting' AND i.judged = 0 AND i.kind = 'event' AND NOT EXISTS (
                SELECT 1 FROM instances n
                WHERE n.scenario = i.scenario AND n.session_id = i.session_id AND n.status IN ('faulted', 'incompatible'))
            ORDER BY i.sequence LIMIT 1), ?2))
        AND NOT EXISTS (
            SELECT 1 FROM instances n
            WHERE n.scenario = w.scenario AND n.session_id = w.session_id AND n.status IN ('faulted', 'incompatible'))
        """;

    private readonly SqliteStatement _read = database.Prepare(
        $"SELECT {Columns} FROM windows WHERE scenario = ?1 AND session_id = ?2");

    private readonly SqliteStatement _upTo = database.Prepare(
        $"SELECT at, sequence, value FROM contributions WHERE {Key} AND at <= ?4 ORDER BY at, sequence");

    private readonly SqliteStatement _after = database.Prepare(
        $"SELECT at, sequence, value FROM contributions WHERE {Key} AND at > ?4 ORDER BY at, sequence LIMIT 1");

    private readonly SqliteStatement _back = database.Prepare(
        $"SELECT at, sequence, value FROM contributions WHERE {Key} ORDER BY at DESC, sequence DESC");

    private readonly SqliteStatement _save = database.Prepare(
        $"INSERT OR REPLACE INTO windows ({Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");

    private readonly SqliteStatement _add = database.Prepare(
        "INSERT INTO contributions (scenario, session_id, name, at, sequence, value) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");

    private readonly SqliteStatement _clear = database.Prepare($"DELETE FROM contributions WHERE {Key}");

    private readonly SqliteStatement _leave = database.Prepare($"DELETE FROM contributions WHERE {Key} AND at <= ?4");

    private readonly SqliteStatement _outdo = database.Prepare(
        $"DELETE FROM contributions WHERE {Key} AND (at, sequence) >= (?4, ?5)");

    private readonly SqliteStatement _done = database.Prepare(
        $"SELECT {Columns} FROM windows w WHERE scenario = ?1 AND {IsDone} ORDER BY expires_at LIMIT ?3");

    private readonly SqliteStatement _forgetSome = database.Prepare(
        $"""
        DELETE FROM contributions WHERE {Key} AND (at, sequence) IN (
            SELECT at, sequence FROM contributions WHERE {Key} ORDER BY at, sequence LIMIT ?4)
        """);

    private readonly SqliteStatement _remove = database.Prepare($"DELETE FROM windows WHERE {Key}");

    public IReadOnlyList<WindowRow> Read(string scenario, string sessionId) =>
        _read.Bind(1, scenario).Bind(2, sessionId).ReadAll(ReadWindow);

    public void ReadUpTo(WindowKey key, DateTimeOffset time, Action<ContributionRow> show) =>
        Bind(_upTo, key).Bind(4, time).ReadWhile(row =>
        {
            show(ReadContribution(row));
            return true;
        });

    public ContributionRow? FindAfter(WindowKey key, DateTimeOffset time)
    {
        ContributionRow? found = null;
        Bind(_after, key).Bind(4, time).ReadWhile(row =>
        {
            found = ReadContribution(row);
            return false;
        });
        return found;
    }

    public void ReadBack(WindowKey key, Func<ContributionRow, bool> show) =>
        Bind(_back, key).ReadWhile(row => show(ReadContribution(row)));

    public void Apply(WindowChange change)
    {
        var (row, key) = (change.Row, change.Row.Key);
        if (change.IsCleared)
            Bind(_clear, key).Run();
        if (change.Left is { } left)
            Bind(_leave, key).Bind(4, left).Run();
        if (change.Outdone is { } outdone)
            Bind(_outdo, key).Bind(4, outdone.At).Bind(5, outdone.Sequence).Run();
        if (change.Added is { } added)
        {
            Bind(_add, key).Bind(4, added.At).Bind(5, added.Sequence)
                .Bind(6, added.Value.ToString(CultureInfo.InvariantCulture)).Run();
        }

        Bind(_save, key).Bind(4, row.Text).Bind(5, row.AsOf).Bind(6, row.Oldest).Bind(7, row.Newest)
            .Bind(8, row.Count).Bind(9, row.Value).Bind(10, row.ExpiresAt).Run();
    }

    public bool RemoveExpired(string scenario, DateTimeOffset now, int limit)
    {
        var left = limit;
        foreach (var window in _done.Bind(1, scenario).Bind(2, now).Bind(3, limit).ReadAll(ReadWindow))
        {
            Bind(_forgetSome, window.Key).Bind(4, left).Run();
            left -= database.Changes;
            if (left <= 0)
                return true;
            Bind(_remove, window.Key).Run();
            if (--left <= 0)
                return true;
        }

        return false;
    }

    private static SqliteStatement Bind(SqliteStatement statement, WindowKey key) =>
        statement.Bind(1, key.Scenario).Bind(2, key.SessionId).Bind(3, key.Name);

    private static WindowRow ReadWindow(SqliteStatement row) =>
        new(new WindowKey(row.Text(0), row.Text(1), row.Text(2)))
        {
            Text = row.Text(3),
            AsOf = row.Time(4),
            Oldest = row.Time(5),
            Newest = row.Time(6),
            Count = row.Number(7),
            Value = row.Text(8),
            ExpiresAt = row.Time(9),
        };

    private static ContributionRow ReadContribution(SqliteStatement row) =>
        new(row.Time(0), row.Number(1), decimal.Parse(row.Text(2), CultureInfo.InvariantCulture));
}
