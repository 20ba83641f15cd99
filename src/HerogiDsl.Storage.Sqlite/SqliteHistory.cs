using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Storage.Sqlite;

internal sealed class SqliteHistory(SqliteDatabase database) : IHistoryTable
{
    private const string Columns =
        "at, scenario, session_id, event, outcome, from_state, transition, to_state, sets, asked, logs, reason, position";

    private readonly SqliteStatement _add = database.Prepare(
        $"INSERT INTO history ({Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)");

    private readonly SqliteStatement _read = database.Prepare(
        $"""
        SELECT {Columns}, id FROM history
        WHERE session_id = ?1 AND id > ?2 AND (?3 IS NULL OR scenario = ?3) ORDER BY id LIMIT ?4
        """);

    // The rows are appended in the order of time: the oldest have the lowest ids, so that no index on the time is needed.
    private readonly SqliteStatement _forget = database.Prepare(
        "DELETE FROM history WHERE id IN (SELECT id FROM (SELECT id, at FROM history ORDER BY id LIMIT ?2) WHERE at < ?1)");

    private readonly SqliteStatement _forgetSession = database.Prepare(
        "DELETE FROM history WHERE id IN (SELECT id FROM history WHERE session_id = ?1 ORDER BY id LIMIT ?2)");

    public void Add(HistoryRow row) =>
        _add.Bind(1, row.At).Bind(2, row.Scenario).Bind(3, row.SessionId).Bind(4, row.Event).Bind(5, row.Outcome)
            .Bind(6, row.From).Bind(7, row.Transition).Bind(8, row.To).BindJson(9, row.Sets).BindJson(10, row.Asked)
            .BindJson(11, row.Logs).Bind(12, row.Reason).Bind(13, row.Position).Run();

    public IReadOnlyList<HistoryRow> Read(string sessionId, string? scenario, long after, int limit) =>
        _read.Bind(1, sessionId).Bind(2, after).Bind(3, scenario).Bind(4, limit).ReadAll(Read);

    public int RemoveBefore(DateTimeOffset time, int limit)
    {
        _forget.Bind(1, time).Bind(2, limit).Run();
        return database.Changes;
    }

    public int RemoveOf(string sessionId, int limit)
    {
        _forgetSession.Bind(1, sessionId).Bind(2, limit).Run();
        return database.Changes;
    }

    private static HistoryRow Read(SqliteStatement row) => new()
    {
        At = row.Time(0),
        Scenario = row.Text(1),
        SessionId = row.Text(2),
        Event = row.OptionalText(3),
        Outcome = row.Text(4),
        From = row.OptionalText(5),
        Transition = row.Int(6),
        To = row.OptionalText(7),
        Sets = row.OptionalJson(8),
        Asked = row.OptionalJson(9),
        Logs = row.OptionalJson(10),
        Reason = row.OptionalText(11),
        Position = row.OptionalText(12),
        Id = row.Number(13),
    };
}
