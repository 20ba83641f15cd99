using System.Runtime.InteropServices;
using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Storage.Sqlite;

/// <summary>Counters. What a transaction adds is written once, at its end.</summary>
internal sealed class SqliteTotals(SqliteDatabase database) : ITotalTable
{
    private readonly SqliteStatement _add = database.Prepare(
        "INSERT INTO totals (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = value + excluded.value");

    private readonly SqliteStatement _read = database.Prepare("SELECT name, value FROM totals ORDER BY name");

    private readonly Dictionary<string, long> _added = new(StringComparer.Ordinal);

    public void Add(string name, long count) => CollectionsMarshal.GetValueRefOrAddDefault(_added, name, out _) += count;

    public IReadOnlyList<KeyValuePair<string, long>> Read()
    {
        Save();
        return _read.ReadAll(row => KeyValuePair.Create(row.Text(0), row.Number(1)));
    }

    /// <summary>Writes what was added.</summary>
    public void Save()
    {
        foreach (var (name, count) in _added)
            _add.Bind(1, name).Bind(2, count).Run();
        _added.Clear();
    }

    public void RolledBack() => _added.Clear();
}
