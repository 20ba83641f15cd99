namespace HerogiDsl;

/// <summary>How a step ended.</summary>
public enum StepOutcome
{
    /// <summary>Nothing takes the event here.</summary>
    Ignored,

    /// <summary>The event waits until the session has changed its state.</summary>
    Deferred,

    /// <summary>A transition to <c>stay</c> was taken: the visit goes on.</summary>
    Stayed,

    /// <summary>A state was entered (it may be the same one anew): a new visit begins.</summary>
    Moved,

    /// <summary>An <c>end</c> was reached: the instance is closed.</summary>
    Ended,
}

/// <summary>The result of a step; its effects are in the <see cref="StepContext"/>.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="State">The state and data after the step; null when the session is not, or no longer, in the scenario.</param>
/// <param name="Transition">The index of the transition taken in <see cref="ScenarioGraph.Transitions"/>; -1 for none.</param>
/// <param name="Target">The name of the state or end that the transition led to; null for none.</param>
public readonly record struct StepResult(StepOutcome Outcome, IState? State, int Transition, string? Target)
{
    /// <summary>Nothing takes the event; <paramref name="state"/> is as it was.</summary>
    public static StepResult Ignored(IState? state) => new(StepOutcome.Ignored, state, -1, null);

    /// <summary>The event waits; <paramref name="state"/> is as it was.</summary>
    public static StepResult Deferred(IState state) => new(StepOutcome.Deferred, state, -1, null);

    /// <summary>A transition to <c>stay</c>.</summary>
    public static StepResult Stayed(IState state, int transition) =>
        new(StepOutcome.Stayed, state, transition, state.StateName);

    /// <summary>A state was entered.</summary>
    public static StepResult Moved(IState state, int transition) =>
        new(StepOutcome.Moved, state, transition, state.StateName);

    /// <summary>An end was reached.</summary>
    public static StepResult Ended(string end, int transition) => new(StepOutcome.Ended, null, transition, end);
}
