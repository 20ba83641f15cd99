using HerogiDsl.Compiler.CSharp;
using HerogiDsl.Compiler.Lowering.Model;
using Names = HerogiDsl.Compiler.CSharp.RuntimeNames;

namespace HerogiDsl.Compiler.Emit;

/// <summary>Records and ordinary events, with the code that reads and writes them.</summary>
internal static class RecordEmitter
{
    public static void Emit(CSharpWriter writer, RecordModel record)
    {
        DocumentationEmitter.Summary(writer, record.Documentation, $"The {Quoted(record.Owner)}.");
        foreach (var field in record.Fields.Where(field => !field.IsInit))
            DocumentationEmitter.Parameter(writer, field, $"The field <c>{field.SourceName}</c>.");
        writer.Line(FileEmitter.GeneratedCode);
        var interfaces = record.IsEvent ? $"{Names.IEvent}, {Names.ITemplateObject}" : Names.ITemplateObject;
        writer.Line($"public sealed record {record.Name}{Parameters(record.Fields)}");
        writer.Indented(": " + interfaces);
        writer.Open("");
        foreach (var field in record.Fields.Where(field => field.IsInit))
        {
            DocumentationEmitter.Summary(writer, field.Documentation, $"The field <c>{field.SourceName}</c>.");
            writer.Line($"public {field.Type} {field.Name} {{ get; init; }} = {field.Default};");
            writer.Line();
        }

        if (record.IsEvent)
        {
            writer.Line($"string {Names.IEvent}.EventName => {Literal(NameOf(record.Owner))};");
            writer.Line();
        }

        JsonEmitter.Read(writer, record.Name, record.Owner, record.Fields);
        writer.Line();
        if (record.IsEvent)
        {
            writer.Line($"void {Names.IEvent}.WriteJson({JsonEmitter.Writer} writer) =>");
            writer.Indented($"(({Names.ITemplateObject})this).WriteJson(writer);");
            writer.Line();
        }

        JsonEmitter.Write(writer, $"void {Names.ITemplateObject}.WriteJson({JsonEmitter.Writer} writer)", record.Fields);
        writer.Line();
        EmitTemplateMembers(writer, record.Fields);
        writer.Close();
    }

    /// <summary>The parameters of a positional record; nothing without one.</summary>
    public static string Parameters(IEnumerable<FieldModel> fields)
    {
        var parameters = fields.Where(field => !field.IsInit)
            .Select(field => $"{field.Type} {field.Name}{(field.Default is null ? "" : " = " + field.Default)}")
            .ToArray();
        return parameters.Length == 0 ? "" : $"({string.Join(", ", parameters)})";
    }

    private static void EmitTemplateMembers(CSharpWriter writer, IReadOnlyList<FieldModel> fields)
    {
        writer.Open($"bool {Names.ITemplateObject}.TryGetMember(string name, out object? value)");
        if (fields.Count == 0)
        {
            writer.Line("value = null;");
            writer.Line("return false;");
            writer.Close();
            return;
        }

        writer.Open("switch (name)");
        foreach (var field in fields)
        {
            writer.Line($"case {Literal(field.SourceName)}:");
            writer.Indented($"value = {field.TemplateValue};");
            writer.Indented("return true;");
        }

        writer.Line("default:");
        writer.Indented("value = null;");
        writer.Indented("return false;");
        writer.Close();
        writer.Close();
    }

    private static string Literal(string text) => CSharpLiteral.Text(text);

    private static string NameOf(string owner) => owner.Split('\'')[1];

    private static string Quoted(string owner) => owner.Split('\'')[0] + $"<c>{NameOf(owner)}</c>";
}
