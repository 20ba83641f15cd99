using HerogiDsl.Runtime.Hosting;
using HerogiDsl.Runtime.Outbox;
using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Runtime.Sessions;

/// <summary>Makes a faulted instance take its events again, and has the actions done again that failed past their tries.</summary>
internal sealed class RetryWork(IScenario scenario, string sessionId, EngineParts parts, DateTimeOffset now) : AwaitedWork
{
    private InstanceRow? _row;
    private IReadOnlyList<InboxRow> _waiting = [];
    private IReadOnlyList<OutboxRow> _again = [];

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
        var waiting = tables.Inbox.ReadWaiting(scenario.Name, sessionId);
        _waiting = [.. waiting.Where(row => row.Kind != InboxKind.Failure)];
        _again = [.. waiting.Where(row => row.Kind == InboxKind.Failure).Select(row => AskAgain(row, tables))];
    }

    public override void Committed()
    {
        if (_row is not null && WasFaulted)
        {
            var active = _row with { Status = InstanceStatus.Active, Reason = null, Position = null };
            // A failure that is in memory still has been taken out of the store.
            parts.Scheduler.Forget(sessionId, scenario.Name);
            parts.Cache.Set(scenario.Name, sessionId, _row.IsInStart ? null : parts.Instances.Read(scenario, active));
            parts.Scheduler.Restore(_waiting);
            foreach (var call in _again)
                parts.Dispatcher.Publish(call);
        }

        base.Committed();
    }

    private OutboxRow AskAgain(InboxRow row, IStoreTables tables)
    {
        tables.Inbox.Remove(row.Sequence);
        var call = StoredFailure.Read(row).ToOutbox(now);
        tables.Outbox.Add(call);
        return call;
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
