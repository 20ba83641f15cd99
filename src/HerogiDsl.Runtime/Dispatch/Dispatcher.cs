using System.Collections.Frozen;
using HerogiDsl.Runtime.Dispatch.Actions;
using HerogiDsl.Runtime.Hosting;
using HerogiDsl.Runtime.Outbox;
using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Runtime.Dispatch;

/// <summary>Makes what the outbox holds: a lane for each connection and each extern action, none waiting for another.</summary>
internal sealed class Dispatcher(
    ScenarioCatalog catalog, ActionContracts contracts, LaneServices services, HerogiOptions options) : IDisposable
{
    private readonly FrozenDictionary<string, Lane> _lanes = MakeLanes(catalog, contracts, services, options)
        .ToFrozenDictionary(lane => lane.Name, lane => lane.Lane);

    /// <summary>Whether this build knows a lane.</summary>
    public bool Has(string lane) => _lanes.ContainsKey(lane);

    /// <summary>A call is safe. Called by the writer.</summary>
    public void Publish(OutboxRow row)
    {
        // The row of a lane that this build does not have waits in the store.
        if (_lanes.TryGetValue(row.Connection, out var lane))
            lane.Publish(row);
    }

    public Task RunAsync(CancellationToken stopping, CancellationToken aborting) =>
        Task.WhenAll(_lanes.Values.Select(lane => lane.RunAsync(stopping, aborting)));

    public void Dispose()
    {
        foreach (var lane in _lanes.Values)
            lane.Dispose();
    }

    private static IEnumerable<(string Name, Lane Lane)> MakeLanes(
        ScenarioCatalog catalog, ActionContracts contracts, LaneServices services, HerogiOptions options)
    {
        foreach (var connection in catalog.Connections.Values)
        {
            var settings = new LaneSettings(connection.Name, connection.Parallel);
            yield return (settings.Name, new Lane(settings, new LaneCall(connection, services), services, options.QueueSize));
        }

        foreach (var action in catalog.Actions.Values)
        {
            var settings = new LaneSettings(StoredAction.LaneOf(action.Name), options.ParallelActions);
            var call = new ActionCall(action, contracts, services, options);
            yield return (settings.Name, new Lane(settings, call, services, options.QueueSize));
        }
    }
}
