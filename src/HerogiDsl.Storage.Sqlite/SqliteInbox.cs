using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Storage.Sqlite;

internal sealed class SqliteInbox(SqliteDatabase database, SqliteSequence sequence) : IInboxTable
{
    private const string Columns =
        "sequence, scenario, session_id, kind, event, payload, accepted_at, visit, label, timer, judged, status, trace";

    private readonly SqliteStatement _add = database.Prepare(
        $"INSERT INTO inbox ({Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 0, 'waiting', ?11)");

    private readonly SqliteStatement _remove = database.Prepare("DELETE FROM inbox WHERE sequence = ?1");

    private readonly SqliteStatement _defer = database.Prepare(
        "UPDATE inbox SET status = 'deferred', judged = 1 WHERE sequence = ?1");

    private readonly SqliteStatement _readDeferred = database.Prepare(
        $"SELECT {Columns} FROM inbox WHERE scenario = ?1 AND session_id = ?2 AND status = 'deferred' ORDER BY sequence");

    private readonly SqliteStatement _release = database.Prepare(
        "UPDATE inbox SET status = 'waiting' WHERE scenario = ?1 AND session_id = ?2 AND status = 'deferred'");

    private readonly SqliteStatement _removeDeferred = database.Prepare(
        "DELETE FROM inbox WHERE scenario = ?1 AND session_id = ?2 AND status = 'deferred'");

    private readonly SqliteStatement _removeTimers = database.Prepare(
        "DELETE FROM inbox WHERE scenario = ?1 AND session_id = ?2 AND kind = 'timer'");

    private readonly SqliteStatement _readWaiting = database.Prepare(
        $"SELECT {Columns} FROM inbox WHERE sequence > ?1 AND status = 'waiting' ORDER BY sequence LIMIT ?2");

    private readonly SqliteStatement _readInstance = database.Prepare(
        $"SELECT {Columns} FROM inbox WHERE scenario = ?1 AND session_id = ?2 AND status = 'waiting' ORDER BY sequence");

    private readonly SqliteStatement _hasDeferred = database.Prepare(
        """
        SELECT 1 FROM inbox WHERE scenario = ?1 AND session_id = ?2 AND status = 'deferred' AND event = ?3 LIMIT 1
        """);

    public void Add(InboxRow row)
    {
        row.Sequence = sequence.Next();
        _add.Bind(1, row.Sequence).Bind(2, row.Scenario).Bind(3, row.SessionId).Bind(4, NameOf(row.Kind))
            .Bind(5, row.Event).BindJson(6, row.Payload).Bind(7, row.AcceptedAt).Bind(8, row.Visit)
            .Bind(9, row.Label).Bind(10, row.Timer).Bind(11, row.Trace).Run();
    }

    public void Remove(long sequence) => _remove.Bind(1, sequence).Run();

    public void Defer(long sequence) => _defer.Bind(1, sequence).Run();

    public IReadOnlyList<InboxRow> Release(string scenario, string sessionId)
    {
        var rows = _readDeferred.Bind(1, scenario).Bind(2, sessionId).ReadAll(Read);
        _release.Bind(1, scenario).Bind(2, sessionId).Run();
        return rows;
    }

    public void RemoveDeferred(string scenario, string sessionId) =>
        _removeDeferred.Bind(1, scenario).Bind(2, sessionId).Run();

    public void RemoveTimers(string scenario, string sessionId) =>
        _removeTimers.Bind(1, scenario).Bind(2, sessionId).Run();

    public bool HasDeferred(string scenario, string sessionId, string eventName) =>
        _hasDeferred.Bind(1, scenario).Bind(2, sessionId).Bind(3, eventName).ReadAll(_ => true).Count > 0;

    public IReadOnlyList<InboxRow> ReadWaiting(long after, int limit) =>
        _readWaiting.Bind(1, after).Bind(2, limit).ReadAll(Read);

    public IReadOnlyList<InboxRow> ReadWaiting(string scenario, string sessionId) =>
        _readInstance.Bind(1, scenario).Bind(2, sessionId).ReadAll(Read);

    private static string NameOf(InboxKind kind) => kind switch
    {
        InboxKind.Event => "event",
        InboxKind.Answer => "answer",
        InboxKind.Failure => "failure",
        _ => "timer",
    };

    private static InboxRow Read(SqliteStatement row) => new()
    {
        Sequence = row.Number(0),
        Scenario = row.Text(1),
        SessionId = row.Text(2),
        Kind = row.Text(3) switch
        {
            "event" => InboxKind.Event,
            "answer" => InboxKind.Answer,
            "failure" => InboxKind.Failure,
            _ => InboxKind.Timer,
        },
        Event = row.OptionalText(4),
        Payload = row.Json(5),
        AcceptedAt = row.Time(6),
        Visit = row.Number(7),
        Label = row.OptionalText(8),
        Timer = row.Int(9),
        WasDeferred = row.Flag(10),
        Trace = row.OptionalText(12),
    };
}
