namespace HerogiDsl;

/// <summary>The door of the runtime.</summary>
public interface IHerogi
{
    /// <summary>Accepts an event for every scenario that takes it. Returns when it is safe on disk.</summary>
    /// <param name="sessionId">The session, 1 to 256 characters.</param>
    /// <param name="event">The event.</param>
    /// <param name="cancellationToken">Ends the wait; the event may have been accepted all the same.</param>
    /// <exception cref="ArgumentException">The session id is empty or too long, the event is no ordinary one, or too large.</exception>
    /// <exception cref="EventRefusedException">The session has deferred as many events as it may.</exception>
    Task SendAsync(string sessionId, IEvent @event, CancellationToken cancellationToken = default);

    /// <summary>Accepts an event, with an id of the caller's or for named scenarios only.</summary>
    /// <param name="sessionId">The session, 1 to 256 characters.</param>
    /// <param name="event">The event.</param>
    /// <param name="options">The event's id and the scenarios it is for.</param>
    /// <param name="cancellationToken">Ends the wait; the event may have been accepted all the same.</param>
    Task SendAsync(string sessionId, IEvent @event, SendOptions options, CancellationToken cancellationToken = default);

    /// <summary>
    /// Accepts many events, in their order, in as few transactions as they fit in. Tells of each what became of it: one
    /// that is refused keeps none of the others out.
    /// </summary>
    /// <param name="events">The events.</param>
    /// <param name="cancellationToken">
    /// Ends the wait for room. Where some were accepted before, the results tell; the others are refused.
    /// </param>
    /// <returns>A result for each event, in their order.</returns>
    Task<IReadOnlyList<SendResult>> SendAsync(IReadOnlyList<BatchEvent> events, CancellationToken cancellationToken = default);

    /// <summary>Where a session is in a scenario: <c>GetStateAsync&lt;CrmOnboarding.State&gt;("customer-42")</c>.</summary>
    /// <returns>Null when the session is not in the scenario.</returns>
    Task<TState?> GetStateAsync<TState>(string sessionId, CancellationToken cancellationToken = default)
        where TState : class, IState;
}

/// <summary>How an event is accepted.</summary>
public sealed record SendOptions
{
    /// <summary>No id, and every scenario that takes it.</summary>
    public static SendOptions None { get; } = new();

    /// <summary>An id of the caller's: a second event with it is acknowledged and not handled. Null for none.</summary>
    public string? EventId { get; init; }

    /// <summary>The scenarios it is for; empty for every scenario that takes it.</summary>
    public IReadOnlyList<string> Scenarios { get; init; } = [];
}
