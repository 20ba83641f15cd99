using HerogiDsl.Runtime.Storage;
using HerogiDsl.Storage.Sqlite;
using HerogiDsl.Testing.Conformance;
using HerogiDsl.Testing.Storage;

namespace HerogiDsl.Testing.Tests.Conformance;

/// <summary>A piece of memory.</summary>
internal sealed class MemoryPlace : IStorePlace
{
    private readonly InMemoryDisk _disk = new();

    public IStore Make() => new InMemoryStore(_disk);

    public void Crash(IStore store) => _disk.Crash();

    public void Dispose()
    {
        // Memory needs no clearing away.
    }
}

/// <summary>A real file. A crash is what a copy of the files shows that is made while the store is open.</summary>
internal sealed class SqlitePlace : IStorePlace
{
    private readonly string _folder = Directory.CreateTempSubdirectory("herogi-store-").FullName;
    private int _crashes;

    private string File => Path.Combine(_folder, $"{_crashes}.db");

    public IStore Make() => new SqliteStore(File);

    public void Crash(IStore store)
    {
        var old = File;
        _crashes++;
        foreach (var ending in (string[])["", "-wal"])
        {
            if (System.IO.File.Exists(old + ending))
                System.IO.File.Copy(old + ending, File + ending);
        }

        store.Dispose();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
