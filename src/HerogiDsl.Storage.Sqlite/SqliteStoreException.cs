namespace HerogiDsl.Storage.Sqlite;

/// <summary>What SQLite could not do, and with which file.</summary>
public sealed class SqliteStoreException : IOException
{
    /// <summary>An error of the store.</summary>
    public SqliteStoreException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>An error that SQLite told.</summary>
    internal SqliteStoreException(string path, int code, string text)
        : base(Describe(path, code, text)) => Code = code;

    /// <summary>SQLite's result code; 0 where the error is not SQLite's.</summary>
    public int Code { get; }

    private static string Describe(string path, int code, string text) => (code & 0xff) switch
    {
        SQLitePCL.raw.SQLITE_FULL => $"the disk of '{path}' is full: nothing more is accepted until there is room",
        SQLitePCL.raw.SQLITE_READONLY => $"'{path}' cannot be written: give the program write access to the file and its folder",
        SQLitePCL.raw.SQLITE_NOTADB => $"'{path}' is not an SQLite database: name another file, or move this one away",
        SQLitePCL.raw.SQLITE_CORRUPT => $"'{path}' is damaged ({text}): restore it from a copy",
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED =>
            $"'{path}' is locked by another program: close it, or name another file",
        SQLitePCL.raw.SQLITE_CANTOPEN => $"'{path}' cannot be opened: its folder must exist and be writable",
        _ => $"'{path}': {text} (SQLite {code})",
    };
}
