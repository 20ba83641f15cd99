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
    private readonly FrozenDictionary<string, LaneEntry> _lanes = MakeLanes(catalog, contracts, services, options)
        .ToFrozenDictionary(lane => lane.Name);

    /// <summary>Whether this build knows a lane.</summary>
    public bool Has(string lane) => _lanes.ContainsKey(lane);

    /// <summary>A call is safe. Called by the writer.</summary>
    public void Publish(OutboxRow row)
    {
        // The row of a lane that this build does not have waits in the store.
        if (_lanes.TryGetValue(row.Connection, out var lane))
            lane.Lane.Publish(row);
    }

    /// <summary>The rows of some calls are gone. Called by the writer.</summary>
    public void Forget(IReadOnlyList<long> ids)
    {
        var gone = ids.ToHashSet();
        foreach (var lane in _lanes.Values)
            lane.Lane.Forget(gone);
    }

    /// <summary>The connections that are left alone for now, because they do not answer.</summary>
    public IReadOnlyList<string> FindBroken() =>
        [.. _lanes.Values.Where(lane => lane.Breaker is { IsBroken: true }).Select(lane => lane.Name).Order(StringComparer.Ordinal)];

    public Task RunAsync(CancellationToken stopping, CancellationToken aborting) =>
        Task.WhenAll(_lanes.Values.Select(lane => lane.Lane.RunAsync(stopping, aborting)));

    public void Dispose()
    {
        foreach (var lane in _lanes.Values)
            lane.Lane.Dispose();
    }

    private static IEnumerable<LaneEntry> MakeLanes(
        ScenarioCatalog catalog, ActionContracts contracts, LaneServices services, HerogiOptions options)
    {
        foreach (var connection in catalog.Connections.Values)
        {
            var breaker = new CircuitBreaker(connection.Name, options.FailuresToBreak, services.Time, services.Logger);
            var settings = new LaneSettings(connection.Name, connection.Parallel)
            {
                Breaker = breaker,
                // What a limit has let through has to go at once.
                MarksAhead = connection.Limit is null,
            };
            var call = new LaneCall(connection, services, breaker);
            yield return new LaneEntry(settings.Name, new Lane(settings, call, services, options.QueueSize), breaker);
        }

        foreach (var action in catalog.Actions.Values)
        {
            var settings = new LaneSettings(StoredAction.LaneOf(action.Name), options.ParallelActions);
            var call = new ActionCall(action, contracts, services, options);
            yield return new LaneEntry(settings.Name, new Lane(settings, call, services, options.QueueSize), null);
        }
    }

    private sealed record LaneEntry(string Name, Lane Lane, CircuitBreaker? Breaker);
}
