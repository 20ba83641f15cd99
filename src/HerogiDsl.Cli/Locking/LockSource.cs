using HerogiDsl.Cli.Projects;
using HerogiDsl.Compiler;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Locking;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Cli.Locking;

/// <summary>What a lock says, or what `herogi lock` would write for a folder.</summary>
internal static class LockSource
{
    /// <param name="before">The lock that a folder's `migrate`s lead on from; null for none.</param>
    public static LockFile Read(string path, LockFile? before)
    {
        if (Directory.Exists(path))
            return Make(path, before);
        if (!File.Exists(path))
            throw new ProjectException($"'{path}' does not exist: type 'herogi diff OLD NEW' with locks or folders that do");
        if (path.EndsWith(".herogi", StringComparison.OrdinalIgnoreCase))
            throw new ProjectException($"'{path}' is one file of a project: type 'herogi diff OLD NEW' with its folder, or with a lock");
        var diagnostics = new DiagnosticBag();
        return LockReader.Read(ProjectReader.ReadText(path), diagnostics)
            ?? throw new ProjectException(string.Join(
                Environment.NewLine, diagnostics.ToImmutable().Select(DiagnosticFormatter.Line)));
    }

    private static LockFile Make(string folder, LockFile? before)
    {
        var project = ProjectReader.Read(ProjectFiles.Find([folder], Directory.GetCurrentDirectory(), "lock"), null);
        var options = new CompilationOptions(project.RootNamespace)
        {
            Lock = before is null ? null : new SourceText(LockFile.FileName, LockWriter.Write(before)),
        };
        var result = HerogiCompilation.Lock(project.Trees, project.Templates, options, forgets: false);
        var error = result.Diagnostics.FirstOrDefault(diagnostic =>
            diagnostic.Severity == DiagnosticSeverity.Error && !diagnostic.Id.StartsWith("HRG6", StringComparison.Ordinal));
        return error is null
            ? result.New
            : throw new ProjectException(
                $"{DiagnosticFormatter.Line(error)}{Environment.NewLine}the files of '{folder}' have errors: "
                + $"type 'herogi check {folder}' to see all of them");
    }
}
