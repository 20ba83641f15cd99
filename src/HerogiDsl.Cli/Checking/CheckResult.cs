using System.Collections.Immutable;
using HerogiDsl.Cli.Projects;
using HerogiDsl.Compiler;
using HerogiDsl.Compiler.Diagnostics;

namespace HerogiDsl.Cli.Checking;

/// <summary>What the compiler says of a project: by path, then by place.</summary>
internal sealed record CheckResult(HerogiProject Project, ImmutableArray<Diagnostic> Diagnostics)
{
    public bool HasErrors => Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    public static CheckResult Of(CheckRequest request)
    {
        var files = ProjectFiles.Find(request.Paths, Directory.GetCurrentDirectory());
        var project = ProjectReader.Read(files, request.RootNamespace);
        var options = new CompilationOptions(project.RootNamespace);
        var result = HerogiCompilation.Compile(project.Trees, project.Templates, options);
        return new CheckResult(
            project,
            [
                .. result.Diagnostics
                    .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
                    .OrderBy(diagnostic => diagnostic.Location.Path, StringComparer.Ordinal)
                    .ThenBy(diagnostic => diagnostic.Location.Start.Line)
                    .ThenBy(diagnostic => diagnostic.Location.Start.Column)
                    .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal),
            ]);
    }
}
