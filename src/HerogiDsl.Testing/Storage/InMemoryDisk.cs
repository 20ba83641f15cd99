namespace HerogiDsl.Testing.Storage;

/// <summary>What outlives the store that wrote it, as a file does. One store at a time has it open.</summary>
/// <param name="id">The id of what is kept here.</param>
internal sealed class InMemoryDisk(string id)
{
    private InMemoryStore? _user;
    private InMemoryTables? _tables;

    public InMemoryDisk()
        : this(Guid.NewGuid().ToString("n")[..16])
    {
    }

    public string Id => id;

    public UndoLog Log { get; } = new();

    public InMemoryTables Tables => _tables ??= new InMemoryTables(Log);

    /// <summary>
    /// The process is gone: what it had not committed never was, and its store, if somebody still holds it, can do nothing
    /// more.
    /// </summary>
    public void Crash()
    {
        lock (Log.Gate)
        {
            Log.Rollback();
            _user = null;
        }
    }

    public void Take(InMemoryStore store)
    {
        if (_user is not null && _user != store)
        {
            throw new IOException(
                $"the store '{Id}' is in use by another: one runs a store; dispose of the other, or let its disk crash");
        }

        Log.Rollback();
        _user = store;
    }

    public void Leave(InMemoryStore store)
    {
        if (IsUsedBy(store))
            Crash();
    }

    public bool IsUsedBy(InMemoryStore store) => _user == store;

    public void Check(InMemoryStore store)
    {
        if (!IsUsedBy(store))
            throw new InvalidOperationException($"the store '{Id}' is not open");
    }
}
