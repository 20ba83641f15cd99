using System.Collections.Frozen;
using HerogiDsl.Runtime.Hosting;
using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Runtime.Dispatch;

/// <summary>Makes what the outbox holds: a lane for each connection, none waiting for another.</summary>
internal sealed class Dispatcher(ScenarioCatalog catalog, LaneServices services, HerogiOptions options) : IDisposable
{
    private readonly FrozenDictionary<string, Lane> _lanes = catalog.Connections.ToFrozenDictionary(
        entry => entry.Key, entry => new Lane(entry.Value, services, options.QueueSize));

    /// <summary>A call is safe. Called by the writer.</summary>
    public void Publish(OutboxRow row) => _lanes[row.Connection].Publish(row);

    public Task RunAsync(CancellationToken stopping, CancellationToken aborting) =>
        Task.WhenAll(_lanes.Values.Select(lane => lane.RunAsync(stopping, aborting)));

    public void Dispose()
    {
        foreach (var lane in _lanes.Values)
            lane.Dispose();
    }
}
