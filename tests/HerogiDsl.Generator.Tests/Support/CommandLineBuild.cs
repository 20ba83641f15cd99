using System.Text;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace HerogiDsl.Generator.Tests.Support;

/// <summary>A folder as the C# compiler builds it: from the options that MSBuild would pass, with its configuration files.</summary>
internal static class CommandLineBuild
{
    public static IReadOnlyList<Diagnostic> Run(string folder, XElement properties)
    {
        string[] files = [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        var configurations = files.Where(path => Path.GetFileName(path) is ".editorconfig" or ".globalconfig")
            .Select(path => AnalyzerConfig.Parse(File.ReadAllText(path), path));
        var arguments = CSharpCommandLineParser.Default.Parse(Arguments(properties), folder, sdkDirectory: null);
        var provider = new GlobalOptions(AnalyzerConfigSet.Create(configurations.ToList()).GlobalConfigOptions);
        var compilation = CSharpCompilation.Create(
            "Build", options: arguments.CompilationOptions.WithSyntaxTreeOptionsProvider(provider));
        var driver = CSharpGeneratorDriver.Create(
            [new HerogiGenerator().AsSourceGenerator()],
            files.Where(path => Path.GetExtension(path) is ".herogi" or ".editorconfig").Select(path => new AdditionalFile(path)),
            optionsProvider: new ProjectOptions(folder + "/"));
        driver.RunGeneratorsAndUpdateCompilation(compilation, out _, out var diagnostics);
        return diagnostics;
    }

    // As the task that calls the compiler writes them.
    private static IEnumerable<string> Arguments(XElement properties)
    {
        yield return "/target:library";
        foreach (var property in properties.Elements())
        {
            if (property.Name.LocalName == "TreatWarningsAsErrors" && property.Value == "true")
                yield return "/warnaserror+";
        }

        foreach (var (name, option) in new[] { ("WarningsAsErrors", "/warnaserror+:"), ("WarningsNotAsErrors", "/warnaserror-:"), ("NoWarn", "/nowarn:"), ("WarningLevel", "/warn:") })
        {
            if (properties.Element(name) is { Value.Length: > 0 } property)
                yield return option + property.Value.Replace(';', ',');
        }
    }

    private sealed class AdditionalFile(string path) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) =>
            SourceText.From(File.ReadAllText(path), Encoding.UTF8);
    }

    private sealed class GlobalOptions(AnalyzerConfigOptionsResult global) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(
            SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
        {
            severity = default;
            return false;
        }

        public override bool TryGetGlobalDiagnosticValue(
            string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            global.TreeOptions.TryGetValue(diagnosticId, out severity);
    }

    private sealed class ProjectOptions(string folder) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(folder);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Values(string folder) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
            {
                value = key == "build_property.ProjectDir" ? folder : null;
                return value is not null;
            }
        }
    }
}
