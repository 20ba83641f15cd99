using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Storage.Sqlite;

/// <summary>Deletes a session from every table.</summary>
internal sealed class SqliteErasing(SqliteDatabase database)
{
    // Tables whose keys begin with the scenario are asked for each scenario that they hold: no row of others is looked at.
    private static readonly string[] ByScenario = ["timers", "windows", "contributions"];

    private static readonly string[] BySession = ["history", "scheduled", "inbox", "outbox"];

    private readonly SqliteStatement _calls = database.Prepare("SELECT id FROM outbox WHERE session_id = ?1");

    private readonly List<Erasure> _byScenario = [.. ByScenario.Prepend("instances").Select(table => new Erasure(database, table))];

    private readonly List<SqliteStatement> _bySession =
        [.. BySession.Select(table => database.Prepare($"DELETE FROM {table} WHERE session_id = ?1"))];

    public ErasedRows Erase(string sessionId)
    {
        var calls = _calls.Bind(1, sessionId).ReadAll(static row => row.Number(0));
        var count = 0L;
        foreach (var statement in _bySession)
        {
            statement.Bind(1, sessionId).Run();
            count += database.Changes;
        }

        var scenarios = new List<string>();
        foreach (var erasure in _byScenario)
        {
            var (found, deleted) = erasure.Run(sessionId);
            count += deleted;
            if (ReferenceEquals(erasure, _byScenario[0]))
                scenarios.AddRange(found);
        }

        return new ErasedRows(scenarios, calls, count);
    }

    private sealed class Erasure(SqliteDatabase database, string table)
    {
        private readonly SqliteStatement _first = database.Prepare($"SELECT min(scenario) FROM {table}");

        private readonly SqliteStatement _next = database.Prepare($"SELECT min(scenario) FROM {table} WHERE scenario > ?1");

        private readonly SqliteStatement _delete = database.Prepare(
            $"DELETE FROM {table} WHERE scenario = ?1 AND session_id = ?2");

        public (IReadOnlyList<string> Scenarios, long Count) Run(string sessionId)
        {
            var found = new List<string>();
            var count = 0L;
            for (var scenario = Read(_first); scenario is not null; scenario = Read(_next.Bind(1, scenario)))
            {
                _delete.Bind(1, scenario).Bind(2, sessionId).Run();
                if (database.Changes == 0)
                    continue;
                count += database.Changes;
                found.Add(scenario);
            }

            return (found, count);
        }

        private static string? Read(SqliteStatement statement) => statement.ReadFirst(static row => row.OptionalText(0));
    }
}
