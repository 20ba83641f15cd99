using System.Globalization;
using System.Xml.Linq;
using HerogiDsl.Cli.Projects;
using HerogiDsl.Compiler;
using HerogiDsl.Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using CompilationOptions = HerogiDsl.Compiler.CompilationOptions;
using DiagnosticFormatter = HerogiDsl.Compiler.Diagnostics.DiagnosticFormatter;
using DiagnosticSeverity = Microsoft.CodeAnalysis.DiagnosticSeverity;

namespace HerogiDsl.Generator.Tests;

/// <summary>The build and the command line agree about how grave a diagnostic is, and what it costs to say otherwise.</summary>
public sealed class SeverityTests
{
    private const string Walk = """
        namespace Shop
        event Go
        // herogi disable HRG1011
        event quiet
        // herogi enable HRG1011
        event loud
        scenario Walk {
          start { on Go -> There }
          state There { on Go -> Done }
          state Lost { on Go -> Done }
          end Done
        }
        scenario Broken { start { on Go -> Nowhere } }
        """;

    private const string Told = "HRG1011 warning, HRG1013 warning, HRG1013 warning, HRG3002 warning, HRG1001 error";

    private const string Errors = "HRG1011 error, HRG1013 error, HRG1013 error, HRG3002 error, HRG1001 error";

    // Properties of the project, files and their texts, and what is told.
    public static TheoryData<string, string[], string> Table() => new()
    {
        { "", [], Told },
        { "<NoWarn>$(NoWarn);HRG3002;hrg1013</NoWarn>", [], "HRG1011 warning, HRG1001 error" },
        { "<NoWarn>HRG1001</NoWarn>", [], Told },
        { "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>", [], Errors },
        {
            "<TreatWarningsAsErrors>true</TreatWarningsAsErrors><WarningsNotAsErrors>HRG1013</WarningsNotAsErrors>", [],
            "HRG1011 error, HRG1013 warning, HRG1013 warning, HRG3002 error, HRG1001 error"
        },
        { "<WarningsAsErrors>nullable;HRG3002</WarningsAsErrors>", [], "HRG1011 warning, HRG1013 warning, HRG1013 warning, HRG3002 error, HRG1001 error" },
        { "<WarningLevel>0</WarningLevel>", [], "HRG1001 error" },
        { "", [".editorconfig", "[*.herogi]\ndotnet_diagnostic.HRG1013.severity = none"], "HRG1011 warning, HRG3002 warning, HRG1001 error" },
        { "", [".editorconfig", "[*.cs]\ndotnet_diagnostic.HRG1013.severity = none"], Told },
        { "", [".editorconfig", "[*]\ndotnet_diagnostic.HRG1001.severity = none"], Told },
        { "", ["flows/.editorconfig", "[*]\ndotnet_diagnostic.HRG1013.severity = error"], "HRG1011 warning, HRG1013 error, HRG1013 error, HRG3002 warning, HRG1001 error" },
        {
            "",
            [
                ".editorconfig", "[*]\ndotnet_diagnostic.HRG1013.severity = none\ndotnet_diagnostic.HRG1011.severity = none",
                "flows/.editorconfig", "[*.herogi]\ndotnet_diagnostic.HRG1011.severity = error",
            ],
            "HRG1011 error, HRG3002 warning, HRG1001 error"
        },
        {
            "",
            [".editorconfig", "[*]\ndotnet_diagnostic.HRG1013.severity = none", "flows/.editorconfig", "root = true"],
            Told
        },
        { "", [".globalconfig", "is_global = true\ndotnet_diagnostic.HRG1013.severity = error"], "HRG1011 warning, HRG1013 error, HRG1013 error, HRG3002 warning, HRG1001 error" },
        {
            "",
            [
                ".globalconfig", "is_global = true\ndotnet_diagnostic.HRG1013.severity = error\ndotnet_diagnostic.HRG1011.severity = error",
                ".editorconfig", "[*]\ndotnet_diagnostic.HRG1013.severity = none",
            ],
            "HRG1011 error, HRG3002 warning, HRG1001 error"
        },
        {
            "<NoWarn>HRG1013</NoWarn>", [".editorconfig", "[*]\ndotnet_diagnostic.HRG1013.severity = error"],
            "HRG1011 warning, HRG3002 warning, HRG1001 error"
        },
        {
            "<WarningsAsErrors>HRG3002</WarningsAsErrors>", [".editorconfig", "[*]\ndotnet_diagnostic.HRG3002.severity = none"],
            "HRG1011 warning, HRG1013 warning, HRG1013 warning, HRG3002 error, HRG1001 error"
        },
        {
            "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>",
            [".editorconfig", "[*]\ndotnet_diagnostic.HRG3002.severity = suggestion\ndotnet_diagnostic.HRG1011.severity = warning"],
            "HRG1011 error, HRG1013 error, HRG1013 error, HRG1001 error"
        },
        {
            "<TreatWarningsAsErrors>true</TreatWarningsAsErrors><WarningsNotAsErrors>HRG3002;HRG1011</WarningsNotAsErrors>",
            [".editorconfig", "[*]\ndotnet_diagnostic.HRG3002.severity = error\ndotnet_diagnostic.HRG1011.severity = none"],
            "HRG1013 error, HRG1013 error, HRG3002 warning, HRG1001 error"
        },
        { "", [".editorconfig", "is_global = true\ndotnet_diagnostic.HRG1011.severity = error"], "HRG1011 error, HRG1013 warning, HRG1013 warning, HRG3002 warning, HRG1001 error" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void TheBuildAndTheCommandLineAgree(string properties, string[] files, string expected)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("herogi-").FullName;
        try
        {
            Write(folder, "flows/walk.herogi", Walk);
            Write(folder, "shop.csproj", $"<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup>{properties}</PropertyGroup></Project>");
            for (var i = 0; i < files.Length; i += 2)
                Write(folder, files[i], files[i + 1]);

            Assert.Equal(Sorted(expected.Split(", ")), Sorted(CommandLine(folder)));
            var element = XElement.Parse($"<PropertyGroup>{properties.Replace("$(NoWarn);", "1701;1702;", StringComparison.Ordinal)}</PropertyGroup>");
            Assert.Equal(Sorted(expected.Split(", ")), Sorted(CommandLineBuild.Run(folder, element)
                .Where(diagnostic => diagnostic.Id.StartsWith("HRG", StringComparison.Ordinal))
                .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
                .Select(diagnostic => $"{diagnostic.Id} {diagnostic.Severity.ToString().ToLower(CultureInfo.InvariantCulture)}")));
        }
        finally
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void ASeverityThatChangesCompilesNothingAgain()
    {
        const string None = "[*]\ndotnet_diagnostic.HRG1013.severity = none";
        var project = new TestProject(("flows/walk.herogi", Walk), ("flows/.editorconfig", None));
        Assert.DoesNotContain(project.Run().Diagnostics, diagnostic => diagnostic.Id == "HRG1013");

        project.Replace("flows/.editorconfig", None.Replace("none", "error", StringComparison.Ordinal));
        var again = project.Run();

        Assert.Contains(again.Diagnostics, diagnostic => diagnostic is { Id: "HRG1013", Severity: DiagnosticSeverity.Error });
        foreach (var step in new[] { "ParseFile", "Compile", "ScenarioModel" })
        {
            Assert.All(
                again.TrackedSteps[step].SelectMany(run => run.Outputs),
                output => Assert.True(output.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));
        }
    }

    private static IEnumerable<string> CommandLine(string folder)
    {
        var project = ProjectReader.Read(ProjectFiles.Find([folder], System.IO.Directory.GetCurrentDirectory()), null);
        return project.Severities
            .Apply(HerogiCompilation.Compile(project.Trees, project.Templates, new CompilationOptions("Shop")).Diagnostics)
            .Where(diagnostic => diagnostic.Severity >= Compiler.Diagnostics.DiagnosticSeverity.Warning)
            .Select(diagnostic => $"{diagnostic.Id} {DiagnosticFormatter.Word(diagnostic.Severity)}");
    }

    private static IEnumerable<string> Sorted(IEnumerable<string> lines) => lines.Order(StringComparer.Ordinal);

    private static void Write(string folder, string path, string content)
    {
        var whole = Path.Combine(folder, path);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(whole)!);
        File.WriteAllText(whole, content);
    }
}
