using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Runtime.Telemetry;

/// <summary>How much waits in the stores of this process: read when somebody measures, from the store itself.</summary>
internal static class StoreDepths
{
    private static readonly ConcurrentDictionary<IStore, bool> Stores = new();

    public static void Add(IStore store) => Stores[store] = true;

    public static void Remove(IStore store) => Stores.TryRemove(store, out _);

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
        foreach (var store in Stores.Keys)
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
