using Microsoft.Win32.SafeHandles;

namespace HerogiDsl.Storage.Sqlite;

/// <summary>
/// Moves what has been written from SQLite's log into its file. Nearly all of it on a connection of its own, beside the
/// writer, who does only the last few pages: a sender waits for those, and not for all.
/// </summary>
/// <remarks>Disposed when every other connection is: where a file is closed, its process's locks on it are gone.</remarks>
internal sealed class SqliteCheckpoints(SqliteDatabase writer) : IDisposable
{
    // Sessions are everywhere in the file. A page that is changed again before this is moved once for all its changes.
    private const long Enough = 8_000;

    private const long Few = 200;
    private const int Rounds = 8;

    private SqliteDatabase? _beside;
    private SafeFileHandle? _file;
    private Task? _moving;
    private long _written;
    private long _next = Enough;

    /// <summary>Called by the writer when a transaction is safe. What cannot be moved now stays in the log, where it is as safe.</summary>
    public void Committed()
    {
        Volatile.Write(ref _written, _written + writer.TakePagesWritten());
        if (_written < _next || _moving is { IsCompleted: false })
            return;
        if (_moving is null)
        {
            _moving = Task.Run(MoveMost);
            return;
        }

        // The log is begun anew only if all of it has been moved at one moment, at which nobody writes.
        writer.Checkpoint();
        _moving = null;
        _next = _written + Enough;
    }

    public void Dispose()
    {
        _moving?.Wait();
        _beside?.Dispose();
        _file?.Dispose();
    }

    private void MoveMost()
    {
        try
        {
            _file ??= File.OpenHandle(
                writer.Path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            _beside ??= Open();
            for (var round = 0; round < Rounds; round++)
            {
                var before = Volatile.Read(ref _written);
                if (!_beside.Checkpoint())
                    return;
                // SQLite has the disk keep the file only where nothing was written meanwhile: the writer would wait for it.
                RandomAccess.FlushToDisk(_file);
                if (Volatile.Read(ref _written) - before < Few)
                    return;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The writer moves all of it.
        }
    }

    // A connection that has read nothing yet does not know of the log.
    private SqliteDatabase Open()
    {
        var database = SqliteDatabase.Open(writer.Path, readOnly: false);
        database.QueryNumber("SELECT count(*) FROM herogi");
        return database;
    }
}
