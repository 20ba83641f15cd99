using HerogiDsl.Compiler.CSharp;
using HerogiDsl.Compiler.Lowering.Model;
using Names = HerogiDsl.Compiler.CSharp.RuntimeNames;

namespace HerogiDsl.Compiler.Emit;

/// <summary>The interface of `extern` actions, and the class that calls it for the runtime.</summary>
internal static class ContractEmitter
{
    private const string Task = "global::System.Threading.Tasks.Task";
    private const string Token = "global::System.Threading.CancellationToken";

    public static void Emit(CSharpWriter writer, ContractModel contract)
    {
        writer.Line($"/// <summary>{contract.Summary}</summary>");
        writer.Line("/// <remarks>");
        writer.Line("/// Register the class that implements it with the application's services.");
        writer.Line("/// Each call takes one from a scope of its own.");
        writer.Line("/// </remarks>");
        writer.Line(FileEmitter.GeneratedCode);
        writer.Open($"public interface {contract.Name}");
        for (var i = 0; i < contract.Methods.Count; i++)
        {
            if (i > 0)
                writer.Line();
            EmitMethod(writer, contract.Methods[i]);
        }

        writer.Close();
        writer.Line();
        EmitCalls(writer, contract);
    }

    private static void EmitMethod(CSharpWriter writer, ContractMethodModel method)
    {
        DocumentationEmitter.Summary(writer, method.Documentation, $"The action <c>{method.SourceName}</c>.");
        foreach (var parameter in method.Parameters)
            writer.Line($"/// <param name=\"{parameter.Name.TrimStart('@')}\">The argument <c>{parameter.SourceName}</c>.</param>");
        writer.Line($"/// <param name=\"{method.ContextName}\">For whom it is done.</param>");
        writer.Line($"/// <param name=\"{method.TokenName}\">The application stops: the next start does it again.</param>");
        var returns = method.Returns is null ? Task : $"{Task}<{method.Returns}>";
        writer.Line($"{returns} {method.Name}({Parameters(method)});");
    }

    private static string Parameters(ContractMethodModel method) => string.Join(
        ", ",
        method.Parameters.Select(parameter => $"{parameter.Type} {parameter.Name}")
            .Append($"{Names.ExternContext} {method.ContextName}")
            .Append($"{Token} {method.TokenName}"));

    private static void EmitCalls(CSharpWriter writer, ContractModel contract)
    {
        writer.Line(FileEmitter.GeneratedCode);
        writer.Open($"internal static class {contract.CallsName}");
        writer.Line($"public static global::System.Collections.Generic.IReadOnlyList<{Names.ExternAction}> All {{ get; }} =");
        writer.Bracketed("[", "];", () =>
        {
            foreach (var method in contract.Methods)
            {
                writer.Line($"{Names.ExternAction}.Of<{contract.Name}>({CSharpLiteral.Text(method.Action)}, "
                    + $"{GraphEmitter.Position(method.Position)}, {method.Name}),");
            }
        });
        foreach (var method in contract.Methods)
        {
            writer.Line();
            EmitCall(writer, contract, method);
        }

        writer.Close();
    }

    private static void EmitCall(CSharpWriter writer, ContractModel contract, ContractMethodModel method)
    {
        writer.Open($"private static async {Task}<{Names.IEvent}?> {method.Name}("
            + $"{contract.Name} actions, {JsonEmitter.Element} json, {Names.ExternContext} context, {Token} cancellationToken)");
        var target = "actions";
        if (method.Parameters.Count > 0)
        {
            writer.Line($"var fields = new {Names.JsonFields}(json, {CSharpLiteral.Text($"action '{method.SourceName}'")});");
            for (var i = 0; i < method.Parameters.Count; i++)
                writer.Line($"var {Local(i)} = {method.Parameters[i].Read};");
            target = "fields.Checked(actions)";
        }

        var arguments = Enumerable.Range(0, method.Parameters.Count).Select(Local).Append("context").Append("cancellationToken");
        var call = $"await {target}.{method.Name}({string.Join(", ", arguments)}).ConfigureAwait(false);";
        if (method.Returns is not null)
        {
            writer.Line("return " + call);
        }
        else
        {
            writer.Line(call);
            writer.Line("return null;");
        }

        writer.Close();
    }

    // The parameters' own names could be those of the method around them.
    private static string Local(int index) =>
        "argument" + (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
