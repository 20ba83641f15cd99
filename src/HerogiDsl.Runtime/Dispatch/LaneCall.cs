using System.Threading.Channels;
using HerogiDsl.Runtime.Storage;
using HerogiDsl.Runtime.Telemetry;
using HerogiDsl.Runtime.Timers;

namespace HerogiDsl.Runtime.Dispatch;

/// <summary>One try of a call, from the mark that it is begun to the row that tells how it ended.</summary>
internal sealed class LaneCall(ConnectionDefinition connection, LaneServices services, CircuitBreaker breaker) : ILaneCall
{
    /// <summary>The wait after which something is tried again that no try of a call is spent on.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private static readonly CallResult Interrupted = new()
    {
        Failure = CallFailure.Network,
        MayHaveHappened = true,
        Error = "the program ended while the call was under way",
    };

    public async Task<OutboxRow?> MakeAsync(OutboxRow row, StopSignals signals, LanePlace place)
    {
        var aborting = signals.Aborting;
        try
        {
            // It was begun before the last crash, and nobody knows how it ended.
            var result = row.IsBegun ? Interrupted : await WatchAsync(row, place, aborting).ConfigureAwait(services.Tasks.Stays);
            place.Leave();
            while (true)
            {
                try
                {
                    return await RecordAsync(row, result).ConfigureAwait(services.Tasks.Stays);
                }
                catch (Exception exception) when (!IsOver(exception))
                {
                    Log.LoopFailed(services.Logger, connection.Name, exception);
                    await Task.Delay(Pause, services.Time, aborting).ConfigureAwait(services.Tasks.Stays);
                }
            }
        }
        catch (CallRevokedException)
        {
            return null;
        }
        catch (MarkFailedException failed)
        {
            Log.LoopFailed(services.Logger, connection.Name, failed);
            return row with { DueAt = services.Time.ReadNow() + Pause };
        }
        catch (Exception exception) when (IsOver(exception))
        {
            // The row is as it was: the next start knows what to do.
            return null;
        }
    }

    private static bool IsOver(Exception exception) =>
        exception is ObjectDisposedException or ChannelClosedException or OperationCanceledException;

    private async Task<CallResult> WatchAsync(OutboxRow row, LanePlace place, CancellationToken aborting)
    {
        HerogiMeter.Calls.Add(1, new KeyValuePair<string, object?>("connection", connection.Name));
        var begun = services.Time.GetTimestamp();
        using var activity = Tracing.StartCall(row);
        var result = await TryAsync(row, place, aborting).ConfigureAwait(services.Tasks.Stays);
        breaker.Record(row.Kind, result);
        Tracing.Ended(activity, row, result);
        if (HerogiMeter.CallDuration.Enabled)
            HerogiMeter.TimeCall(services.Time.GetElapsedTime(begun), row, result);
        return activity is null ? result : result with { Trace = TraceText.Of(activity) };
    }

    private async Task<CallResult> TryAsync(OutboxRow row, LanePlace place, CancellationToken aborting)
    {
        var isBegun = false;
        try
        {
            return await services.Callers[row.Kind].CallAsync(connection, row, BeginAsync, aborting).ConfigureAwait(services.Tasks.Stays);
        }
        catch (Exception exception) when (!IsOver(exception) && exception is not (MarkFailedException or CallRevokedException))
        {
            // A defect of ours or of a handler that the application added; it must not make a call twice.
            Log.LoopFailed(services.Logger, connection.Name, exception);
            return new CallResult
            {
                Failure = CallFailure.Network,
                MayHaveHappened = isBegun,
                Error = services.Settings.Redact(exception.Message),
            };
        }

        async Task BeginAsync(CancellationToken cancellationToken)
        {
            if (!row.IsRepeatable && !services.UnderWay.IsRevoked(row.Id))
                await MarkAsync(row, place, cancellationToken).ConfigureAwait(services.Tasks.Stays);
            if (!place.Given.IsCompleted)
                await services.Tasks.WaitAsync(place.Given, cancellationToken).ConfigureAwait(services.Tasks.Stays);
            // The mark has waited for the writer, which may have erased the session before it.
            if (services.UnderWay.IsRevoked(row.Id))
                throw new CallRevokedException();
            isBegun = true;
        }
    }

    private async Task MarkAsync(OutboxRow row, LanePlace place, CancellationToken cancellationToken)
    {
        try
        {
            var marking = place.Marking();
            await services.Commits.RunAsync(
                new DelegateWork(tables => tables.Outbox.MarkBegun(row.Id)), cancellationToken).ConfigureAwait(services.Tasks.Stays);
            place.Marked(marking);
        }
        catch (Exception exception) when (!IsOver(exception))
        {
            throw new MarkFailedException(exception);
        }
    }

    private async Task<OutboxRow?> RecordAsync(OutboxRow row, CallResult result)
    {
        var now = services.Time.ReadNow();
        if (RetryRules.FindNextTry(connection, row, result, now) is { } due)
            return await PostponeAsync(row, result, due).ConfigureAwait(services.Tasks.Stays);
        await services.Commits.RunAsync(
            new AnswerWork(row, result, now, services)).ConfigureAwait(services.Tasks.Stays);
        if (row.Returns is null && !result.IsSuccess)
        {
            Log.CallFailed(
                services.Logger, connection.Name, row.Id, row.Scenario, row.SessionId, AnswerWork.Describe(row, result));
        }

        return null;
    }

    private async Task<OutboxRow?> PostponeAsync(OutboxRow row, CallResult result, DateTimeOffset due)
    {
        var tries = row.Tries + 1;
        var work = new PostponeWork(row, tries, due);
        await services.Commits.RunAsync(work).ConfigureAwait(services.Tasks.Stays);
        if (work.IsGone)
            return null;
        Log.CallAgain(services.Logger, connection.Name, row.Id, result.StatusCode, tries, due);
        return row with { Tries = tries, DueAt = due, IsBegun = false };
    }

    /// <summary>The store could not be told that a call is begun: so it was not.</summary>
    private sealed class MarkFailedException(Exception innerException)
        : Exception("a call was not begun, because the store could not be written", innerException);
}
