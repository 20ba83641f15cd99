using System.Globalization;
using System.Threading.Channels;
using HerogiDsl.Runtime.Hosting;
using HerogiDsl.Runtime.Inbox;
using HerogiDsl.Runtime.Outbox;
using HerogiDsl.Runtime.Storage;
using HerogiDsl.Runtime.Telemetry;
using HerogiDsl.Runtime.Timers;

namespace HerogiDsl.Runtime.Dispatch.Actions;

/// <summary>One try of an <c>extern</c> action, and what comes of it: an answer, another try, or a fault.</summary>
internal sealed class ActionCall(
    ExternAction action, ActionContracts contracts, LaneServices services, HerogiOptions options) : ILaneCall
{
    private const int LongestReason = 2000;

    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(500);

    public async Task<OutboxRow?> MakeAsync(OutboxRow row, StopSignals signals, LanePlace place)
    {
        if (services.UnderWay.IsRevoked(row.Id))
            return null;
        var begun = services.Time.GetTimestamp();
        var result = await TryAsync(row, signals).ConfigureAwait(services.Tasks.Stays);
        if (HerogiMeter.CallDuration.Enabled && result is not null)
            HerogiMeter.TimeCall(services.Time.GetElapsedTime(begun), row, result.AsCall());
        // Cut short: the row is as it was, and the next start does it again.
        if (result is null)
            return null;
        place.Leave();
        try
        {
            while (true)
            {
                try
                {
                    return await RecordAsync(row, result).ConfigureAwait(services.Tasks.Stays);
                }
                catch (Exception exception) when (!IsOver(exception))
                {
                    Log.LoopFailed(services.Logger, row.Connection, exception);
                    await Task.Delay(LaneCall.Pause, services.Time, signals.Aborting).ConfigureAwait(services.Tasks.Stays);
                }
            }
        }
        catch (Exception exception) when (IsOver(exception))
        {
            return null;
        }
    }

    private static bool IsOver(Exception exception) =>
        exception is ObjectDisposedException or ChannelClosedException or OperationCanceledException;

    private async Task<ActionResult?> TryAsync(OutboxRow row, StopSignals signals)
    {
        HerogiMeter.Calls.Add(1, new KeyValuePair<string, object?>("connection", row.Connection));
        using var activity = Tracing.StartCall(row);
        try
        {
            var answer = await services.Tasks.WaitAsync(CallAsync(row, signals.Stopping), signals.Aborting)
                .ConfigureAwait(services.Tasks.Stays);
            return new ActionResult(Check(row, answer), null);
        }
        catch (OperationCanceledException) when (signals.Stopping.IsCancellationRequested || signals.Aborting.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception exception)
        {
            Log.ActionThrew(
                services.Logger, action.Name, row.Id, row.Tries + 1, services.Settings.Redact(exception.ToString()));
            Tracing.Failed(activity, exception.GetType().Name);
            return new ActionResult(null, Reason(exception));
        }
    }

    private Task<IEvent?> CallAsync(OutboxRow row, CancellationToken stopping)
    {
        var call = StoredAction.Read(row.Request);
        var context = new ExternContext
        {
            SessionId = row.SessionId,
            Scenario = row.Scenario,
            State = call.State,
            IdempotencyKey = $"{services.StoreId()}-{call.Key}",
            Try = row.Tries + 1,
        };
        return contracts.CallAsync(action, call.Arguments, context, stopping);
    }

    private ReadOnlyMemory<byte>? Check(OutboxRow row, IEvent? answer)
    {
        if (row.Returns is null)
            return null;
        if (answer is null)
            throw new InvalidOperationException($"it gave back null, where the event '{row.Returns}' is wanted");
        var payload = JsonBytes.Write(answer, static (answer, writer) => answer.WriteJson(writer));
        return payload.Length <= options.MaxEventBytes
            ? payload
            : throw new InvalidOperationException(FormattableString.Invariant(
                $"the event '{row.Returns}' has {payload.Length} bytes; at most {options.MaxEventBytes} are accepted"));
    }

    private string Reason(Exception exception)
    {
        var message = exception.Message.Length == 0 ? exception.GetType().Name : exception.Message;
        var reason = services.Settings.Redact(message);
        return reason.Length <= LongestReason ? reason : reason[..LongestReason] + "…";
    }

    private async Task<OutboxRow?> RecordAsync(OutboxRow row, ActionResult result)
    {
        var now = services.Time.ReadNow();
        if (result.Reason is not { } reason)
        {
            await services.Commits.RunAsync(new ActionAnswerWork(row, result.Answer, now, services.Scheduler))
                .ConfigureAwait(services.Tasks.Stays);
            return null;
        }

        var tries = row.Tries + 1;
        if (tries < options.ActionTries)
            return await PostponeAsync(row, tries, now + RetryRules.Backoff(Every, row)).ConfigureAwait(services.Tasks.Stays);
        var times = tries == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" {tries} times");
        var failure = new StoredFailure($"the action '{action.Name}' failed{times}: {reason}", row);
        await services.Commits.RunAsync(new ActionFailureWork(failure, now, services.Scheduler)).ConfigureAwait(services.Tasks.Stays);
        return null;
    }

    private async Task<OutboxRow?> PostponeAsync(OutboxRow row, int tries, DateTimeOffset due)
    {
        var work = new PostponeWork(row, tries, due);
        await services.Commits.RunAsync(work).ConfigureAwait(services.Tasks.Stays);
        return work.IsGone ? null : row with { Tries = tries, DueAt = due };
    }

    /// <summary>How a try ended.</summary>
    /// <param name="Answer">The event that it gave back; null for none.</param>
    /// <param name="Reason">Why it failed; null where it did not.</param>
    private sealed record ActionResult(ReadOnlyMemory<byte>? Answer, string? Reason)
    {
        /// <summary>The same, as the meter wants it.</summary>
        public CallResult AsCall() => Reason is null
            ? new CallResult { StatusCode = 200 }
            : new CallResult { Failure = CallFailure.Network };
    }
}
