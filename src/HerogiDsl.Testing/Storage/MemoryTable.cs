namespace HerogiDsl.Testing.Storage;

/// <summary>A table: rows that never change, in as many orders as it is asked for.</summary>
internal abstract class MemoryTable<TRow>(UndoLog log) : IUndoableTable
    where TRow : class
{
    protected Lock Gate => log.Gate;

    void IUndoableTable.Replace(object? old, object? next) => Replace(old as TRow, next as TRow);

    /// <summary>Puts a row in the place of another; either may be missing.</summary>
    protected abstract void Replace(TRow? old, TRow? next);

    protected void Write(TRow? old, TRow? next)
    {
        if (old is not null || next is not null)
            log.Write(this, old, next);
    }

    /// <summary>Drops rows; gives how many.</summary>
    protected int Drop(IEnumerable<TRow> rows)
    {
        var all = rows.ToList();
        foreach (var row in all)
            Write(row, null);
        return all.Count;
    }

    /// <summary>A time as it is kept: in milliseconds, in UTC.</summary>
    protected static DateTimeOffset Keep(DateTimeOffset time) =>
        DateTimeOffset.FromUnixTimeMilliseconds(time.ToUnixTimeMilliseconds());

    /// <summary>Bytes as they are kept: the caller may use its own again.</summary>
    protected static ReadOnlyMemory<byte> Keep(ReadOnlyMemory<byte> bytes) => bytes.ToArray();

    protected static ReadOnlyMemory<byte>? Keep(ReadOnlyMemory<byte>? bytes) =>
        bytes is { } some ? Keep(some) : default(ReadOnlyMemory<byte>?);
}
