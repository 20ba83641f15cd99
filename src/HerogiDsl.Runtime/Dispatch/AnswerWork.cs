using HerogiDsl.Runtime.Inbox;
using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Runtime.Dispatch;

/// <summary>Takes a call out of the outbox and puts its answer into the inbox: in one unit, so that it counts once.</summary>
internal sealed class AnswerWork : AwaitedWork
{
    private readonly OutboxRow _call;
    private readonly CallResult _result;
    private readonly DateTimeOffset _now;
    private readonly LaneServices _services;
    private readonly bool _isUnknown;
    private readonly HttpAnswer? _http;
    private readonly ReadOnlyMemory<byte> _payload;
    private InboxRow? _answer;

    // Written here, and not by the writer: all wait for that one.
    public AnswerWork(OutboxRow call, CallResult result, DateTimeOffset now, LaneServices services)
        : base(isShort: true)
    {
        (_call, _result, _now, _services) = (call, result, now, services);
        _isUnknown = RetryRules.IsUnknown(call, result);
        if (call.Returns is null)
            return;
        if (call.Kind == OutboxKind.Http)
        {
            _http = new HttpAnswer(result.StatusCode, _isUnknown, result.Headers, result.Text, result.Error);
            _payload = JsonBytes.Write(_http, static (answer, writer) => answer.WriteJson(writer));
        }
        else
        {
            _payload = JsonBytes.Write(
                new SmtpAnswer(result.StatusCode, _isUnknown, result.Error),
                static (answer, writer) => answer.WriteJson(writer));
        }
    }

    public override void Execute(IStoreTables tables)
    {
        _answer = null;
        if (!tables.Outbox.Remove(_call.Id))
            return;
        Count(tables.Totals);
        if (_call.Returns is not null)
            tables.Inbox.Add(_answer = Answer());
        else if (_services.KeepsHistory && !_result.IsSuccess)
            tables.History.Add(Failure());
    }

    public override void Committed()
    {
        if (_answer is not null)
            _services.Scheduler.Publish(_answer);
        base.Committed();
    }

    private void Count(ITotalTable totals)
    {
        if (_call.Kind == OutboxKind.Http)
            totals.Add(Totals.Calls, 1);
        else if (_result.IsSuccess)
            totals.Add(Totals.Mails, 1);
        if (_isUnknown)
            totals.Add(Totals.Unknown, 1);
        if (!_result.IsSuccess)
            totals.Add(Totals.Failed, 1);
    }

    private InboxRow Answer() => new()
    {
        Scenario = _call.Scenario,
        SessionId = _call.SessionId,
        Kind = InboxKind.Answer,
        Event = _call.Returns,
        Answer = _http,
        Payload = _payload,
        AcceptedAt = _now,
        Visit = _call.Visit,
        Label = _call.Label,
        Trace = _result.Trace ?? _call.Trace,
    };

    private HistoryRow Failure() => new()
    {
        At = _now,
        Scenario = _call.Scenario,
        SessionId = _call.SessionId,
        Outcome = "failed",
        Reason = Describe(_call, _result),
        Position = _call.Position,
    };

    /// <summary>Says how a call failed.</summary>
    public static string Describe(OutboxRow call, CallResult result) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{(call.Kind == OutboxKind.Http ? "http" : "email")} {call.Connection}: status {result.StatusCode}" +
        $"{(result.Error is null ? "" : $", {result.Error}")}" +
        $"{(RetryRules.IsUnknown(call, result) ? "; it may have been carried out" : "")}");
}
