using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Storage.Sqlite;

internal sealed class SqliteTimers(SqliteDatabase database) : ITimerTable
{
    private readonly SqliteStatement _add = database.Prepare(
        "INSERT OR REPLACE INTO timers (scenario, session_id, timer, visit, due_at) VALUES (?1, ?2, ?3, ?4, ?5)");

    private readonly SqliteStatement _remove = database.Prepare(
        "DELETE FROM timers WHERE scenario = ?1 AND session_id = ?2");

    private readonly SqliteStatement _removeOne = database.Prepare(
        "DELETE FROM timers WHERE scenario = ?1 AND session_id = ?2 AND timer = ?3");

    private readonly SqliteStatement _due = database.Prepare(
        "SELECT scenario, session_id, visit, timer, due_at FROM timers WHERE due_at <= ?1 ORDER BY due_at LIMIT ?2");

    private readonly SqliteStatement _next = database.Prepare(
        "SELECT due_at FROM timers ORDER BY due_at LIMIT 1");

    public void Add(TimerRow row) =>
        _add.Bind(1, row.Scenario).Bind(2, row.SessionId).Bind(3, row.Timer).Bind(4, row.Visit).Bind(5, row.DueAt).Run();

    public void Remove(string scenario, string sessionId) => _remove.Bind(1, scenario).Bind(2, sessionId).Run();

    public IReadOnlyList<TimerRow> TakeDue(DateTimeOffset now, int limit)
    {
        var rows = _due.Bind(1, now).Bind(2, limit).ReadAll(
            row => new TimerRow(row.Text(0), row.Text(1), row.Number(2), row.Int(3), row.Time(4)));
        foreach (var row in rows)
            _removeOne.Bind(1, row.Scenario).Bind(2, row.SessionId).Bind(3, row.Timer).Run();
        return rows;
    }

    public DateTimeOffset? FindNextDue()
    {
        try
        {
            return _next.Step() ? _next.Time(0) : null;
        }
        finally
        {
            _next.Reset();
        }
    }
}
