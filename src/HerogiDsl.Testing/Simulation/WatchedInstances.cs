using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Testing.Simulation;

internal sealed class WatchedInstances(IInstanceTable table, IStoreWatch watch) : IInstanceTable
{
    public InstanceRow? Find(string scenario, string sessionId) => table.Find(scenario, sessionId);

    public void Save(InstanceRow row, bool staysInState = false) =>
        watch.Write(new InstanceSaved(row), () => table.Save(row, staysInState));

    public void SetDeferred(string scenario, string sessionId, int deferred) => watch.Write(
        new DeferredCounted(scenario, sessionId, deferred), () => table.SetDeferred(scenario, sessionId, deferred));

    public void Mark(InstanceRow row, InstanceStatus status, string? reason, string? position) =>
        watch.Write(new InstanceMarked(row, status), () => table.Mark(row, status, reason, position));

    public void Remove(string scenario, string sessionId) =>
        watch.Write(new InstanceRemoved(scenario, sessionId), () => table.Remove(scenario, sessionId));

    public IReadOnlyList<StateCountRow> CountByState() => table.CountByState();

    public IReadOnlyList<InstanceRow> List(InstanceQuery query, string after, int limit) => table.List(query, after, limit);

    public (long Faulted, long Incompatible) CountHeld() => table.CountHeld();

    public IReadOnlyList<(string Scenario, string SessionId)> ListDeferring(int atLeast) => table.ListDeferring(atLeast);
}
