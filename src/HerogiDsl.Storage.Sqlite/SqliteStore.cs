using System.Collections.Concurrent;
using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Storage.Sqlite;

/// <summary>Everything in one SQLite file: a connection that writes, and some that read.</summary>
internal sealed class SqliteStore(string path) : IStore
{
    private const string LockSuffix = ".lock";

    // 16 MB keep the pages at hand that are changed again and again.
    private const string Settings =
        """
        PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = OFF;
        PRAGMA wal_autocheckpoint = 0; PRAGMA cache_size = -16000;
        """;

    private readonly string _path = Path.GetFullPath(path);
    private readonly ConcurrentBag<SqliteTables> _readers = [];
    private FileStream? _lock;
    private SqliteDatabase? _database;
    private SqliteCheckpoints? _checkpoints;
    private SqliteTables? _writing;
    private SqliteStatement? _begin;
    private SqliteStatement? _commit;
    private SqliteStatement? _rollback;
    private volatile bool _closed;

    public string Id { get; private set; } = "";

    public IStoreTables Writing => _writing ?? throw NotOpen();

    public void Open()
    {
        if (Path.GetDirectoryName(_path) is { Length: > 0 } folder)
            Directory.CreateDirectory(folder);
        _lock = TakeLock(_path + LockSuffix);
        try
        {
            _database = SqliteDatabase.Open(_path, readOnly: false);
            _database.Execute(Settings);
            SqliteMigrator.Migrate(_database);
            // The checks are for other programs: each list of names is a table of its own that a statement makes and drops.
            _database.Execute("PRAGMA ignore_check_constraints = ON");
            _checkpoints = new SqliteCheckpoints(_database);
            _writing = new SqliteTables(_database);
            _begin = _database.Prepare("BEGIN IMMEDIATE");
            _commit = _database.Prepare("COMMIT");
            _rollback = _database.Prepare("ROLLBACK");
            Id = _database.Prepare("SELECT store_id FROM herogi").ReadFirst(row => row.Text(0)) ?? "";
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public void Begin() => (_begin ?? throw NotOpen()).Run();

    public void Commit()
    {
        (_writing ?? throw NotOpen()).Complete();
        (_commit ?? throw NotOpen()).Run();
        _writing.Committed();
        _checkpoints?.Committed();
    }

    public void Rollback()
    {
        _writing?.RolledBack();
        if (_database is { IsInTransaction: true })
            _rollback?.Run();
    }

    public T Read<T>(Func<IStoreTables, T> read)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        if (!_readers.TryTake(out var tables))
            tables = new SqliteTables(SqliteDatabase.Open(_path, readOnly: true));
        try
        {
            return read(tables);
        }
        finally
        {
            _readers.Add(tables);
            if (_closed)
                CloseReaders();
        }
    }

    public void Dispose()
    {
        _closed = true;
        CloseReaders();
        _writing?.Dispose();
        _database?.Dispose();
        _checkpoints?.Dispose();
        _lock?.Dispose();
        _database = null;
        _writing = null;
        _lock = null;
    }

    private static FileStream TakeLock(string path)
    {
        var database = path[..^LockSuffix.Length];
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new SqliteStoreException(
                $"'{path}' cannot be written: give the program write access to the folder", exception);
        }
        catch (IOException exception) when (File.Exists(path) && CanWriteBeside(path))
        {
            throw new SqliteStoreException(
                $"'{database}' is in use by another process: one process runs a database; stop the other, or name another file",
                exception);
        }
        catch (IOException exception)
        {
            throw new SqliteStoreException(
                $"'{path}' cannot be written: {exception.Message}; the folder must be writable and have room", exception);
        }
    }

    // A file that another process holds, and a folder that takes no file, fail alike.
    private static bool CanWriteBeside(string path)
    {
        try
        {
            using var file = new FileStream(
                $"{path}.try", FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private void CloseReaders()
    {
        while (_readers.TryTake(out var tables))
            tables.Dispose();
    }

    private InvalidOperationException NotOpen() => new($"the store '{_path}' is not open");
}
