using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Testing.Simulation;

/// <summary>Stands between the engine and the tables.</summary>
internal interface IStoreWatch
{
    /// <summary>Something is about to be written: may throw. False: it is left out, and the engine does not hear of it.</summary>
    bool Allows(StoreWrite write);

    /// <summary>What is read of the outbox.</summary>
    IReadOnlyList<OutboxRow> Shows(IReadOnlyList<OutboxRow> rows);

    /// <summary>What was erased.</summary>
    ErasedRows Shows(ErasedRows rows);

    /// <summary>It is written, in a transaction that is not safe yet.</summary>
    void Written(StoreWrite write);
}
