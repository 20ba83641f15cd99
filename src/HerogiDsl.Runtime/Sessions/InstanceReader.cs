using System.Text.Json;
using HerogiDsl.Runtime.Aggregates;
using HerogiDsl.Runtime.Inbox;
using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Runtime.Sessions;

/// <summary>Finds an instance, and reads the state it is in and the windows of its session.</summary>
internal sealed class InstanceReader(IStore store, InstanceCache cache, InstanceMigrator migrator)
{
    /// <summary>The instance; null where the session is not in the scenario.</summary>
    public Instance? Find(IScenario scenario, string sessionId) =>
        cache.TryGet(scenario.Name, sessionId, out var known) ? known : FindStored(scenario, sessionId);

    /// <summary>The aggregates of a row's session, which are there whether or not there is an instance.</summary>
    public SessionWindows OpenWindows(IScenario scenario, InboxRow row) => SessionWindows.Open(store, scenario, row);

    /// <summary>Reads the state of a row. One that was incompatible with another build may not be with this one.</summary>
    public Instance Read(IScenario scenario, InstanceRow row)
    {
        if (row.IsInStart || row.Status == InstanceStatus.Ended)
            return new Instance(row, null);
        var (state, migration, reason) = TryRead(scenario, row);
        if (reason is not null)
        {
            var isNew = row.Status != InstanceStatus.Incompatible || row.Reason != reason;
            return new Instance(
                row with { Status = InstanceStatus.Incompatible, Reason = reason, Position = null }, null, isNew);
        }

        if (migration is not null)
        {
            var status = row.Status == InstanceStatus.Incompatible ? InstanceStatus.Active : row.Status;
            return new Instance(row with { Status = status }, state, row.Status != status) { Migration = migration };
        }

        return row.Status == InstanceStatus.Incompatible
            ? new Instance(row with { Status = InstanceStatus.Active, Reason = null, Position = null }, state, MustMark: true)
            : new Instance(row, state);
    }

    private Instance? FindStored(IScenario scenario, string sessionId)
    {
        var row = store.Read(tables => tables.Instances.Find(scenario.Name, sessionId));
        return cache.Add(scenario.Name, sessionId, row is null ? null : Read(scenario, row));
    }

    private (IState? State, InstanceMigration? Migration, string? Reason) TryRead(IScenario scenario, InstanceRow row)
    {
        try
        {
            return migrator.Migrate(scenario, row) is { } migration
                ? (migration.State, migration, null)
                : (scenario.ReadState(row.State, JsonBytes.Read(row.Data)), null, null);
        }
        catch (Exception exception) when (exception
            is IncompatibleStateException or JsonException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            return (null, null, exception.Message);
        }
    }
}
