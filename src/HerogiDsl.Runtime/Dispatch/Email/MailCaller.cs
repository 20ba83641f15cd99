using System.Collections.Concurrent;
using HerogiDsl.Runtime.Hosting;
using HerogiDsl.Runtime.Outbox;
using HerogiDsl.Runtime.Storage;
using MimeKit;
using Polly;
using Polly.Timeout;

namespace HerogiDsl.Runtime.Dispatch.Email;

/// <summary>Makes one try of a mail.</summary>
internal sealed class MailCaller(
    ConnectionTargets targets, ApplicationSettings settings, IStore store, TimeProvider time) : ICaller
{
    private readonly ConcurrentDictionary<string, ResiliencePipeline> _limits = new(StringComparer.Ordinal);

    public async Task<CallResult> CallAsync(
        ConnectionDefinition connection, OutboxRow row, Func<CancellationToken, Task> begin, CancellationToken cancellationToken)
    {
        var smtp = (SmtpConnectionDefinition)connection;
        // The store's id keeps the mails of two databases in one folder apart.
        var id = FormattableString.Invariant($"herogi-{store.Id}-{row.Id:D10}");
        try
        {
            var target = targets.FindMail(smtp);
            using var message = MailMaker.Make(MailJson.Read(smtp.Name, row.Request), id, row.AskedAt);
            var limits = _limits.GetOrAdd(smtp.Name, _ => MakeLimits(smtp));
            return await limits.ExecuteAsync(
                async token => target.Folder is { } folder
                    ? await PickUpAsync(folder, id, message, token).ConfigureAwait(false)
                    : await SendAsync(smtp, target, message, begin, token).ConfigureAwait(false),
                cancellationToken).ConfigureAwait(false);
        }
        catch (ParseException exception)
        {
            return CallResult.Impossible(exception.Message);
        }
        catch (ScenarioFaultException fault)
        {
            return CallResult.Impossible(settings.Redact(fault.Message));
        }
    }

    private static ResiliencePipeline MakeLimits(SmtpConnectionDefinition connection)
    {
        var builder = new ResiliencePipelineBuilder();
        ConnectionLimits.AddBeginLimits(builder, connection);
        return builder.Build();
    }

    private static async Task<CallResult> PickUpAsync(
        string folder, string id, MimeMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await PickupFolder.WriteAsync(folder, id, message, cancellationToken).ConfigureAwait(false);
            return new CallResult { StatusCode = 250 };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new CallResult { Failure = CallFailure.Network, Error = exception.Message };
        }
    }

    private async Task<CallResult> SendAsync(
        SmtpConnectionDefinition connection, MailTarget target, MimeMessage message,
        Func<CancellationToken, Task> begin, CancellationToken cancellationToken)
    {
        using var delivery = new SmtpDelivery(settings);
        var builder = new ResiliencePipelineBuilder();
        ConnectionLimits.AddTimeout(builder, connection, time);
        try
        {
            var server = target.Server ?? throw new InvalidOperationException("a mail target without a server");
            var login = connection.User is null
                ? null
                : new SmtpLogin(
                    targets.Render(connection.User),
                    connection.Password is null ? "" : targets.Render(connection.Password));
            return await builder.Build().ExecuteAsync(
                async token => await delivery.SendAsync(server, login, message, begin, token).ConfigureAwait(false),
                cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutRejectedException)
        {
            return delivery.Fail(CallFailure.Timeout, "no answer within the connection's timeout");
        }
    }
}
