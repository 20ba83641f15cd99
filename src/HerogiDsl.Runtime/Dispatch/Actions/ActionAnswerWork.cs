using HerogiDsl.Runtime.Sessions;
using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Runtime.Dispatch.Actions;

/// <summary>Takes an action out of the outbox and puts what it gave back into the inbox: in one unit, so that it counts once.</summary>
internal sealed class ActionAnswerWork(
    OutboxRow call, ReadOnlyMemory<byte>? payload, DateTimeOffset now, SessionScheduler scheduler) : AwaitedWork
{
    private InboxRow? _answer;

    public override void Execute(IStoreTables tables)
    {
        _answer = null;
        if (!tables.Outbox.Remove(call.Id) || payload is not { } json)
            return;
        _answer = new InboxRow
        {
            Scenario = call.Scenario,
            SessionId = call.SessionId,
            Kind = InboxKind.Answer,
            Event = call.Returns,
            Payload = json,
            AcceptedAt = now,
            Visit = call.Visit,
            Label = call.Label,
            Trace = call.Trace,
        };
        tables.Inbox.Add(_answer);
    }

    public override void Committed()
    {
        if (_answer is not null)
            scheduler.Publish(_answer);
        base.Committed();
    }
}
