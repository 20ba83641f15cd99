using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Storage.Sqlite;

internal sealed class SqliteTotals(SqliteDatabase database) : ITotalTable
{
    private readonly SqliteStatement _add = database.Prepare(
        "INSERT INTO totals (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = value + excluded.value");

    private readonly SqliteStatement _read = database.Prepare("SELECT name, value FROM totals ORDER BY name");

    public void Add(string name, long count) => _add.Bind(1, name).Bind(2, count).Run();

    public IReadOnlyList<KeyValuePair<string, long>> Read() =>
        _read.ReadAll(row => KeyValuePair.Create(row.Text(0), row.Number(1)));
}
