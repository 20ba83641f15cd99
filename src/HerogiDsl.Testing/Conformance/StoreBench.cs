using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Testing.Conformance;

/// <summary>A store under test, open.</summary>
internal sealed class StoreBench : IDisposable
{
    public StoreBench(IStorePlace place)
    {
        Place = place;
        Store = place.Make();
        Store.Open();
    }

    public IStorePlace Place { get; }

    public IStore Store { get; private set; }

    /// <summary>Writes one unit and commits it.</summary>
    public void Write(Action<IStoreTables> write) => Write(tables =>
    {
        write(tables);
        return true;
    });

    /// <summary>Writes one unit, commits it and gives what it found.</summary>
    public T Write<T>(Func<IStoreTables, T> write)
    {
        Store.Begin();
        var found = write(Store.Writing);
        Store.Commit();
        return found;
    }

    /// <summary>Writes one unit and takes it back.</summary>
    public void WriteAndRollBack(Action<IStoreTables> write)
    {
        Store.Begin();
        write(Store.Writing);
        Store.Rollback();
    }

    public T Read<T>(Func<IStoreTables, T> read) => Store.Read(read);

    /// <summary>Reads on a thread of its own.</summary>
    public T ReadElsewhere<T>(Func<IStoreTables, T> read) =>
        Task.Factory.StartNew(
            () => Store.Read(read), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)
            .GetAwaiter().GetResult();

    /// <summary>Ends the store as a good program does, and opens what it kept.</summary>
    public void Reopen()
    {
        Store.Dispose();
        Open();
    }

    /// <summary>Ends the store as a power failure does, and opens what it kept.</summary>
    public void Crash()
    {
        Place.Crash(Store);
        Open();
    }

    public void Dispose() => Store.Dispose();

    private void Open()
    {
        Store = Place.Make();
        Store.Open();
    }
}
