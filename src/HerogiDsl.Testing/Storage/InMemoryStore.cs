using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Testing.Storage;

/// <summary>
/// A store that keeps everything in memory, with a file's manners: what was not committed when it ended is gone, what
/// was is there for the next store that opens the disk. It may be opened again itself.
/// </summary>
internal sealed class InMemoryStore(InMemoryDisk disk) : IStore
{
    public InMemoryStore()
        : this(new InMemoryDisk())
    {
    }

    /// <summary>Where it keeps what is written.</summary>
    public InMemoryDisk Disk => disk;

    public string Id => disk.Id;

    public IStoreTables Writing
    {
        get
        {
            disk.Check(this);
            return disk.Tables;
        }
    }

    public void Open()
    {
        lock (disk.Log.Gate)
            disk.Take(this);
    }

    public void Begin()
    {
        lock (disk.Log.Gate)
        {
            disk.Check(this);
            disk.Log.Begin();
        }
    }

    public void Commit()
    {
        lock (disk.Log.Gate)
        {
            disk.Check(this);
            disk.Log.Commit();
        }
    }

    public void Rollback()
    {
        lock (disk.Log.Gate)
        {
            if (disk.IsUsedBy(this))
                disk.Log.Rollback();
        }
    }

    public T Read<T>(Func<IStoreTables, T> read)
    {
        lock (disk.Log.Gate)
        {
            disk.Check(this);
            return disk.Log.Read(() => read(disk.Tables));
        }
    }

    public void Dispose()
    {
        lock (disk.Log.Gate)
            disk.Leave(this);
    }
}
