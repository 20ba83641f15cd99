using HerogiDsl.Compiler.CSharp;
using HerogiDsl.Compiler.Lowering.Model;
using Names = HerogiDsl.Compiler.CSharp.RuntimeNames;

namespace HerogiDsl.Compiler.Emit;

/// <summary>Enums, and how they are read and written: by their names.</summary>
internal static class EnumEmitter
{
    public static void Emit(CSharpWriter writer, EnumModel model)
    {
        DocumentationEmitter.Summary(writer, model.Documentation, $"The enum <c>{model.Name.TrimStart('@')}</c>.");
        writer.Line(FileEmitter.GeneratedCode);
        writer.Open($"public enum {model.Name}");
        for (var i = 0; i < model.Values.Count; i++)
        {
            if (i > 0)
                writer.Line();
            DocumentationEmitter.Summary(
                writer, model.Values[i].Documentation, $"The value <c>{model.Values[i].SourceName}</c>.");
            writer.Line(model.Values[i].Name + ",");
        }

        writer.Close();
        writer.Line();
        writer.Line("/// <summary>Reads and writes the enum by the names of its values.</summary>");
        writer.Line(FileEmitter.GeneratedCode);
        writer.Open($"internal static class {model.JsonName}");
        var values = string.Join(", ", model.Values.Select(value =>
            $"new({CSharpLiteral.Text(value.SourceName)}, {model.Name}.{value.Name})"));
        writer.Line($"internal static {model.Name} Read({JsonEmitter.Element} json) =>");
        writer.Indented(
            $"{Names.JsonRead}.Enum<{model.Name}>(json, {CSharpLiteral.Text(model.Name.TrimStart('@'))}, [{values}]);");
        writer.Line();
        writer.Line($"internal static void Write({JsonEmitter.Writer} writer, {model.Name} value) =>");
        writer.Indented("writer.WriteStringValue(Name(value));");
        writer.Line();
        writer.Open($"internal static string Name({model.Name} value) => value switch");
        foreach (var value in model.Values)
            writer.Line($"{model.Name}.{value.Name} => {CSharpLiteral.Text(value.SourceName)},");
        writer.Line("_ => throw new global::System.ArgumentOutOfRangeException(nameof(value)),");
        writer.Close(";");
        writer.Close();
    }
}
