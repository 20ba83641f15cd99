namespace HerogiDsl.Storage.Sqlite;

/// <summary>Numbers that are given once; what a transaction that is taken back was given, is given again.</summary>
internal sealed class SqliteSequence(SqliteDatabase database)
{
    private readonly SqliteStatement _save = database.Prepare("UPDATE herogi SET sequence = ?1 WHERE one = 1");
    private long _saved = database.QueryNumber("SELECT sequence FROM herogi") ?? 0;
    private long _last = database.QueryNumber("SELECT sequence FROM herogi") ?? 0;

    public long Next() => ++_last;

    /// <summary>Writes the last number, where one was given.</summary>
    public void Save()
    {
        if (_last != _saved)
            _save.Bind(1, _last).Run();
    }

    public void Committed() => _saved = _last;

    public void RolledBack() => _last = _saved;
}
