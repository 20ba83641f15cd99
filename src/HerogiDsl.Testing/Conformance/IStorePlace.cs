using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Testing.Conformance;

/// <summary>Where a store under test keeps things: a file, a database, a piece of memory. A rule gets an empty one.</summary>
internal interface IStorePlace : IDisposable
{
    /// <summary>A store, not opened yet, over what this place keeps.</summary>
    IStore Make();

    /// <summary>Does to an open store what the end of its process would do, a transaction under way and all.</summary>
    void Crash(IStore store);
}
