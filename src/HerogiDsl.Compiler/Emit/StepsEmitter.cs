using HerogiDsl.Compiler.CSharp;
using HerogiDsl.Compiler.Lowering.Model;
using Names = HerogiDsl.Compiler.CSharp.RuntimeNames;

namespace HerogiDsl.Compiler.Emit;

/// <summary>The class that is the scenario's step function.</summary>
internal static class StepsEmitter
{
    public static void Emit(CSharpWriter writer, ScenarioModel scenario, StepsModel steps)
    {
        writer.Line("// Pure: what a step is told comes in, what it asks for goes out.");
        writer.Open($"private sealed class StepFunction : {Names.IScenario}");
        foreach (var template in steps.Templates)
        {
            TemplateEmitter.Emit(writer, template);
            writer.Line();
        }

        foreach (var regex in steps.Regexes)
        {
            writer.Line($"private static readonly global::System.Text.RegularExpressions.Regex {regex.Field} =");
            writer.Indented($"new({CSharpLiteral.Text(regex.Pattern)}, {Names.TextFunctions}.Pattern);");
            writer.Line();
        }

        EmitDescription(writer, scenario, steps);
        foreach (var method in steps.Methods)
        {
            writer.Line();
            EmitMethod(writer, method);
        }

        writer.Line();
        EmitReadState(writer, scenario);
        writer.Close();
    }

    private static void EmitDescription(CSharpWriter writer, ScenarioModel scenario, StepsModel steps)
    {
        writer.Line($"public string Name => {CSharpLiteral.Text(scenario.SourceName)};");
        writer.Line();
        writer.Line($"public bool IsOnce => {CSharpLiteral.Bool(steps.IsOnce)};");
        writer.Line();
        writer.Line($"public string Fingerprint => {CSharpLiteral.Text(steps.Fingerprint)};");
        writer.Line();
        writer.Line("public global::System.Type StateType => typeof(State);");
        writer.Line();
        var events = string.Join(", ", steps.Events.Select(CSharpLiteral.Text));
        writer.Line($"public global::System.Collections.Generic.IReadOnlyList<string> Events {{ get; }} = [{events}];");
        writer.Line();
        writer.Line($"public bool TakesAnyEvent => {CSharpLiteral.Bool(steps.TakesAnyEvent)};");
        writer.Line();
        if (steps.Aggregates.Count > 0)
            EmitAggregates(writer, steps.Aggregates);
        EmitMigrations(writer, steps);
        GraphEmitter.Emit(writer, scenario, steps.Graph);
    }

    private static void EmitMigrations(CSharpWriter writer, StepsModel steps)
    {
        if (steps.Migrations.Count == 0)
            return;
        writer.Line($"public global::System.Collections.Generic.IReadOnlyList<{Names.Migration}> Migrations {{ get; }} =");
        writer.Bracketed("[", "];", () =>
        {
            foreach (var migration in steps.Migrations)
            {
                var names = string.Join(", ", new[] { migration.Id, migration.From, migration.To }.Select(CSharpLiteral.Text));
                writer.Line($"new({names}, {migration.Method}),");
            }
        });
        writer.Line();
    }

    private static void EmitAggregates(CSharpWriter writer, IEnumerable<AggregateModel> aggregates)
    {
        writer.Line($"public global::System.Collections.Generic.IReadOnlyList<{Names.AggregateDefinition}> Aggregates {{ get; }} =");
        writer.Bracketed("[", "];", () =>
        {
            foreach (var aggregate in aggregates)
            {
                writer.Open($"new({CSharpLiteral.Text(aggregate.Name)}, {Names.AggregateFunction}.{aggregate.Function}, "
                    + $"{CSharpLiteral.Text(aggregate.Event)})");
                writer.Line($"Over = {aggregate.Over},");
                if (aggregate.IsTumbling)
                    writer.Line("IsTumbling = true,");
                writer.Line($"Text = {CSharpLiteral.Text(aggregate.Text)},");
                writer.Line($"Contribution = {aggregate.Method},");
                writer.Close(",");
            }
        });
        writer.Line();
    }

    private static void EmitMethod(CSharpWriter writer, MethodModel method)
    {
        if (method.Comment.Length > 0)
            writer.Line("// " + method.Comment);
        writer.Open(method.Signature);
        foreach (var line in method.Lines)
            writer.Line(line);
        writer.Close();
    }

    private static void EmitReadState(CSharpWriter writer, ScenarioModel scenario)
    {
        writer.Open($"public {Names.IState} ReadState(string stateName, {JsonEmitter.Element} data)");
        writer.Open("try");
        writer.Open("return stateName switch");
        foreach (var state in scenario.States)
            writer.Line($"{CSharpLiteral.Text(state.SourceName)} => {state.Name}.ReadJson(data),");
        writer.Line($"_ => throw new {Names.IncompatibleStateException}(");
        writer.Indented($"\"the scenario '{scenario.SourceName}' of this build has no state '\" + stateName + \"'\"),");
        writer.Close(";");
        writer.Close();
        writer.Open($"catch ({Names.EventFormatException} exception)");
        writer.Line($"throw new {Names.IncompatibleStateException}(exception.Message, exception);");
        writer.Close();
        writer.Close();
    }
}
