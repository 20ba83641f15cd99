using HerogiDsl.Runtime.Outbox;
using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Runtime.Sessions;

/// <summary>Writes a step, and passes on what it gave rise to.</summary>
internal sealed class StepWork(StepPlan plan, StepTurn turn, StepFollower follower) : StoreWork
{
    private bool _isOvertaken;
    private IReadOnlyList<InboxRow> _released = [];

    public override void Execute(IStoreTables tables)
    {
        _isOvertaken = turn.IsOvertaken;
        if (_isOvertaken)
            return;
        WriteRow(tables.Inbox);
        WriteInstance(tables.Instances);
        if (plan.RemovesTimers)
            tables.Timers.Remove(plan.Row.Scenario, plan.Row.SessionId);
        if (plan.DropsDueTimers)
            tables.Inbox.RemoveTimers(plan.Row.Scenario, plan.Row.SessionId);
        foreach (var timer in plan.Timers)
            tables.Timers.Add(timer);
        foreach (var call in plan.Calls)
            tables.Outbox.Add(call);
        foreach (var sent in plan.Sent)
            tables.Inbox.Add(sent);
        foreach (var window in plan.Windows)
            tables.Aggregates.Apply(window);
        foreach (var change in plan.Schedule)
            Write(change, tables.Scheduled);
        if (plan.ReleasesDeferred)
            _released = tables.Inbox.Release(plan.Row.Scenario, plan.Row.SessionId);
        if (plan.DropsDeferred)
            tables.Inbox.RemoveDeferred(plan.Row.Scenario, plan.Row.SessionId);
        if (plan.History is { } history)
            tables.History.Add(history);
        if (plan.End is { } end)
            tables.Totals.Add(Totals.EndedIn(plan.Row.Scenario, end), 1);
    }

    public override void Committed()
    {
        if (_isOvertaken)
            follower.Overtaken(plan.Row, turn.Mailbox);
        else
            follower.Committed(plan, _released);
    }

    public override void Failed(Exception exception) => follower.Failed(turn.Mailbox);

    private void Write(ScheduleChange change, IScheduledTable scheduled)
    {
        if (change.Added is { } row)
            scheduled.Add(row);
        else if (change.Cancelled is { } name)
            scheduled.Cancel(plan.Row.Scenario, plan.Row.SessionId, name);
    }

    private void WriteRow(IInboxTable inbox)
    {
        if (plan.Fate == RowFate.Remove)
            inbox.Remove(plan.Row.Sequence);
        else if (plan.Fate == RowFate.Defer)
            inbox.Defer(plan.Row.Sequence);
    }

    private void WriteInstance(IInstanceTable instances)
    {
        var row = plan.After?.Row;
        switch (plan.Change)
        {
            case InstanceChange.Save when row is not null:
                instances.Save(row);
                break;
            case InstanceChange.Stay when row is not null:
                instances.Save(row, staysInState: true);
                break;
            case InstanceChange.Mark when row is not null:
                instances.Mark(row, row.Status, row.Reason, row.Position);
                break;
            case InstanceChange.Defer when row is not null:
                instances.SetDeferred(row.Scenario, row.SessionId, row.Deferred);
                break;
            case InstanceChange.Remove:
                instances.Remove(plan.Row.Scenario, plan.Row.SessionId);
                break;
        }
    }
}
