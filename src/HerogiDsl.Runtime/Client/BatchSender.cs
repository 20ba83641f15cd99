using HerogiDsl.Runtime.Hosting;
using HerogiDsl.Runtime.Inbox;
using HerogiDsl.Runtime.Telemetry;
using Microsoft.Extensions.Logging;

namespace HerogiDsl.Runtime.Client;

/// <summary>Accepts many events in as few transactions as they fit in, and tells of each what became of it.</summary>
internal sealed class BatchSender(EngineParts parts, TimeProvider time, ILogger logger)
{
    // So many events, or bytes, that other sessions hardly wait for the transaction.
    private const int LargestCount = 1000;
    private const int LargestBytes = 4 * 1024 * 1024;

    private readonly EventPreparer _preparer = new(parts, time);

    public async Task<IReadOnlyList<SendResult>> SendAsync(
        IReadOnlyList<BatchEvent> events, CancellationToken cancellationToken)
    {
        Check(events);
        var begun = time.GetTimestamp();
        using var activity = Tracing.StartBatch(events.Count);
        await parts.Gate.EnterAsync(cancellationToken).ConfigureAwait(parts.Tasks.Stays);
        var results = new SendResult[events.Count];
        var next = 0;
        var transactions = 0;
        string? problem = null;
        while (next < events.Count && problem is null)
        {
            problem = await WaitForRoomAsync(isFirst: next == 0, cancellationToken).ConfigureAwait(parts.Tasks.Stays);
            if (problem is not null)
                break;
            (next, problem) = await AcceptAsync(events, next, results).ConfigureAwait(parts.Tasks.Stays);
            transactions++;
        }

        activity?.SetTag("herogi.batch.transactions", transactions);

        Array.Fill(results, new SendResult(SendStatus.Refused, problem), next, events.Count - next);
        if (problem is not null)
            Tracing.Failed(activity, "not_accepted");
        if (HerogiMeter.AcceptDuration.Enabled)
            HerogiMeter.TimeSend(time.GetElapsedTime(begun), problem is null ? null : "not_accepted");
        return results;
    }

    private static void Check(IReadOnlyList<BatchEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        for (var index = 0; index < events.Count; index++)
        {
            if (events[index] is not { SessionId: not null, Event: not null, Options: not null })
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"event {index} of the batch has no session, event or options"), nameof(events));
            }
        }
    }

    // Once something is accepted, the caller is to learn of it: from then on, an end of the wait is a result and no exception.
    private async Task<string?> WaitForRoomAsync(bool isFirst, CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            await parts.Tasks.WaitAsync(parts.Scheduler.WaitForRoomAsync(), cancellationToken).ConfigureAwait(parts.Tasks.Stays);
            return null;
        }
        catch (OperationCanceledException) when (!isFirst)
        {
            return "the sender has ended the wait before its turn came";
        }
    }

    /// <summary>Accepts a part of the batch.</summary>
    /// <returns>The first event of the next part, and why this one was not accepted; null where it was.</returns>
    private async Task<(int Next, string? Problem)> AcceptAsync(IReadOnlyList<BatchEvent> events, int first, SendResult[] results)
    {
        var prepared = new List<PreparedEvent>();
        var places = new List<int>();
        var bytes = 0L;
        var next = first;
        for (; next < events.Count && prepared.Count < Math.Min(LargestCount, parts.Options.QueueSize) && bytes < LargestBytes; next++)
        {
            if (Prepare(events[next], next, results) is not { } one)
                continue;
            prepared.Add(one);
            places.Add(next);
            bytes += one.Rows.Sum(row => (long)row.Payload.Length);
        }

        if (prepared.Count == 0)
            return (next, null);
        var work = new BatchWork(prepared, parts.Scheduler);
        try
        {
            await parts.Commits.RunAsync(work, CancellationToken.None).ConfigureAwait(parts.Tasks.Stays);
        }
        catch (Exception exception) when (exception is System.Threading.Channels.ChannelClosedException or ObjectDisposedException)
        {
            return (first, "the runtime has ended: the event was not accepted");
        }
        catch (Exception exception)
        {
            return (first, $"the store could not be written: {exception.Message}");
        }

        for (var index = 0; index < prepared.Count; index++)
            results[places[index]] = Tell(prepared[index].Event, work.WasAcceptedBefore(index));
        return (next, null);
    }

    private SendResult Tell(BatchEvent @event, bool wasAcceptedBefore)
    {
        if (wasAcceptedBefore)
        {
            Log.AcceptedBefore(logger, @event.Options.EventId ?? "");
            return new SendResult(SendStatus.KnownBefore);
        }

        HerogiMeter.Accepted.Add(1, new KeyValuePair<string, object?>("messaging.destination.name", @event.Event.EventName));
        return new SendResult(SendStatus.Accepted);
    }

    private PreparedEvent? Prepare(BatchEvent @event, int index, SendResult[] results)
    {
        try
        {
            var prepared = _preparer.Prepare(@event);
            if (prepared.Rows.Count == 0)
                Log.NobodyTakes(logger, @event.Event.EventName, @event.SessionId);
            // Its id is not remembered then, as with a single one.
            return prepared.Rows.Count == 0 ? prepared with { Id = null } : prepared;
        }
        catch (Exception exception) when (exception is EventProblemException or EventRefusedException)
        {
            results[index] = new SendResult(SendStatus.Refused, exception.Message);
            return null;
        }
        catch (Exception exception)
        {
            // The events before it may be safe: the caller is to learn of them.
            results[index] = new SendResult(SendStatus.Refused, $"the event could not be accepted: {exception.Message}");
            return null;
        }
    }
}
