using HerogiDsl.Runtime.Dispatch;
using HerogiDsl.Runtime.Outbox;
using HerogiDsl.Runtime.Storage;
using HerogiDsl.Runtime.Timers;

namespace HerogiDsl.Testing.Harness;

/// <summary>Takes mails, or does with them what the test says.</summary>
internal sealed class ScriptedMail(Scripts scripts, CoverageReport coverage, ConnectionTargets targets, TimeProvider time) : ICaller
{
    public async Task<CallResult> CallAsync(
        ConnectionDefinition connection, OutboxRow row, Func<CancellationToken, Task> begin, CancellationToken cancellationToken)
    {
        try
        {
            _ = targets.FindMail((SmtpConnectionDefinition)connection);
        }
        catch (ScenarioFaultException fault)
        {
            return CallResult.Impossible(fault.Message);
        }

        var mail = new OutgoingMail(MailJson.Read(connection.Name, row.Request))
        {
            At = time.ReadNow(),
            Scenario = row.Scenario,
            SessionId = row.SessionId,
            Try = row.Tries + 1,
        };
        scripts.Mails.Add(mail);
        var reply = Ask(mail);
        if (reply.Failure == CallFailure.None || reply.MayHaveHappened)
            await begin(cancellationToken).ConfigureAwait(true);
        mail.Reply = reply;
        var result = reply.ToResult();
        if (RetryRules.FindNextTry(connection, row, result, time.GetUtcNow()) is null)
            coverage.Note(row, $"email {connection.Name}", result);
        return result;
    }

    private MailReply Ask(OutgoingMail mail)
    {
        try
        {
            return scripts.Mail.TryGetValue(mail.Message.Connection, out var script) ? script(mail) : MailReply.Accepted();
        }
        catch (Exception exception)
        {
            scripts.Report(exception);
            return MailReply.NoConnection();
        }
    }
}
