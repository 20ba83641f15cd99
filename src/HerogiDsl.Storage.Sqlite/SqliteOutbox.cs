using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Storage.Sqlite;

internal sealed class SqliteOutbox(SqliteDatabase database, SqliteSequence sequence) : IOutboxTable
{
    private const string Columns =
        "id, scenario, session_id, visit, kind, connection, request, returns, label, repeatable, begun, tries, " +
        "due_at, asked_at, position, trace";

    private readonly SqliteStatement _add = database.Prepare(
        $"INSERT INTO outbox ({Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)");

    private readonly SqliteStatement _remove = database.Prepare("DELETE FROM outbox WHERE id = ?1");

    private readonly SqliteStatement _begin = database.Prepare("UPDATE outbox SET begun = 1 WHERE id = ?1");

    private readonly SqliteStatement _postpone = database.Prepare(
        "UPDATE outbox SET begun = 0, tries = ?2, due_at = ?3 WHERE id = ?1");

    private readonly SqliteStatement _read = database.Prepare(
        $"SELECT {Columns} FROM outbox WHERE id > ?1 AND connection = ?2 ORDER BY id LIMIT ?3");

    private readonly SqliteStatement _connections = database.Prepare("SELECT DISTINCT connection FROM outbox");

    public void Add(OutboxRow row)
    {
        row.Id = sequence.Next();
        _add.Bind(1, row.Id).Bind(2, row.Scenario).Bind(3, row.SessionId).Bind(4, row.Visit)
            .Bind(5, NameOf(row.Kind)).Bind(6, row.Connection).BindJson(7, row.Request)
            .Bind(8, row.Returns).Bind(9, row.Label).Bind(10, row.IsRepeatable).Bind(11, row.IsBegun)
            .Bind(12, row.Tries).Bind(13, row.DueAt).Bind(14, row.AskedAt).Bind(15, row.Position).Bind(16, row.Trace).Run();
    }

    public bool Remove(long id)
    {
        _remove.Bind(1, id).Run();
        return database.Changes > 0;
    }

    public void MarkBegun(long id) => _begin.Bind(1, id).Run();

    public bool Postpone(long id, int tries, DateTimeOffset dueAt)
    {
        _postpone.Bind(1, id).Bind(2, tries).Bind(3, dueAt).Run();
        return database.Changes > 0;
    }

    public IReadOnlyList<OutboxRow> Read(string connection, long after, int limit) =>
        _read.Bind(1, after).Bind(2, connection).Bind(3, limit).ReadAll(Read);

    public IReadOnlyList<string> ListConnections() => _connections.ReadAll(row => row.Text(0));

    private static string NameOf(OutboxKind kind) => kind switch
    {
        OutboxKind.Http => "http",
        OutboxKind.Email => "email",
        _ => "extern",
    };

    private static OutboxRow Read(SqliteStatement row) => new()
    {
        Id = row.Number(0),
        Scenario = row.Text(1),
        SessionId = row.Text(2),
        Visit = row.Number(3),
        Kind = row.Text(4) switch
        {
            "http" => OutboxKind.Http,
            "email" => OutboxKind.Email,
            _ => OutboxKind.Action,
        },
        Connection = row.Text(5),
        Request = row.Json(6),
        Returns = row.OptionalText(7),
        Label = row.OptionalText(8),
        IsRepeatable = row.Flag(9),
        IsBegun = row.Flag(10),
        Tries = row.Int(11),
        DueAt = row.Time(12),
        AskedAt = row.Time(13),
        Position = row.OptionalText(14),
        Trace = row.OptionalText(15),
    };
}
