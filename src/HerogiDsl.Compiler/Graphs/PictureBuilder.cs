using System.Collections.Immutable;
using HerogiDsl.Compiler.Lowering.Model;

namespace HerogiDsl.Compiler.Graphs;

/// <summary>Decides what of a scenario is drawn: `anywhere` is one node, and arrows that would lie on each other are one.</summary>
internal static class PictureBuilder
{
    /// <summary>The picture of a sound scenario.</summary>
    public static Picture Build(ScenarioModel scenario)
    {
        var graph = scenario.Steps?.Graph ?? new GraphModel(default, default);
        var nodes = graph.States.Select(Node).ToList();
        if (graph.Transitions.Any(transition => transition.IsAnywhere) || graph.AnywhereDefers.Count > 0)
            nodes.Add(new PictureNode("anywhere", PictureNodeKind.Anywhere, "", [.. graph.AnywhereDefers]));
        return new Picture(
            scenario.SourceName, string.Join("\n", scenario.Documentation), [.. nodes], Arrows(graph, nodes.Count - 1));
    }

    private static PictureNode Node(GraphStateModel state)
    {
        var kind = state.Kind switch
        {
            "Start" => PictureNodeKind.Start,
            "End" => PictureNodeKind.End,
            _ => PictureNodeKind.State,
        };
        return new PictureNode(state.Name, kind, state.Documentation, [.. state.Actions, .. state.Defers]);
    }

    private static ImmutableArray<PictureArrow> Arrows(GraphModel graph, int anywhere)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var state in graph.States)
            numbers[state.Name] = numbers.Count;

        // A transition of `anywhere` stands in the model once for each state that it may leave.
        var seen = new HashSet<PositionModel>();
        return
        [
            .. graph.Transitions
                .Where(transition => !transition.IsAnywhere || seen.Add(transition.Position))
                .Select(transition => (
                    Transition: transition, From: transition.IsAnywhere ? anywhere : numbers[transition.From]))
                .Select(pair => (
                    pair.Transition, pair.From, To: pair.Transition.IsStay ? pair.From : numbers[pair.Transition.To]))
                .GroupBy(arrow => (arrow.From, arrow.To, arrow.Transition.IsTimer, arrow.Transition.IsStay))
                .Select(group => new PictureArrow(
                    group.Key.From,
                    group.Key.To,
                    group.Key.IsTimer,
                    group.Key.IsStay,
                    [.. group.Select(arrow => Label(arrow.Transition))])),
        ];
    }

    private static PictureLabel Label(GraphTransitionModel transition)
    {
        const string on = "on ";
        var trigger = transition.Trigger.StartsWith(on, StringComparison.Ordinal)
            ? transition.Trigger.Substring(on.Length)
            : transition.Trigger;
        return new PictureLabel(trigger, transition.Guard, [.. transition.Do]);
    }
}
