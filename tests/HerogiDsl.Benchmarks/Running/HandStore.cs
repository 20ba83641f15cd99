using Microsoft.Data.Sqlite;

namespace HerogiDsl.Benchmarks.Running;

/// <summary>The tables that the storage work needs, and no more; the same pragmas and the same index as the runtime's.</summary>
internal sealed class HandStore : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _begin;
    private readonly SqliteCommand _commit;
    private readonly SqliteCommand _accept;
    private readonly SqliteCommand _update;
    private readonly SqliteCommand _remove;
    private readonly SqliteCommand _tell;

    public HandStore(string path)
    {
        _connection = new SqliteConnection($"Data Source={path};Pooling=False");
        _connection.Open();
        Run("PRAGMA journal_mode = WAL");
        Run("PRAGMA synchronous = FULL");
        Run(
            """
            CREATE TABLE inbox (
                sequence INTEGER PRIMARY KEY, session_id TEXT NOT NULL, event TEXT NOT NULL, payload TEXT NOT NULL,
                accepted_at INTEGER NOT NULL);
            CREATE TABLE instances (
                session_id TEXT PRIMARY KEY, state TEXT NOT NULL, data TEXT NOT NULL) WITHOUT ROWID;
            CREATE TABLE history (
                id INTEGER PRIMARY KEY, at INTEGER NOT NULL, session_id TEXT NOT NULL, event TEXT NOT NULL,
                outcome TEXT NOT NULL, from_state TEXT, to_state TEXT, sets TEXT);
            CREATE INDEX history_of_session ON history (session_id, id);
            """);
        _begin = Prepare("BEGIN IMMEDIATE");
        _commit = Prepare("COMMIT");
        _accept = Prepare(
            "INSERT INTO inbox VALUES ($sequence, $session, 'Tick', '{}', $at)", "$sequence", "$session", "$at");
        _update = Prepare("UPDATE instances SET data = $data WHERE session_id = $session", "$data", "$session");
        _remove = Prepare("DELETE FROM inbox WHERE sequence = $sequence", "$sequence");
        _tell = Prepare(
            """
            INSERT INTO history (at, session_id, event, outcome, from_state, to_state, sets)
            VALUES ($at, $session, 'Tick', 'stayed', 'Counting', 'Counting', $sets)
            """,
            "$at", "$session", "$sets");
    }

    public void Begin() => _begin.ExecuteNonQuery();

    public void Commit() => _commit.ExecuteNonQuery();

    public void AddInstance(string session)
    {
        using var command = Prepare("INSERT INTO instances VALUES ($session, 'Counting', '{\"n\":0}')", "$session");
        Run(command, session);
    }

    public void Accept(long sequence, string session, long at) => Run(_accept, sequence, session, at);

    public void Handle(long sequence, string session, long at, string data, string sets)
    {
        Run(_update, data, session);
        Run(_remove, sequence);
        Run(_tell, at, session, sets);
    }

    public long Sum()
    {
        using var command = Prepare("SELECT sum(data ->> '$.n') FROM instances");
        return (long)(command.ExecuteScalar() ?? 0L);
    }

    public void Dispose()
    {
        foreach (var command in new[] { _begin, _commit, _accept, _update, _remove, _tell })
            command.Dispose();
        _connection.Dispose();
    }

    private SqliteCommand Prepare(string sql, params string[] parameters)
    {
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // The texts are constants of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var parameter in parameters)
            command.Parameters.Add(new SqliteParameter { ParameterName = parameter });
        return command;
    }

    private static void Run(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var index = 0; index < values.Length; index++)
            command.Parameters[index].Value = values[index];
        command.ExecuteNonQuery();
    }

    private void Run(string sql)
    {
        using var command = Prepare(sql);
        command.ExecuteNonQuery();
    }
}
