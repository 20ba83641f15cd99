using System.Text;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Diagnostics.Configuration;
using Microsoft.CodeAnalysis;

namespace HerogiDsl.Generator;

/// <summary>Reads what configures severities.</summary>
/// <remarks>
/// Roslyn lets <c>.editorconfig</c> speak of C# files only (dotnet/roslyn#31916): so these come as additional files.
/// </remarks>
internal static class ConfigurationReader
{
    public static bool IsConfiguration(AdditionalText file) =>
        file.Path.EndsWith(".editorconfig", StringComparison.OrdinalIgnoreCase);

    public static ConfigurationText Read(AdditionalText file, CancellationToken cancellation) =>
        new(file.Path, file.GetText(cancellation)?.ToString() ?? "");

    /// <summary>What Roslyn has read from the project: its properties and rule sets.</summary>
    public static ProjectSeverities ReadProject(CompilationOptions options) => new()
    {
        TreatsWarningsAsErrors = options.GeneralDiagnosticOption == ReportDiagnostic.Error,
        HasNoWarnings = options.GeneralDiagnosticOption == ReportDiagnostic.Suppress || options.WarningLevel == 0,
        Ids = options.SpecificDiagnosticOptions
            .Where(pair => pair.Key.StartsWith("HRG", StringComparison.OrdinalIgnoreCase))
            .Select(pair => new KeyValuePair<string, ConfiguredSeverity>(pair.Key, Word(pair.Value))),
    };

    /// <summary>What the <c>.globalconfig</c>s say, whichever they are; Roslyn knows.</summary>
    public static ConfigurationText ReadGlobal(CompilationOptions options, CancellationToken cancellation)
    {
        var text = new StringBuilder();
        foreach (var descriptor in DiagnosticDescriptors.All)
        {
            if (options.SyntaxTreeOptionsProvider?.TryGetGlobalDiagnosticValue(descriptor.Id, cancellation, out var found) == true)
                text.Append("dotnet_diagnostic.").Append(descriptor.Id).Append(".severity = ").Append(Word(found)).Append('\n');
        }

        return new ConfigurationText(".globalconfig", text.ToString());
    }

    private static ConfiguredSeverity Word(ReportDiagnostic severity) => severity switch
    {
        ReportDiagnostic.Error => ConfiguredSeverity.Error,
        ReportDiagnostic.Warn => ConfiguredSeverity.Warning,
        ReportDiagnostic.Info => ConfiguredSeverity.Suggestion,
        ReportDiagnostic.Hidden => ConfiguredSeverity.Silent,
        ReportDiagnostic.Suppress => ConfiguredSeverity.None,
        _ => ConfiguredSeverity.Default,
    };
}
