using System.Globalization;
using HerogiDsl.Compiler.CSharp;
using HerogiDsl.Compiler.Lowering.Model;
using Names = HerogiDsl.Compiler.CSharp.RuntimeNames;

namespace HerogiDsl.Compiler.Emit;

/// <summary>The description of the graph.</summary>
internal static class GraphEmitter
{
    public static void Emit(CSharpWriter writer, ScenarioModel scenario, GraphModel graph)
    {
        writer.Line($"public {Names.ScenarioGraph} Graph {{ get; }} = new(");
        writer.Indented($"{CSharpLiteral.Text(scenario.SourceName)},");
        writer.Indented($"{CSharpLiteral.Text(string.Join("\n", scenario.Documentation))},");
        Lines(writer, graph.States.Select(State), "],");
        Lines(writer, graph.Transitions.Select(Transition), "]);");
    }

    public static string Position(PositionModel position) =>
        $"new({CSharpLiteral.Text(position.Path)}, {Number(position.Line)}, {Number(position.Column)})";

    private static void Lines(CSharpWriter writer, IEnumerable<string> lines, string close) =>
        writer.Bracketed("[", close, () =>
        {
            foreach (var line in lines)
                writer.Line(line);
        });

    private static string State(GraphStateModel state)
    {
        var actions = string.Join(", ", state.Actions.Select(CSharpLiteral.Text));
        return $"new({CSharpLiteral.Text(state.Name)}, {Names.GraphStateKind}.{state.Kind}, "
            + $"{CSharpLiteral.Text(state.Documentation)}, [{actions}], {Position(state.Position)}),";
    }

    private static string Transition(GraphTransitionModel transition) =>
        $"new({CSharpLiteral.Text(transition.From)}, {CSharpLiteral.Text(transition.To)}, "
            + $"{CSharpLiteral.Text(transition.Trigger)}, {CSharpLiteral.TextOrNull(transition.Guard)}, "
            + $"{CSharpLiteral.Bool(transition.IsStay)}, {Position(transition.Position)}),";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
