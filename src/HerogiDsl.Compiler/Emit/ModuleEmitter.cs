using HerogiDsl.Compiler.CSharp;
using HerogiDsl.Compiler.Lowering.Model;
using Names = HerogiDsl.Compiler.CSharp.RuntimeNames;

namespace HerogiDsl.Compiler.Emit;

/// <summary>The class that hands all scenarios of an assembly to the runtime.</summary>
internal static class ModuleEmitter
{
    public static void Emit(CSharpWriter writer, ModuleModel module)
    {
        writer.Line("/// <summary>The scenarios of this assembly.</summary>");
        writer.Line(FileEmitter.GeneratedCode);
        writer.Open("internal static class HerogiScenarios");
        foreach (var template in module.Connections.SelectMany(Templates))
        {
            TemplateEmitter.Emit(writer, template);
            writer.Line();
        }

        writer.Line("/// <summary>All that the <c>.herogi</c> files of this assembly declare.</summary>");
        writer.Line($"public static {Names.ScenarioModule} Module {{ get; }} = new(");
        EmitList(writer, module.Scenarios);
        EmitList(writer, module.Events);
        writer.Bracketed("[", module.ActionCalls.Count == 0 ? "]);" : "])", () =>
        {
            foreach (var connection in module.Connections)
                EmitConnection(writer, connection);
        });
        if (module.ActionCalls.Count > 0)
        {
            writer.Open("");
            writer.Line($"ExternActions = [{string.Join(", ", module.ActionCalls.Select(calls => $".. {calls}.All"))}],");
            writer.Close(";");
        }

        writer.Line();
        writer.Line("/// <summary>Adds every scenario of this assembly.</summary>");
        writer.Line($"public static {Names.IHerogiBuilder} AddScenarios(this {Names.IHerogiBuilder} herogi) =>");
        writer.Indented("herogi.AddScenarios(Module);");
        writer.Close();
    }

    private static IEnumerable<TemplateModel> Templates(ConnectionModel connection) =>
        new[] { connection.Url, connection.User, connection.Password }.OfType<TemplateModel>()
            .Concat(connection.Headers.Select(header => header.Value));

    private static void EmitList(CSharpWriter writer, IEnumerable<string> items) =>
        writer.Bracketed("[", "],", () =>
        {
            foreach (var item in items)
                writer.Line(item + ",");
        });

    private static void EmitConnection(CSharpWriter writer, ConnectionModel connection)
    {
        writer.Line("new " + (connection.IsSmtp ? Names.SmtpConnectionDefinition : Names.HttpConnectionDefinition));
        writer.Open("");
        writer.Line($"Name = {CSharpLiteral.Text(connection.Name)},");
        writer.Line($"Position = {GraphEmitter.Position(connection.Position)},");
        writer.Line($"Url = {connection.Url.Field},");
        if (connection.User is { } user)
            writer.Line($"User = {user.Field},");
        if (connection.Password is { } password)
            writer.Line($"Password = {password.Field},");
        if (connection.Headers.Count > 0)
        {
            var headers = connection.Headers.Select(header => $"new({CSharpLiteral.Text(header.Name)}, {header.Value.Field})");
            writer.Line($"Headers = [{string.Join(", ", headers)}],");
        }

        foreach (var setting in connection.Settings)
            writer.Line(setting);
        writer.Close(",");
    }
}
