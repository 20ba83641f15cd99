namespace HerogiDsl.Testing.Storage;

/// <summary>A table that can put a row in the place of another.</summary>
internal interface IUndoableTable
{
    void Replace(object? old, object? next);
}

/// <summary>
/// What the transaction under way has changed. Taking it back goes through it backwards; so does a reader, who then puts
/// the changes back: it sees only what is committed, and the writer pays nothing for it.
/// </summary>
internal sealed class UndoLog
{
    private readonly List<(IUndoableTable Table, object? Old, object? New)> _changes = [];
    private int _readers;

    public Lock Gate { get; } = new();

    /// <summary>The numbers of the rows that wait: one order for the inbox, the outbox and what is scheduled.</summary>
    public Counter Numbers { get; } = new();

    /// <summary>The numbers of the rows of the history.</summary>
    public Counter HistoryNumbers { get; } = new();

    public bool IsInTransaction { get; private set; }

    public void Begin()
    {
        if (IsInTransaction)
            throw new InvalidOperationException("a transaction is under way already");
        IsInTransaction = true;
    }

    public void Commit()
    {
        if (!IsInTransaction)
            throw new InvalidOperationException("no transaction is under way");
        _changes.Clear();
        Numbers.Commit();
        HistoryNumbers.Commit();
        IsInTransaction = false;
    }

    public void Rollback()
    {
        Undo();
        _changes.Clear();
        Numbers.Rollback();
        HistoryNumbers.Rollback();
        IsInTransaction = false;
    }

    public void Write(IUndoableTable table, object? old, object? next)
    {
        if (_readers > 0)
            throw new InvalidOperationException("a reader writes nothing");
        if (!IsInTransaction)
            throw new InvalidOperationException("nothing is written outside a transaction");
        table.Replace(old, next);
        _changes.Add((table, old, next));
    }

    /// <summary>Reads what is committed.</summary>
    public T Read<T>(Func<T> read)
    {
        if (_readers++ == 0)
            Undo();
        try
        {
            return read();
        }
        finally
        {
            if (--_readers == 0)
                Redo();
        }
    }

    private void Undo()
    {
        for (var i = _changes.Count - 1; i >= 0; i--)
            _changes[i].Table.Replace(_changes[i].New, _changes[i].Old);
    }

    private void Redo()
    {
        foreach (var (table, old, next) in _changes)
            table.Replace(old, next);
    }
}

/// <summary>Numbers that are given once; what a transaction that is taken back was given, is given again.</summary>
internal sealed class Counter
{
    private long _committed;
    private long _last;

    public long Next() => ++_last;

    public void Commit() => _committed = _last;

    public void Rollback() => _last = _committed;
}
