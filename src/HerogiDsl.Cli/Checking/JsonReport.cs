using System.Text.Json;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Cli.Checking;

/// <summary>A result for programs; <c>version</c> is raised when something changes its meaning or goes.</summary>
internal static class JsonReport
{
    private const int Version = 1;

    public static void Write(CheckResult result, TextWriter output) => JsonText.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("version", Version);
        json.WriteNumber("files", result.Project.Trees.Length);
        json.WriteNumber("errors", Count(result, DiagnosticSeverity.Error));
        json.WriteNumber("warnings", Count(result, DiagnosticSeverity.Warning));
        json.WriteStartArray("diagnostics");
        foreach (var diagnostic in result.Diagnostics)
            Write(diagnostic, json);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static int Count(CheckResult result, DiagnosticSeverity severity) =>
        result.Diagnostics.Count(diagnostic => diagnostic.Severity == severity);

    private static void Write(Diagnostic diagnostic, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", diagnostic.Id);
        json.WriteString("severity", DiagnosticFormatter.Word(diagnostic.Severity));
        json.WriteString("message", diagnostic.Message);
        json.WriteString("hint", diagnostic.Hint);
        Write(diagnostic.Location, json);
        json.WriteString("help", diagnostic.Descriptor.HelpLink);
        json.WriteStartArray("related");
        foreach (var related in diagnostic.Related)
        {
            json.WriteStartObject();
            json.WriteString("message", related.Message);
            Write(related.Location, json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(SourceLocation location, Utf8JsonWriter json)
    {
        json.WriteString("path", location.Path);
        Write("start", location.Start, json);
        Write("end", location.End, json);
    }

    private static void Write(string name, LinePosition position, Utf8JsonWriter json)
    {
        json.WriteStartObject(name);
        json.WriteNumber("line", position.Line + 1);
        json.WriteNumber("column", position.Column + 1);
        json.WriteEndObject();
    }
}
