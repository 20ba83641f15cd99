namespace HerogiDsl.Runtime.Storage;

/// <summary>Where everything is kept. One writes (the group commit), many read.</summary>
internal interface IStore : IDisposable
{
    /// <summary>The store's own id, given when it was made.</summary>
    string Id { get; }

    /// <summary>The tables of the transaction under way.</summary>
    IStoreTables Writing { get; }

    /// <summary>Opens the store for this process alone, makes or renews its tables.</summary>
    void Open();

    /// <summary>Begins the one transaction under way.</summary>
    void Begin();

    /// <summary>Makes it safe on disk.</summary>
    void Commit();

    /// <summary>Takes it back; does nothing where none is under way.</summary>
    void Rollback();

    /// <summary>Reads what is committed, from any thread.</summary>
    T Read<T>(Func<IStoreTables, T> read);
}
