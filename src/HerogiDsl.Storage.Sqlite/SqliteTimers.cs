using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Storage.Sqlite;

internal sealed class SqliteTimers(SqliteDatabase database) : ITimerTable
{
    private const string Columns = "scenario, session_id, visit, timer, due_at, cron, zone";

    private readonly SqliteStatement _add = database.Prepare(
        $"INSERT OR REPLACE INTO timers ({Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");

    private readonly SqliteStatement _remove = database.Prepare(
        "DELETE FROM timers WHERE scenario = ?1 AND session_id = ?2");

    private readonly SqliteStatement _removeOne = database.Prepare(
        "DELETE FROM timers WHERE scenario = ?1 AND session_id = ?2 AND timer = ?3");

    private readonly SqliteStatement _due = database.Prepare(
        $"""
        SELECT {Columns} FROM timers WHERE due_at <= ?1
        ORDER BY due_at, scenario, session_id, timer LIMIT ?2
        """);

    private readonly SqliteStatement _next = database.Prepare(
        "SELECT due_at FROM timers ORDER BY due_at LIMIT 1");

    public void Add(TimerRow row) =>
        _add.Bind(1, row.Scenario).Bind(2, row.SessionId).Bind(3, row.Visit).Bind(4, row.Timer).Bind(5, row.DueAt)
            .Bind(6, row.Every?.Cron).Bind(7, row.Every?.Zone).Run();

    public void Remove(string scenario, string sessionId) => _remove.Bind(1, scenario).Bind(2, sessionId).Run();

    public void Remove(TimerRow row) =>
        _removeOne.Bind(1, row.Scenario).Bind(2, row.SessionId).Bind(3, row.Timer).Run();

    public IReadOnlyList<TimerRow> ReadDue(DateTimeOffset now, int limit) => _due.Bind(1, now).Bind(2, limit).ReadAll(Read);

    public DateTimeOffset? FindNextDue() => _next.ReadFirstTime();

    private static TimerRow Read(SqliteStatement row) =>
        new(row.Text(0), row.Text(1), row.Number(2), row.Int(3), row.Time(4))
        {
            Every = row.OptionalText(5) is { } cron ? new CronSchedule(cron, row.Text(6)) : null,
        };
}
