using HerogiDsl.Runtime.Hosting;
using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Runtime.Operations;

/// <summary>Deletes a session, and forgets it in memory: no step, call or answer under way brings anything of it back.</summary>
internal sealed class EraseWork(string sessionId, EngineParts parts) : AwaitedWork
{
    /// <summary>What was deleted.</summary>
    public ErasedRows Erased { get; private set; } = new([], [], 0);

    public override void Execute(IStoreTables tables)
    {
        parts.Scheduler.Overtake(sessionId);
        Erased = tables.Erase(sessionId);
    }

    public override void Committed()
    {
        foreach (var scenario in parts.Catalog.Scenarios.Keys)
        {
            // Known to be none, and not unknown: somebody may have read it before, and tell the cache after.
            parts.Cache.Set(scenario, sessionId, null);
            parts.Deferrals.Removed(scenario, sessionId);
        }

        if (Erased.Calls.Count > 0)
            parts.Dispatcher.Forget(Erased.Calls);
        parts.Scheduler.Forget(sessionId);
        parts.Scheduler.Overtake(sessionId);
        base.Committed();
    }
}
