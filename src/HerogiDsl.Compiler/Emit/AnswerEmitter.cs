using HerogiDsl.Compiler.CSharp;
using HerogiDsl.Compiler.Lowering.Model;
using Names = HerogiDsl.Compiler.CSharp.RuntimeNames;

namespace HerogiDsl.Compiler.Emit;

/// <summary>Answers of http and smtp.</summary>
internal static class AnswerEmitter
{
    public static void Emit(CSharpWriter writer, AnswerModel answer)
    {
        var source = answer.IsHttp ? "an HTTP call" : "a mail";
        DocumentationEmitter.Summary(writer, answer.Documentation, $"The answer to {source}.");
        writer.Line(FileEmitter.GeneratedCode);
        writer.Open($"public sealed record {answer.Name} : {(answer.IsHttp ? Names.HttpAnswerEvent : Names.SmtpAnswerEvent)}");
        writer.Line("/// <summary>Takes over what came back.</summary>");
        EmitConstructor(writer, answer);
        writer.Line();
        if (answer.IsHttp)
        {
            writer.Line(answer.BodyReader is null
                ? "/// <summary>The body; null where it is not JSON.</summary>"
                : "/// <summary>The body; null where it is none of its type, and then the answer is not <c>Ok</c>.</summary>");
            writer.Line($"public {answer.BodyType}? Body {{ get; }}");
            writer.Line();
        }

        writer.Line("/// <inheritdoc/>");
        writer.Line($"protected override string EventName => {CSharpLiteral.Text(answer.Name.TrimStart('@'))};");
        if (answer.IsHttp)
        {
            writer.Line();
            writer.Line("/// <inheritdoc/>");
            writer.Line($"protected override object? TemplateBody => {answer.BodyTemplateValue};");
        }

        writer.Close();
    }

    private static void EmitConstructor(CSharpWriter writer, AnswerModel answer)
    {
        var name = answer.Name;
        if (!answer.IsHttp)
        {
            writer.Line($"public {name}({Names.SmtpAnswer} answer)");
            writer.Indented(": base(answer)");
            writer.Open("");
            writer.Close();
            return;
        }

        writer.Line($"public {name}({Names.HttpAnswer} answer)");
        if (answer.BodyReader is null)
        {
            writer.Indented($": base(answer, true) => Body = {Names.AnswerBody}.Read(answer);");
            return;
        }

        var method = answer.IsBodyValueType ? "TryReadValue" : "TryRead";
        var read = $"{Names.AnswerBody}.{method}(answer, {answer.BodyReader}, out {answer.BodyType}? body)";
        writer.Indented($": base(answer, {read}) => Body = body;");
    }
}
