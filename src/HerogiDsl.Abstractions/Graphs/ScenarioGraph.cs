namespace HerogiDsl;

/// <summary>The shape of a scenario, for tools.</summary>
/// <param name="Name">The scenario's name.</param>
/// <param name="Documentation">Its <c>///</c> text; empty without.</param>
/// <param name="States">Start, states and ends, in the order written.</param>
/// <param name="Transitions">All transitions; those of <c>anywhere</c> once for each state they hold in.</param>
public sealed record ScenarioGraph(
    string Name,
    string Documentation,
    IReadOnlyList<GraphState> States,
    IReadOnlyList<GraphTransition> Transitions);

/// <summary>What a node of the graph is.</summary>
public enum GraphStateKind
{
    /// <summary>Where sessions are that the scenario does not know yet.</summary>
    Start,

    /// <summary>A state.</summary>
    State,

    /// <summary>An end.</summary>
    End,
}

/// <summary>A node of the graph.</summary>
/// <param name="Name">The name; <c>start</c> for the start.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Documentation">Its <c>///</c> text; empty without.</param>
/// <param name="Actions">Its statements as one line each.</param>
/// <param name="Position">Where it stands.</param>
public sealed record GraphState(
    string Name, GraphStateKind Kind, string Documentation, IReadOnlyList<string> Actions, SourcePosition Position);

/// <summary>An arrow of the graph.</summary>
/// <param name="From">The state it leaves; <c>start</c> for the start.</param>
/// <param name="To">The state or end it leads to; <paramref name="From"/> for <c>stay</c>.</param>
/// <param name="Trigger">What sets it off, as written: <c>on Saved from addNewCompany</c>.</param>
/// <param name="Guard">Its condition as written; null without.</param>
/// <param name="IsStay">Whether it leads to <c>stay</c>.</param>
/// <param name="Position">Where it stands.</param>
public sealed record GraphTransition(
    string From, string To, string Trigger, string? Guard, bool IsStay, SourcePosition Position);
