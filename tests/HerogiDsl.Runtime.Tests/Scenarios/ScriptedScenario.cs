using System.Text.Json;

namespace HerogiDsl.Runtime.Tests.Scenarios;

/// <summary>A state of a scripted scenario: its name and one number of session data.</summary>
internal sealed record ScriptedState(string StateName, int Number = 0) : IState
{
    public void WriteJson(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteNumber("number", Number);
        writer.WriteEndObject();
    }
}

/// <summary>A scenario whose step is a lambda of the test; the rest is as generated code has it.</summary>
internal sealed class ScriptedScenario(
    string name, IReadOnlyList<string> events, Func<ScriptedState?, Trigger, StepContext, StepResult> step) : IScenario
{
    public string Name => name;

    public bool IsOnce { get; init; }

    public string Fingerprint { get; init; } = "1";

    public Type StateType => typeof(ScriptedState);

    public ScenarioGraph Graph { get; } = new(name, "", [], []);

    public IReadOnlyList<string> Events => events;

    public bool TakesAnyEvent { get; init; }

    public IReadOnlyList<AggregateDefinition> Aggregates { get; init; } = [];

    /// <summary>The states that this build has; null for all.</summary>
    public IReadOnlyList<string>? States { get; init; }

    /// <summary>Starts the timers of a state without a transition.</summary>
    public Action<ScriptedState, StepContext> Timers { get; init; } = static (_, _) => { };

    public void StartTimers(IState state, StepContext context) => Timers((ScriptedState)state, context);

    public IState ReadState(string stateName, JsonElement data) =>
        States is { } states && !states.Contains(stateName)
            ? throw new IncompatibleStateException($"this build has no state '{stateName}'")
            : new ScriptedState(stateName, data.GetProperty("number").GetInt32());

    public StepResult Step(IState? state, Trigger trigger, StepContext context) =>
        step((ScriptedState?)state, trigger, context);
}
