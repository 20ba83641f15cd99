using HerogiDsl.Runtime.Inbox;
using HerogiDsl.Runtime.Sessions;
using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Runtime.Dispatch;

/// <summary>Takes a call out of the outbox and puts its answer into the inbox: in one unit, so that it counts once.</summary>
internal sealed class AnswerWork(
    OutboxRow call, CallResult result, DateTimeOffset now, bool keepsHistory, SessionScheduler scheduler) : AwaitedWork
{
    private readonly bool _isUnknown = RetryRules.IsUnknown(call, result);
    private InboxRow? _answer;

    public override void Execute(IStoreTables tables)
    {
        _answer = null;
        if (!tables.Outbox.Remove(call.Id))
            return;
        Count(tables.Totals);
        if (call.Returns is not null)
            tables.Inbox.Add(_answer = Answer());
        else if (keepsHistory && !result.IsSuccess)
            tables.History.Add(Failure());
    }

    public override void Committed()
    {
        if (_answer is not null)
            scheduler.Publish(_answer);
        base.Committed();
    }

    private void Count(ITotalTable totals)
    {
        if (call.Kind == OutboxKind.Http)
            totals.Add(Totals.Calls, 1);
        else if (result.IsSuccess)
            totals.Add(Totals.Mails, 1);
        if (_isUnknown)
            totals.Add(Totals.Unknown, 1);
        if (!result.IsSuccess)
            totals.Add(Totals.Failed, 1);
    }

    private InboxRow Answer() => new()
    {
        Scenario = call.Scenario,
        SessionId = call.SessionId,
        Kind = InboxKind.Answer,
        Event = call.Returns,
        Payload = call.Kind == OutboxKind.Http
            ? JsonBytes.Write(
                new HttpAnswer(result.StatusCode, _isUnknown, result.Headers, result.Text, result.Error),
                static (answer, writer) => answer.WriteJson(writer))
            : JsonBytes.Write(
                new SmtpAnswer(result.StatusCode, _isUnknown, result.Error),
                static (answer, writer) => answer.WriteJson(writer)),
        AcceptedAt = now,
        Visit = call.Visit,
        Label = call.Label,
        Trace = result.Trace ?? call.Trace,
    };

    private HistoryRow Failure() => new()
    {
        At = now,
        Scenario = call.Scenario,
        SessionId = call.SessionId,
        Outcome = "failed",
        Reason = Describe(call, result),
        Position = call.Position,
    };

    /// <summary>Says how a call failed.</summary>
    public static string Describe(OutboxRow call, CallResult result) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{(call.Kind == OutboxKind.Http ? "http" : "email")} {call.Connection}: status {result.StatusCode}" +
        $"{(result.Error is null ? "" : $", {result.Error}")}" +
        $"{(RetryRules.IsUnknown(call, result) ? "; it may have been carried out" : "")}");
}
