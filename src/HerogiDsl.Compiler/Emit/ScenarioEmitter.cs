using HerogiDsl.Compiler.CSharp;
using HerogiDsl.Compiler.Lowering.Model;
using Names = HerogiDsl.Compiler.CSharp.RuntimeNames;

namespace HerogiDsl.Compiler.Emit;

/// <summary>A scenario: its class, the records of its states, its step function.</summary>
internal static class ScenarioEmitter
{
    public static void Emit(CSharpWriter writer, ScenarioModel scenario)
    {
        DocumentationEmitter.Summary(writer, scenario.Documentation, $"The scenario <c>{scenario.SourceName}</c>.");
        writer.Line(FileEmitter.GeneratedCode);
        writer.Open($"public static partial class {scenario.Name}");
        if (scenario.Steps is not null)
        {
            writer.Line("/// <summary>The scenario as the runtime sees it.</summary>");
            writer.Line($"public static {Names.IScenario} {scenario.DefinitionName} {{ get; }} = new StepFunction();");
            writer.Line();
        }

        EmitBase(writer, scenario);
        foreach (var state in scenario.States)
        {
            writer.Line();
            EmitState(writer, state);
        }

        if (scenario.Contract is { } contract)
        {
            writer.Line();
            ContractEmitter.Emit(writer, contract);
        }

        if (scenario.Steps is { } steps)
        {
            writer.Line();
            StepsEmitter.Emit(writer, scenario, steps);
        }

        writer.Close();
    }

    private static void EmitBase(CSharpWriter writer, ScenarioModel scenario)
    {
        writer.Line($"/// <summary>Where a session of <c>{scenario.SourceName}</c> is, with the data that is certain there.</summary>");
        writer.Open($"public abstract record State : {Names.IState}");
        writer.Open("private protected State()");
        writer.Close();
        writer.Line();
        writer.Line($"string {Names.IState}.StateName => StateName;");
        writer.Line();
        writer.Line("private protected abstract string StateName { get; }");
        writer.Line();
        writer.Line($"void {Names.IState}.WriteJson({JsonEmitter.Writer} writer) => WriteData(writer);");
        writer.Line();
        writer.Line($"private protected abstract void WriteData({JsonEmitter.Writer} writer);");
        writer.Close();
    }

    private static void EmitState(CSharpWriter writer, StateModel state)
    {
        DocumentationEmitter.Summary(writer, state.Documentation, $"The state <c>{state.SourceName}</c>.");
        foreach (var field in state.Fields)
            DocumentationEmitter.Parameter(writer, field, $"The session's <c>{field.SourceName}</c>.");
        writer.Open($"public sealed record {state.Name}{RecordEmitter.Parameters(state.Fields)} : State");
        writer.Line($"private protected override string StateName => {CSharpLiteral.Text(state.SourceName)};");
        writer.Line();
        JsonEmitter.Read(writer, state.Name, $"state '{state.SourceName}'", state.Fields);
        writer.Line();
        JsonEmitter.Write(
            writer, $"private protected override void WriteData({JsonEmitter.Writer} writer)", state.Fields);
        writer.Close();
    }
}
