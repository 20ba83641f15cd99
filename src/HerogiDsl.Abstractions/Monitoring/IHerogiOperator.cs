namespace HerogiDsl;

/// <summary>
/// What people do to sessions by hand, besides <see cref="IHerogiMonitor.RetryAsync"/>. All of it is safe on disk when the
/// task completes.
/// </summary>
public interface IHerogiOperator
{
    /// <summary>
    /// Drops what has faulted an instance (an event, an answer, a timer, a failed <c>extern</c> action), and has it judge what
    /// comes next. A timer that goes by the calendar gets its next time.
    /// </summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="note">Who does it, and why: the history tells.</param>
    /// <param name="cancellationToken">Ends the wait; it may be done all the same.</param>
    /// <returns>False when the instance is not faulted.</returns>
    Task<bool> SkipAsync(
        string sessionId, string scenario, OperatorNote? note = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Puts a session into a state, wherever it was, faulted and incompatible ones included: a new visit begins. Its timers
    /// start, and what was deferred is judged again; the statements of the state are not carried out.
    /// </summary>
    /// <param name="sessionId">The session, 1 to 256 characters.</param>
    /// <param name="state">The state with its data: <c>new CrmOnboarding.Registered { … }</c>.</param>
    /// <param name="note">Who does it, and why: the history tells.</param>
    /// <param name="cancellationToken">Ends the wait; it may be done all the same.</param>
    /// <exception cref="ArgumentException">It is no state of a scenario that was added.</exception>
    Task MoveAsync(string sessionId, IState state, OperatorNote note, CancellationToken cancellationToken = default);

    /// <summary>Puts a session into a state that is known by name only.</summary>
    /// <param name="sessionId">The session, 1 to 256 characters.</param>
    /// <param name="target">The state and its data.</param>
    /// <param name="note">Who does it, and why: the history tells.</param>
    /// <param name="cancellationToken">Ends the wait; it may be done all the same.</param>
    /// <exception cref="ArgumentException">There is no such state, or the data are not those of the state.</exception>
    Task MoveAsync(string sessionId, MoveTarget target, OperatorNote note, CancellationToken cancellationToken = default);

    /// <summary>
    /// Erases a session: its states, history, waiting events, calls that are not begun, timers, scheduled events and
    /// windows, in every scenario. A call under way ends without an answer.
    /// </summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="cancellationToken">Ends the wait; it may be done all the same.</param>
    /// <returns>Whether there was anything of it.</returns>
    Task<bool> EraseAsync(string sessionId, CancellationToken cancellationToken = default);
}

/// <summary>Who does something by hand, and why.</summary>
/// <param name="By">Who: a name, as the history shows it.</param>
/// <param name="Reason">Why.</param>
public sealed record OperatorNote(string By, string Reason);

/// <summary>Where a session is put by hand.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="State">The state's name.</param>
/// <param name="DataJson">The session data as a JSON object, as <see cref="InstanceInfo.DataJson"/> shows it.</param>
public sealed record MoveTarget(string Scenario, string State, string DataJson);
