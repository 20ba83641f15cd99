using HerogiDsl.Runtime.Outbox;
using HerogiDsl.Runtime.Sessions;
using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Runtime.Dispatch.Actions;

/// <summary>
/// Puts an action that has failed past its tries from the outbox into the inbox: there it faults its instance in its
/// turn, between two steps, and stays until somebody has it done again.
/// </summary>
internal sealed class ActionFailureWork(StoredFailure failure, DateTimeOffset now, SessionScheduler scheduler) : AwaitedWork
{
    private InboxRow? _row;

    public override void Execute(IStoreTables tables)
    {
        _row = null;
        if (!tables.Outbox.Remove(failure.Call.Id))
            return;
        _row = failure.ToInbox(now);
        tables.Inbox.Add(_row);
        tables.Totals.Add(Totals.Failed, 1);
    }

    public override void Committed()
    {
        if (_row is not null)
            scheduler.Publish(_row);
        base.Committed();
    }
}
