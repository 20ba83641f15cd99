using HerogiDsl.Compiler.CSharp;
using HerogiDsl.Compiler.Lowering.Model;
using Names = HerogiDsl.Compiler.CSharp.RuntimeNames;

namespace HerogiDsl.Compiler.Emit;

/// <summary>The methods that read and write a record's fields.</summary>
internal static class JsonEmitter
{
    public const string Element = "global::System.Text.Json.JsonElement";
    public const string Writer = "global::System.Text.Json.Utf8JsonWriter";

    public static void Read(CSharpWriter writer, string type, string owner, IReadOnlyList<FieldModel> fields)
    {
        writer.Open($"internal static {type} ReadJson({Element} json)");
        writer.Line($"var fields = new {Names.JsonFields}(json, {CSharpLiteral.Text(owner)});");
        var parameters = fields.Where(field => !field.IsInit).ToArray();
        var members = fields.Where(field => field.IsInit).ToArray();
        if (fields.Count == 0)
        {
            writer.Line($"return fields.Checked(new {type}());");
            writer.Close();
            return;
        }

        writer.Line($"return fields.Checked(new {type}(");
        for (var i = 0; i < parameters.Length; i++)
        {
            var end = i < parameters.Length - 1 ? "," : members.Length > 0 ? ")" : "));";
            writer.Indented($"{parameters[i].Name}: {parameters[i].Read}{end}");
        }

        if (members.Length > 0)
        {
            if (parameters.Length == 0)
                writer.Indented(")");
            writer.Open("");
            foreach (var member in members)
                writer.Line($"{member.Name} = {member.Read},");
            writer.Close(");");
        }

        writer.Close();
    }

    public static void Write(CSharpWriter writer, string signature, IEnumerable<FieldModel> fields)
    {
        writer.Open(signature);
        writer.Line("writer.WriteStartObject();");
        foreach (var field in fields)
        {
            writer.Line($"writer.WritePropertyName({CSharpLiteral.Text(field.JsonName)});");
            writer.Line(field.Write + ";");
        }

        writer.Line("writer.WriteEndObject();");
        writer.Close();
    }
}
