using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Storage.Sqlite;

internal sealed class SqliteInstances(SqliteDatabase database) : IInstanceTable
{
    internal const string Columns =
        "scenario, session_id, state, data, visit, entered_at, fingerprint, status, reason, position, deferred, has_timers";

    private readonly SqliteStatement _find = database.Prepare(
        $"SELECT {Columns} FROM instances WHERE scenario = ?1 AND session_id = ?2");

    // A step that stays in its state changes no column of an index, and so one page less.
    private readonly SqliteStatement _saveInPlace = database.Prepare(
        """
        UPDATE instances SET data = ?4, visit = ?5, entered_at = ?6, fingerprint = ?7, reason = ?9, position = ?10,
            deferred = ?11, has_timers = ?12
        WHERE scenario = ?1 AND session_id = ?2 AND +state = ?3 AND +status = ?8
        """);

    private readonly SqliteStatement _save = database.Prepare(
        $"""
        INSERT INTO instances ({Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
        ON CONFLICT (scenario, session_id) DO UPDATE SET
            state = ?3, data = ?4, visit = ?5, entered_at = ?6, fingerprint = ?7, status = ?8, reason = ?9, position = ?10,
            deferred = ?11, has_timers = ?12
        """);

    private readonly SqliteStatement _setDeferred = database.Prepare(
        "UPDATE instances SET deferred = ?3 WHERE scenario = ?1 AND session_id = ?2");

    private readonly SqliteStatement _mark = database.Prepare(
        "UPDATE instances SET status = ?3, reason = ?4, position = ?5 WHERE scenario = ?1 AND session_id = ?2");

    private readonly SqliteStatement _remove = database.Prepare(
        "DELETE FROM instances WHERE scenario = ?1 AND session_id = ?2");

    private readonly SqliteStatement _count = database.Prepare(
        "SELECT scenario, state, status, count(*) FROM instances GROUP BY scenario, state, status ORDER BY 1, 2, 3");

    private readonly SqliteInstanceLists _lists = new(database);

    private readonly SqliteStatement _held = database.Prepare(
        "SELECT status, count(*) FROM instances WHERE status IN ('faulted', 'incompatible') GROUP BY status");

    private readonly SqliteStatement _deferring = database.Prepare(
        "SELECT scenario, session_id FROM instances WHERE deferred >= ?1");

    public InstanceRow? Find(string scenario, string sessionId) =>
        _find.Bind(1, scenario).Bind(2, sessionId).ReadFirst(Read);

    public void Save(InstanceRow row, bool staysInState = false)
    {
        if (staysInState)
        {
            Bind(_saveInPlace, row).Run();
            if (database.Changes > 0)
                return;
        }

        Bind(_save, row).Run();
    }

    public void SetDeferred(string scenario, string sessionId, int deferred) =>
        _setDeferred.Bind(1, scenario).Bind(2, sessionId).Bind(3, deferred).Run();

    public void Mark(InstanceRow row, InstanceStatus status, string? reason, string? position) =>
        _mark.Bind(1, row.Scenario).Bind(2, row.SessionId).Bind(3, NameOf(status)).Bind(4, reason)
            .Bind(5, position).Run();

    public void Remove(string scenario, string sessionId) => _remove.Bind(1, scenario).Bind(2, sessionId).Run();

    public IReadOnlyList<StateCountRow> CountByState() =>
        _count.ReadAll(row => new StateCountRow(row.Text(0), row.Text(1), StatusOf(row.Text(2)), row.Number(3)));

    public IReadOnlyList<InstanceRow> List(InstanceQuery query, string after, int limit) =>
        _lists.Read(query, after, limit);

    public (long Faulted, long Incompatible) CountHeld()
    {
        var counts = _held.ReadAll(row => (Status: StatusOf(row.Text(0)), Count: row.Number(1)));
        return (Find(InstanceStatus.Faulted), Find(InstanceStatus.Incompatible));

        long Find(InstanceStatus status) => counts.FirstOrDefault(count => count.Status == status).Count;
    }

    public IReadOnlyList<(string Scenario, string SessionId)> ListDeferring(int atLeast) =>
        _deferring.Bind(1, atLeast).ReadAll(row => (row.Text(0), row.Text(1)));

    internal static string NameOf(InstanceStatus status) => status switch
    {
        InstanceStatus.Active => "active",
        InstanceStatus.Faulted => "faulted",
        InstanceStatus.Incompatible => "incompatible",
        _ => "ended",
    };

    private static SqliteStatement Bind(SqliteStatement statement, InstanceRow row) =>
        statement.Bind(1, row.Scenario).Bind(2, row.SessionId).Bind(3, row.State).BindJson(4, row.Data)
            .Bind(5, row.Visit).Bind(6, row.EnteredAt).Bind(7, row.Fingerprint).Bind(8, NameOf(row.Status))
            .Bind(9, row.Reason).Bind(10, row.Position).Bind(11, row.Deferred).Bind(12, row.HasTimers);

    private static InstanceStatus StatusOf(string name) => name switch
    {
        "active" => InstanceStatus.Active,
        "faulted" => InstanceStatus.Faulted,
        "incompatible" => InstanceStatus.Incompatible,
        _ => InstanceStatus.Ended,
    };

    internal static InstanceRow Read(SqliteStatement row) => new()
    {
        Scenario = row.Text(0),
        SessionId = row.Text(1),
        State = row.Text(2),
        Data = row.Json(3),
        Visit = row.Number(4),
        EnteredAt = row.Time(5),
        Fingerprint = row.Text(6),
        Status = StatusOf(row.Text(7)),
        Reason = row.OptionalText(8),
        Position = row.OptionalText(9),
        Deferred = row.Int(10),
        HasTimers = row.Flag(11),
    };
}
