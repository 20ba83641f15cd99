using System.Text;
using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Storage.Sqlite;

/// <summary>
/// Pages of instances. The index has them by state and status: a page is merged from one small page of each state and
/// status that is meant, so that no row is looked at but those, however many there are.
/// </summary>
internal sealed class SqliteInstanceLists(SqliteDatabase database)
{
    internal const string OfState =
        $"""
        SELECT {SqliteInstances.Columns} FROM instances INDEXED BY instances_of_state
        WHERE scenario = ?1 AND state = ?2 AND status = ?3 AND session_id > ?4 ORDER BY session_id LIMIT ?5
        """;

    internal const string OfScenario =
        $"""
        SELECT {SqliteInstances.Columns} FROM instances
        WHERE scenario = ?1 AND session_id > ?2 ORDER BY session_id LIMIT ?3
        """;

    internal const string FirstState = "SELECT min(state) FROM instances WHERE scenario = ?1 AND state >= ?2";

    internal const string NextState = "SELECT min(state) FROM instances WHERE scenario = ?1 AND state > ?2";

    private static readonly InstanceStatus[] EveryStatus = Enum.GetValues<InstanceStatus>();

    private readonly SqliteStatement _ofState = database.Prepare(OfState);
    private readonly SqliteStatement _ofScenario = database.Prepare(OfScenario);
    private readonly SqliteStatement _firstState = database.Prepare(FirstState);
    private readonly SqliteStatement _nextState = database.Prepare(NextState);

    public IReadOnlyList<InstanceRow> Read(InstanceQuery query, string after, int limit)
    {
        if (query is { State: null, Status: null })
            return _ofScenario.Bind(1, query.Scenario).Bind(2, after).Bind(3, limit).ReadAll(SqliteInstances.Read);
        var states = query.State is { } state ? [state] : ReadStates(query.Scenario);
        var statuses = query.Status is { } status ? [status] : EveryStatus;
        var rows = new List<InstanceRow>();
        foreach (var one in states)
        {
            foreach (var other in statuses)
            {
                rows.AddRange(_ofState.Bind(1, query.Scenario).Bind(2, one).Bind(3, SqliteInstances.NameOf(other))
                    .Bind(4, after).Bind(5, limit).ReadAll(SqliteInstances.Read));
            }
        }

        // As the database orders them: by the bytes of UTF-8, which is not the order of UTF-16.
        rows.Sort(static (one, other) => Encoding.UTF8.GetBytes(one.SessionId).AsSpan()
            .SequenceCompareTo(Encoding.UTF8.GetBytes(other.SessionId)));
        return rows.Count <= limit ? rows : rows[..limit];
    }

    private List<string> ReadStates(string scenario)
    {
        var states = new List<string>();
        var next = Find(_firstState, scenario, "");
        while (next is not null)
        {
            states.Add(next);
            next = Find(_nextState, scenario, next);
        }

        return states;
    }

    private static string? Find(SqliteStatement statement, string scenario, string state) =>
        statement.Bind(1, scenario).Bind(2, state).ReadFirst(static row => row.OptionalText(0));
}
