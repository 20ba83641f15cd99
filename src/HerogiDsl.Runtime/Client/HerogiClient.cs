using HerogiDsl.Runtime.Hosting;
using HerogiDsl.Runtime.Inbox;
using HerogiDsl.Runtime.Storage;
using HerogiDsl.Runtime.Telemetry;
using HerogiDsl.Runtime.Timers;
using Microsoft.Extensions.Logging;

namespace HerogiDsl.Runtime.Client;

/// <summary>The door of the runtime.</summary>
internal sealed class HerogiClient(EngineParts parts, TimeProvider time, ILogger<HerogiClient> logger) : IHerogi
{
    private const int MaxEventIdLength = 256;

    private static readonly SendOptions NoOptions = new();

    public Task SendAsync(string sessionId, IEvent @event, CancellationToken cancellationToken = default) =>
        SendAsync(sessionId, @event, NoOptions, cancellationToken);

    public async Task SendAsync(
        string sessionId, IEvent @event, SendOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sessionId);
        ArgumentNullException.ThrowIfNull(@event);
        ArgumentNullException.ThrowIfNull(options);
        if (options.EventId is { Length: 0 or > MaxEventIdLength })
            throw new ArgumentException(
                $"the event's id has {options.EventId.Length} characters; expected 1 to {MaxEventIdLength}", nameof(options));
        await parts.Gate.EnterAsync(cancellationToken).ConfigureAwait(parts.Tasks.Stays);
        await parts.Tasks.WaitAsync(parts.Scheduler.WaitForRoomAsync(), cancellationToken).ConfigureAwait(parts.Tasks.Stays);

        var now = time.ReadNow();
        var rows = Route(sessionId, @event, options, now);
        if (rows.Count == 0)
        {
            Log.NobodyTakes(logger, @event.EventName, sessionId);
            return;
        }

        var id = options.EventId is null
            ? null
            : new AcceptedId(options.EventId, now, now - parts.Options.EventIdRetention);
        var work = new AcceptWork(rows, id, parts.Scheduler);
        await AcceptAsync(work, cancellationToken).ConfigureAwait(parts.Tasks.Stays);
        if (work.WasAcceptedBefore)
            Log.AcceptedBefore(logger, options.EventId ?? "");
        else
            HerogiMeter.Accepted.Add(1);
    }

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
            () => parts.Store.Read(tables => tables.Instances.Find(scenario.Name, sessionId)), cancellationToken).ConfigureAwait(parts.Tasks.Stays);
        if (row is null)
            return null;
        var instance = parts.Instances.Read(scenario, row);
        return instance.Row.Status == InstanceStatus.Incompatible
            ? throw new IncompatibleStateException(instance.Row.Reason ?? "this build cannot read the state")
            : instance.State as TState;
    }

    private IReadOnlyList<InboxRow> Route(string sessionId, IEvent @event, SendOptions options, DateTimeOffset now)
    {
        try
        {
            return parts.Router.Route(sessionId, @event, options.Scenarios, now);
        }
        catch (EventProblemException problem)
        {
            throw new ArgumentException(problem.Message, nameof(@event), problem);
        }
    }

    private async Task AcceptAsync(AcceptWork work, CancellationToken cancellationToken)
    {
        try
        {
            await parts.Commits.RunAsync(work, cancellationToken).ConfigureAwait(parts.Tasks.Stays);
        }
        catch (Exception exception) when (exception is System.Threading.Channels.ChannelClosedException or ObjectDisposedException)
        {
            throw new InvalidOperationException("the runtime has ended: the event was not accepted", exception);
        }
    }
}
