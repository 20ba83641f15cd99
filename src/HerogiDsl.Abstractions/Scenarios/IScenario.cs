using System.Text.Json;

namespace HerogiDsl;

/// <summary>A compiled scenario: pure, without a state of its own, safe to call from many threads.</summary>
public interface IScenario
{
    /// <summary>The simple name, unique in a project.</summary>
    string Name { get; }

    /// <summary>Whether a session that has reached an end never begins again.</summary>
    bool IsOnce { get; }

    /// <summary>Changes whenever states, session data or the shapes they use change.</summary>
    string Fingerprint { get; }

    /// <summary>The type of the states: the argument of <c>GetStateAsync</c>.</summary>
    Type StateType { get; }

    /// <summary>States and transitions, for tools and the history.</summary>
    ScenarioGraph Graph { get; }

    /// <summary>The ordinary events that some transition, <c>defer</c>, <c>ignore</c> or aggregate names.</summary>
    IReadOnlyList<string> Events { get; }

    /// <summary>The aggregates.</summary>
    IReadOnlyList<AggregateDefinition> Aggregates => [];

    /// <summary>Whether some transition is <c>on any</c>: every ordinary event is for this scenario.</summary>
    bool TakesAnyEvent { get; }

    /// <summary>What becomes of sessions that an earlier build left in states which have changed since.</summary>
    IReadOnlyList<Migration> Migrations => [];

    /// <summary>Computes the defaults of session data that an earlier build did not have.</summary>
    /// <param name="data">The stored session data.</param>
    /// <param name="context">The step's inputs, and what collects what is set.</param>
    void AddDefaults(JsonElement data, StepContext context)
    {
    }

    /// <summary>Starts the timers of a state that a session was migrated to.</summary>
    /// <param name="state">The state, with the session's data.</param>
    /// <param name="context">What collects the timers.</param>
    void StartTimers(IState state, StepContext context)
    {
    }

    /// <summary>Reads a stored state.</summary>
    /// <exception cref="IncompatibleStateException">This build has no such state, or the data lacks what it needs.</exception>
    IState ReadState(string stateName, JsonElement data);

    /// <summary>
    /// Judges what happened and takes the transition that holds. Pure: reads <paramref name="context"/>'s inputs, writes
    /// its effects, touches nothing else.
    /// </summary>
    /// <param name="state">Where the session is; null when it is not in the scenario.</param>
    /// <param name="trigger">What happened.</param>
    /// <param name="context">The step's inputs, and what collects its effects.</param>
    /// <exception cref="ScenarioFaultException">The step cannot be done.</exception>
    StepResult Step(IState? state, Trigger trigger, StepContext context);
}
