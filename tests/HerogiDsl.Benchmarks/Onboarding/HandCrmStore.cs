using Microsoft.Data.Sqlite;

namespace HerogiDsl.Benchmarks.Onboarding;

/// <summary>The tables that the same work needs by hand: inbox, instances, outbox, history.</summary>
internal sealed class HandCrmStore : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);

    public HandCrmStore(string path)
    {
        _connection = new SqliteConnection($"Data Source={path};Pooling=False");
        _connection.Open();
        Run("PRAGMA journal_mode = WAL");
        Run("PRAGMA synchronous = FULL");
        Run(
            """
            CREATE TABLE inbox (
                sequence INTEGER PRIMARY KEY, session_id TEXT NOT NULL, event TEXT NOT NULL, payload TEXT NOT NULL,
                accepted_at INTEGER NOT NULL)
            """);
        Run("CREATE TABLE instances (session_id TEXT PRIMARY KEY, state TEXT NOT NULL, data TEXT NOT NULL) WITHOUT ROWID");
        Run("CREATE TABLE outbox (id INTEGER PRIMARY KEY, session_id TEXT NOT NULL, request TEXT NOT NULL, due_at INTEGER NOT NULL)");
        Run(
            """
            CREATE TABLE history (
                id INTEGER PRIMARY KEY, at INTEGER NOT NULL, session_id TEXT NOT NULL, event TEXT NOT NULL,
                outcome TEXT NOT NULL, from_state TEXT, to_state TEXT, sets TEXT, asked TEXT)
            """);
        Run("CREATE INDEX history_of_session ON history (session_id, id)");
    }

    public void Begin() => Run("BEGIN IMMEDIATE");

    public void Commit() => Run("COMMIT");

    public void Accept(long sequence, string session, string @event, string payload, long at) =>
        Run("INSERT INTO inbox VALUES (?1, ?2, ?3, ?4, ?5)", sequence, session, @event, payload, at);

    public void Step(long sequence, string session, (string From, string To) states, string data, (string Event, long At) cause)
    {
        Run("DELETE FROM inbox WHERE sequence = ?1", sequence);
        Run("INSERT INTO instances VALUES (?1, ?2, ?3) ON CONFLICT (session_id) DO UPDATE SET state = ?2, data = ?3", session, states.To, data);
        Run(
            """
            INSERT INTO history (at, session_id, event, outcome, from_state, to_state, sets, asked)
            VALUES (?1, ?2, ?3, 'moved', ?4, ?5, ?6, '["http"]')
            """,
            cause.At, session, cause.Event, states.From, states.To, data);
    }

    public void Ask(long id, string session, string request, long at) =>
        Run("INSERT INTO outbox VALUES (?1, ?2, ?3, ?4)", id, session, request, at);

    public void Answered(long id) => Run("DELETE FROM outbox WHERE id = ?1", id);

    public long CountIn(string state)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM instances WHERE state = $state";
        command.Parameters.AddWithValue("$state", state);
        return (long)(command.ExecuteScalar() ?? 0L);
    }

    public void Dispose()
    {
        foreach (var command in _commands.Values)
            command.Dispose();
        _connection.Dispose();
    }

    private void Run(string sql, params ReadOnlySpan<object> values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = _connection.CreateCommand();
#pragma warning disable CA2100 // The texts are constants of this class.
            command.CommandText = sql;
#pragma warning restore CA2100
            for (var index = 1; index <= values.Length; index++)
                command.Parameters.Add(new SqliteParameter { ParameterName = FormattableString.Invariant($"?{index}") });
            _commands.Add(sql, command);
        }

        for (var index = 0; index < values.Length; index++)
            command.Parameters[index].Value = values[index];
        command.ExecuteNonQuery();
    }
}
