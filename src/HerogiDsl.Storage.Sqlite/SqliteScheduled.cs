using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Storage.Sqlite;

internal sealed class SqliteScheduled(SqliteDatabase database, SqliteSequence sequence) : IScheduledTable
{
    private const string Columns = "id, scenario, session_id, event, payload, to_scenario, due_at";

    private readonly SqliteStatement _add = database.Prepare(
        $"INSERT INTO scheduled ({Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");

    private readonly SqliteStatement _remove = database.Prepare("DELETE FROM scheduled WHERE id = ?1");

    private readonly SqliteStatement _cancel = database.Prepare(
        "DELETE FROM scheduled WHERE session_id = ?1 AND scenario = ?2 AND event = ?3");

    private readonly SqliteStatement _postpone = database.Prepare("UPDATE scheduled SET due_at = ?2 WHERE id = ?1");

    private readonly SqliteStatement _due = database.Prepare(
        $"SELECT {Columns} FROM scheduled WHERE due_at <= ?1 ORDER BY due_at, id LIMIT ?2");

    private readonly SqliteStatement _next = database.Prepare("SELECT due_at FROM scheduled ORDER BY due_at LIMIT 1");

    private readonly SqliteStatement _ofSession = database.Prepare(
        $"SELECT {Columns} FROM scheduled WHERE session_id = ?1 ORDER BY due_at, id LIMIT ?2");

    public void Add(ScheduledRow row)
    {
        row.Id = sequence.Next();
        _add.Bind(1, row.Id).Bind(2, row.Scenario).Bind(3, row.SessionId).Bind(4, row.Event).BindJson(5, row.Payload)
            .Bind(6, row.To).Bind(7, row.DueAt).Run();
    }

    public void Remove(long id) => _remove.Bind(1, id).Run();

    public void Cancel(string scenario, string sessionId, string eventName) =>
        _cancel.Bind(1, sessionId).Bind(2, scenario).Bind(3, eventName).Run();

    public void Postpone(long id, DateTimeOffset dueAt) => _postpone.Bind(1, id).Bind(2, dueAt).Run();

    public IReadOnlyList<ScheduledRow> ReadDue(DateTimeOffset now, int limit) =>
        _due.Bind(1, now).Bind(2, limit).ReadAll(Read);

    public DateTimeOffset? FindNextDue() => _next.ReadFirstTime();

    public IReadOnlyList<ScheduledRow> Read(string sessionId, int limit) =>
        _ofSession.Bind(1, sessionId).Bind(2, limit).ReadAll(Read);

    private static ScheduledRow Read(SqliteStatement row) => new()
    {
        Id = row.Number(0),
        Scenario = row.Text(1),
        SessionId = row.Text(2),
        Event = row.Text(3),
        Payload = row.Json(4),
        To = row.OptionalText(5),
        DueAt = row.Time(6),
    };
}
