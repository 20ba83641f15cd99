using HerogiDsl.Runtime.Hosting;
using HerogiDsl.Runtime.Outbox;
using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Runtime.Operations;

/// <summary>Drops what has faulted an instance, and makes it take its events again.</summary>
internal sealed class SkipWork(IScenario scenario, ByHand byHand, EngineParts parts) : AwaitedWork
{
    private InstanceRow? _row;
    private IReadOnlyList<InboxRow> _waiting = [];
    private IReadOnlyList<TimerRow> _timers = [];

    /// <summary>Whether there was anything to do.</summary>
    public bool WasFaulted { get; private set; }

    public override void Execute(IStoreTables tables)
    {
        _row = tables.Instances.Find(scenario.Name, byHand.SessionId);
        WasFaulted = _row is { Status: InstanceStatus.Faulted };
        if (_row is null || !WasFaulted)
            return;
        var waiting = tables.Inbox.ReadWaiting(scenario.Name, byHand.SessionId);
        // What faults a session stays the first that waits.
        var skipped = waiting.Count > 0 ? waiting[0] : null;
        _waiting = [.. waiting.Skip(1)];
        _timers = skipped is not null && skipped.Visit == _row.Visit ? EffectPlanner.PlanNext(skipped, byHand.At) : [];
        if (skipped is not null)
            tables.Inbox.Remove(skipped.Sequence);
        foreach (var timer in _timers)
            tables.Timers.Add(timer);
        if (_row.IsInStart)
            tables.Instances.Remove(scenario.Name, byHand.SessionId);
        else
            tables.Instances.Mark(_row, InstanceStatus.Active, null, null);
        if (parts.Options.History)
            tables.History.Add(byHand.Tell(scenario, "skipped", _row) with { Event = skipped?.Event });
    }

    public override void Committed()
    {
        if (_row is not null && WasFaulted)
        {
            var active = _row with { Status = InstanceStatus.Active, Reason = null, Position = null };
            parts.Scheduler.Forget(byHand.SessionId, scenario.Name);
            parts.Cache.Set(
                scenario.Name, byHand.SessionId, _row.IsInStart ? null : parts.Instances.Read(scenario, active));
            foreach (var timer in _timers)
                parts.Timers.Started(timer.DueAt);
            parts.Scheduler.Restore(_waiting);
        }

        base.Committed();
    }
}
