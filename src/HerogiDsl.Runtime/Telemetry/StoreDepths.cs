using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Runtime.Telemetry;

/// <summary>How much waits in the stores of this process: read when somebody measures, from the store itself.</summary>
internal static class StoreDepths
{
    // Weak: an engine that was dropped without an end keeps no store in memory.
    private static readonly ConditionalWeakTable<IStore, object> Stores = [];

    public static void Add(IStore store) => Stores.AddOrUpdate(store, store.Id);

    public static void Remove(IStore store) => Stores.Remove(store);

    public static IEnumerable<Measurement<long>> Inbox() => Measure(static counts =>
    [
        ("waiting", counts.Events),
        ("deferred", counts.Deferred),
    ]);

    public static IEnumerable<Measurement<long>> Outbox() => Measure(static counts =>
    [
        ("http", counts.Calls),
        ("email", counts.Mails),
        ("extern", counts.Actions),
    ]);

    private static List<Measurement<long>> Measure(Func<PendingCounts, (string Kind, long Count)[]> read)
    {
        var measured = new List<Measurement<long>>();
        foreach (var (store, _) in Stores)
        {
            if (TryCount(store) is not { } counts)
                continue;
            foreach (var (kind, count) in read(counts))
                measured.Add(new(count, new("herogi.kind", kind), new KeyValuePair<string, object?>("herogi.store.id", store.Id)));
        }

        return measured;
    }

    // Whoever measures is not to fail because a store has just been closed.
    private static PendingCounts? TryCount(IStore store)
    {
        try
        {
            return store.Read(static tables => tables.CountPending());
        }
        catch (Exception exception) when (exception is ObjectDisposedException or IOException or InvalidOperationException)
        {
            return null;
        }
    }
}
