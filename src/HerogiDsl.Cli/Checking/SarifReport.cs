using System.Reflection;
using System.Text.Json;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Cli.Checking;

/// <summary>A result for code scanning: SARIF 2.1.0.</summary>
internal static class SarifReport
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";
    private const string Home = "https://github.com/herogi/herogi-dsl";
    private const string Root = "SRCROOT";

    public static void Write(CheckResult result, TextWriter output) => JsonText.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("$schema", Schema);
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        var rules = WriteTool(json);
        json.WriteString("columnKind", "utf16CodeUnits");
        WriteRoot(json);
        json.WriteStartArray("results");
        foreach (var diagnostic in result.Diagnostics)
            Write(diagnostic, rules.IndexOf(diagnostic.Id), json);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static List<string> WriteTool(Utf8JsonWriter json)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "herogi");
        json.WriteString("version", Version());
        json.WriteString("informationUri", Home);
        json.WriteStartArray("rules");
        foreach (var descriptor in DiagnosticDescriptors.All)
        {
            json.WriteStartObject();
            json.WriteString("id", descriptor.Id);
            WriteText("shortDescription", descriptor.Title, json);
            json.WriteString("helpUri", descriptor.HelpLink);
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", LevelOf(descriptor.DefaultSeverity));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        return [.. DiagnosticDescriptors.All.Select(descriptor => descriptor.Id)];
    }

    private static void WriteRoot(Utf8JsonWriter json)
    {
        var folder = Path.TrimEndingDirectorySeparator(Directory.GetCurrentDirectory()) + Path.DirectorySeparatorChar;
        json.WriteStartObject("originalUriBaseIds");
        json.WriteStartObject(Root);
        json.WriteString("uri", new Uri(folder).AbsoluteUri);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Diagnostic diagnostic, int rule, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", diagnostic.Id);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", LevelOf(diagnostic.Severity));
        WriteText("message", DiagnosticFormatter.Text(diagnostic), json);
        json.WriteStartArray("locations");
        json.WriteStartObject();
        WritePlace(diagnostic.Location, json);
        json.WriteEndObject();
        json.WriteEndArray();
        WriteRelated(diagnostic, json);
        json.WriteEndObject();
    }

    private static void WriteRelated(Diagnostic diagnostic, Utf8JsonWriter json)
    {
        if (diagnostic.Related.Length == 0)
            return;
        json.WriteStartArray("relatedLocations");
        foreach (var (number, related) in diagnostic.Related.Index())
        {
            json.WriteStartObject();
            json.WriteNumber("id", number + 1);
            WritePlace(related.Location, json);
            WriteText("message", related.Message, json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePlace(SourceLocation location, Utf8JsonWriter json)
    {
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        if (Path.IsPathRooted(location.Path))
        {
            json.WriteString("uri", new Uri(location.Path).AbsoluteUri);
        }
        else
        {
            json.WriteString("uri", string.Join('/', location.Path.Split('/').Select(Uri.EscapeDataString)));
            json.WriteString("uriBaseId", Root);
        }

        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", location.Start.Line + 1);
        json.WriteNumber("startColumn", location.Start.Column + 1);
        json.WriteNumber("endLine", location.End.Line + 1);
        json.WriteNumber("endColumn", location.End.Column + 1);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteText(string name, string text, Utf8JsonWriter json)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static string LevelOf(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        DiagnosticSeverity.Info => "note",
        _ => "none",
    };

    private static string Version() =>
        typeof(SarifReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
            .Split('+')[0] ?? "0.0.0";
}
