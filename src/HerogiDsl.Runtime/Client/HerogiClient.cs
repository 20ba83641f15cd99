using HerogiDsl.Runtime.Hosting;
using HerogiDsl.Runtime.Inbox;
using HerogiDsl.Runtime.Storage;
using HerogiDsl.Runtime.Telemetry;
using Microsoft.Extensions.Logging;

namespace HerogiDsl.Runtime.Client;

/// <summary>The door of the runtime.</summary>
internal sealed class HerogiClient(EngineParts parts, TimeProvider time, ILogger<HerogiClient> logger) : IHerogi
{
    private readonly EventPreparer _preparer = new(parts, time);
    private readonly BatchSender _batches = new(parts, time, logger);

    public Task SendAsync(string sessionId, IEvent @event, CancellationToken cancellationToken = default) =>
        SendAsync(sessionId, @event, SendOptions.None, cancellationToken);

    public async Task SendAsync(
        string sessionId, IEvent @event, SendOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sessionId);
        ArgumentNullException.ThrowIfNull(@event);
        ArgumentNullException.ThrowIfNull(options);
        var begun = time.GetTimestamp();
        using var activity = Tracing.StartSend(@event.EventName, sessionId, options.EventId);
        string? error = null;
        try
        {
            await parts.Gate.EnterAsync(cancellationToken).ConfigureAwait(parts.Tasks.Stays);
            await parts.Tasks.WaitAsync(parts.Scheduler.WaitForRoomAsync(), cancellationToken).ConfigureAwait(parts.Tasks.Stays);
            var prepared = Prepare(new BatchEvent(sessionId, @event) { Options = options });
            await AcceptAsync(prepared, cancellationToken).ConfigureAwait(parts.Tasks.Stays);
        }
        catch (Exception exception)
        {
            error = exception.GetType().Name;
            Tracing.Failed(activity, error);
            throw;
        }
        finally
        {
            if (HerogiMeter.AcceptDuration.Enabled)
                HerogiMeter.TimeSend(time.GetElapsedTime(begun), error);
        }
    }

    public Task<IReadOnlyList<SendResult>> SendAsync(
        IReadOnlyList<BatchEvent> events, CancellationToken cancellationToken = default) =>
        _batches.SendAsync(events, cancellationToken);

    public async Task<TState?> GetStateAsync<TState>(string sessionId, CancellationToken cancellationToken = default)
        where TState : class, IState
    {
        ArgumentNullException.ThrowIfNull(sessionId);
        var scenario = parts.Catalog.Scenarios.Values.FirstOrDefault(one => one.StateType.IsAssignableFrom(typeof(TState)))
            ?? throw new InvalidOperationException(
                $"'{typeof(TState)}' is no state of a scenario that was added: "
                + "name a scenario's State, as in GetStateAsync<CrmOnboarding.State>");
        await parts.Gate.EnterAsync(cancellationToken).ConfigureAwait(parts.Tasks.Stays);
        var row = await parts.Tasks.Run(
            () => parts.Store.Read(tables => tables.Instances.Find(scenario.Name, sessionId)), cancellationToken)
                .ConfigureAwait(parts.Tasks.Stays);
        if (row is null)
            return null;
        var instance = parts.Instances.Read(scenario, row);
        return instance.Row.Status == InstanceStatus.Incompatible
            ? throw new IncompatibleStateException(instance.Row.Reason ?? "this build cannot read the state")
            : instance.State as TState;
    }

    private PreparedEvent Prepare(BatchEvent @event)
    {
        try
        {
            return _preparer.Prepare(@event);
        }
        catch (EventProblemException problem)
        {
            throw new ArgumentException(problem.Message, nameof(@event), problem);
        }
    }

    private async Task AcceptAsync(PreparedEvent prepared, CancellationToken cancellationToken)
    {
        if (prepared.Rows.Count == 0)
        {
            Log.NobodyTakes(logger, prepared.Event.Event.EventName, prepared.Event.SessionId);
            return;
        }

        var work = new AcceptWork(prepared.Rows, prepared.Id, parts);
        try
        {
            await parts.Commits.RunAsync(work, cancellationToken).ConfigureAwait(parts.Tasks.Stays);
        }
        catch (Exception exception) when (exception is System.Threading.Channels.ChannelClosedException or ObjectDisposedException)
        {
            throw new InvalidOperationException("the runtime has ended: the event was not accepted", exception);
        }

        if (work.WasAcceptedBefore)
            Log.AcceptedBefore(logger, prepared.Event.Options.EventId ?? "");
        else
            HerogiMeter.Accepted.Add(1, new KeyValuePair<string, object?>("messaging.destination.name", prepared.Event.Event.EventName));
    }
}
