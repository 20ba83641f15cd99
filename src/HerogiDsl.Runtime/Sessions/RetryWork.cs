using HerogiDsl.Runtime.Hosting;
using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Runtime.Sessions;

/// <summary>Makes a faulted instance take its events again.</summary>
internal sealed class RetryWork(IScenario scenario, string sessionId, EngineParts parts, DateTimeOffset now) : AwaitedWork
{
    private InstanceRow? _row;
    private IReadOnlyList<InboxRow> _waiting = [];

    /// <summary>Whether there was anything to do.</summary>
    public bool WasFaulted { get; private set; }

    public override void Execute(IStoreTables tables)
    {
        _row = tables.Instances.Find(scenario.Name, sessionId);
        WasFaulted = _row is { Status: InstanceStatus.Faulted };
        if (_row is null || !WasFaulted)
            return;
        if (_row.IsInStart)
            tables.Instances.Remove(scenario.Name, sessionId);
        else
            tables.Instances.Mark(_row, InstanceStatus.Active, null, null);
        if (parts.Options.History)
            tables.History.Add(Tell(_row));
        _waiting = tables.Inbox.ReadWaiting(scenario.Name, sessionId);
    }

    public override void Committed()
    {
        if (_row is not null && WasFaulted)
        {
            var active = _row with { Status = InstanceStatus.Active, Reason = null, Position = null };
            parts.Cache.Set(scenario.Name, sessionId, _row.IsInStart ? null : parts.Instances.Read(scenario, active));
            parts.Scheduler.Restore(_waiting);
        }

        base.Committed();
    }

    private HistoryRow Tell(InstanceRow row) => new()
    {
        At = now,
        Scenario = scenario.Name,
        SessionId = sessionId,
        Outcome = "retried",
        From = row.IsInStart ? null : row.State,
    };
}
