using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Diagnostic = Microsoft.CodeAnalysis.Diagnostic;
using DiagnosticFormatter = HerogiDsl.Compiler.Diagnostics.DiagnosticFormatter;
using DiagnosticDescriptor = Microsoft.CodeAnalysis.DiagnosticDescriptor;
using DiagnosticSeverity = HerogiDsl.Compiler.Diagnostics.DiagnosticSeverity;

namespace HerogiDsl.Generator;

/// <summary>Tells Roslyn what the compiler tells.</summary>
internal static class DiagnosticReporter
{
    private static readonly Dictionary<string, DiagnosticDescriptor> s_descriptors =
        DiagnosticDescriptors.All.ToDictionary(descriptor => descriptor.Id, ToRoslyn, StringComparer.Ordinal);

    public static Diagnostic ToRoslyn(Compiler.Diagnostics.Diagnostic diagnostic, GeneratorOptions options)
    {
        var places = diagnostic.Related.Select(related => ToRoslyn(related.Location, options));
        return Diagnostic.Create(
            s_descriptors[diagnostic.Id],
            ToRoslyn(diagnostic.Location, options),
            ToRoslyn(diagnostic.Severity),
            places,
            properties: null,
            DiagnosticFormatter.Text(diagnostic));
    }

    private static Location ToRoslyn(SourceLocation location, GeneratorOptions options)
    {
        var path = Path.IsPathRooted(location.Path) ? location.Path : options.ProjectDirectory + location.Path;
        return Location.Create(
            path,
            new Microsoft.CodeAnalysis.Text.TextSpan(location.Span.Start, location.Span.Length),
            new LinePositionSpan(
                new Microsoft.CodeAnalysis.Text.LinePosition(location.Start.Line, location.Start.Column),
                new Microsoft.CodeAnalysis.Text.LinePosition(location.End.Line, location.End.Column)));
    }

    private static DiagnosticDescriptor ToRoslyn(Compiler.Diagnostics.DiagnosticDescriptor descriptor) => new(
        descriptor.Id,
        descriptor.Title,
        "{0}",
        "HerogiDsl",
        ToRoslyn(descriptor.DefaultSeverity),
        isEnabledByDefault: true,
        helpLinkUri: descriptor.HelpLink,
        // Configured already, by one reader for all; Roslyn would let a .globalconfig win over an .editorconfig here.
        customTags: [WellKnownDiagnosticTags.NotConfigurable]);

    private static Microsoft.CodeAnalysis.DiagnosticSeverity ToRoslyn(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => Microsoft.CodeAnalysis.DiagnosticSeverity.Error,
        DiagnosticSeverity.Warning => Microsoft.CodeAnalysis.DiagnosticSeverity.Warning,
        DiagnosticSeverity.Info => Microsoft.CodeAnalysis.DiagnosticSeverity.Info,
        _ => Microsoft.CodeAnalysis.DiagnosticSeverity.Hidden,
    };
}
