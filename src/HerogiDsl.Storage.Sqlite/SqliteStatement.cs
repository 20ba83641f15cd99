using SQLitePCL;

namespace HerogiDsl.Storage.Sqlite;

/// <summary>A prepared statement: bind from 1, step, read from 0, reset.</summary>
internal sealed class SqliteStatement(SqliteDatabase database, sqlite3_stmt handle) : IDisposable
{
    public SqliteStatement Bind(int index, long value)
    {
        database.Check(raw.sqlite3_bind_int64(handle, index, value));
        return this;
    }

    public SqliteStatement Bind(int index, bool value) => Bind(index, value ? 1 : 0);

    public SqliteStatement Bind(int index, DateTimeOffset value) => Bind(index, value.ToUnixTimeMilliseconds());

    public SqliteStatement Bind(int index, string? value)
    {
        database.Check(value switch
        {
            null => raw.sqlite3_bind_null(handle, index),
            // No bytes would be taken for no value.
            "" => raw.sqlite3_bind_text(handle, index, value),
            _ => raw.sqlite3_bind_text(handle, index, database.Encode(value)),
        });
        return this;
    }

    public SqliteStatement BindJson(int index, ReadOnlyMemory<byte>? value)
    {
        database.Check(value is { } json
            ? raw.sqlite3_bind_text(handle, index, json.Span)
            : raw.sqlite3_bind_null(handle, index));
        return this;
    }

    /// <summary>Goes to the next row; without one, the statement is ready for the next use.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(handle);
        if (code == raw.SQLITE_ROW)
            return true;
        // Resetting repeats the error's code: it is told once, below.
        _ = raw.sqlite3_reset(handle);
        database.Check(code);
        return false;
    }

    /// <summary>Runs a statement that gives no rows.</summary>
    public void Run()
    {
        while (Step())
        {
            // A statement that gives rows all the same is run to its end.
        }
    }

    public void Reset() => raw.sqlite3_reset(handle);

    /// <summary>Reads every row.</summary>
    public List<T> ReadAll<T>(Func<SqliteStatement, T> read)
    {
        var rows = new List<T>();
        try
        {
            while (Step())
                rows.Add(read(this));
        }
        finally
        {
            Reset();
        }

        return rows;
    }

    /// <summary>Shows row after row, until told to stop.</summary>
    public void ReadWhile(Func<SqliteStatement, bool> show)
    {
        try
        {
            while (Step() && show(this))
            {
                // The row has been shown.
            }
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>Reads the first row, if there is one.</summary>
    public T? ReadFirst<T>(Func<SqliteStatement, T?> read)
        where T : class
    {
        try
        {
            return Step() ? read(this) : null;
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>Reads the one time that the first row has, if there is one.</summary>
    public DateTimeOffset? ReadFirstTime()
    {
        try
        {
            return Step() ? Time(0) : null;
        }
        finally
        {
            Reset();
        }
    }

    public long Number(int column) => raw.sqlite3_column_int64(handle, column);

    public int Int(int column) => raw.sqlite3_column_int(handle, column);

    public bool Flag(int column) => Number(column) != 0;

    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    public DateTimeOffset Time(int column) => DateTimeOffset.FromUnixTimeMilliseconds(Number(column));

    public string Text(int column) => raw.sqlite3_column_text(handle, column).utf8_to_string() ?? "";

    public string? OptionalText(int column) => IsNull(column) ? null : Text(column);

    public ReadOnlyMemory<byte> Json(int column) => raw.sqlite3_column_blob(handle, column).ToArray();

    // `null` alone would be an empty memory here: an array converts to one.
    public ReadOnlyMemory<byte>? OptionalJson(int column) => IsNull(column) ? default(ReadOnlyMemory<byte>?) : Json(column);

    public void Dispose() => handle.Dispose();
}
