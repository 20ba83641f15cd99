using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using HerogiDsl.Cli.Output;
using HerogiDsl.Cli.Projects;
using HerogiDsl.Compiler;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Locking;

namespace HerogiDsl.Cli.Locking;

/// <summary>Writes a project's lock, unless that would let a change pass which sessions in flight do not survive.</summary>
internal sealed class LockFileWriter(TextWriter output, TextWriter errors)
{
    private static readonly string GoneId = DiagnosticDescriptors.All.Single(known => known.Id == "HRG6001").Id;

    /// <summary>Whether the lock is as it should be now.</summary>
    public bool Write(HerogiProject project, string path, bool forgets)
    {
        var result = HerogiCompilation.Lock(project.Trees, project.Templates, project.Options, forgets);
        ImmutableArray<Diagnostic> refused =
        [
            .. result.Diagnostics
                .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
                .Where(diagnostic => !(forgets && diagnostic.Id == GoneId)),
        ];
        if (refused.Length > 0)
        {
            foreach (var diagnostic in refused)
                output.WriteLine(DiagnosticFormatter.Line(diagnostic));
            errors.WriteLine(Summary.Of(refused, project.Trees.Length));
            errors.WriteLine($"'{path}' was not written: {Explain(refused)}");
            return false;
        }

        Save(path, LockWriter.Write(result.New), project.Lock?.Content);
        output.WriteLine(Tell(path, result));
        return true;
    }

    private static string Explain(ImmutableArray<Diagnostic> refused)
    {
        var ids = refused.Select(diagnostic => diagnostic.Id).ToHashSet(StringComparer.Ordinal);
        if (ids.Any(id => !id.StartsWith("HRG6", StringComparison.Ordinal)))
            return "mend the errors first";
        if (ids.Contains("HRG6004"))
            return "take it from the version control as it was last committed; or delete it, if no session is in flight";
        return ids.SetEquals([GoneId])
            ? "write a 'migrate' for each state that is gone; or, if no session is in them any more, type 'herogi lock --forget'"
            : "sessions in flight would not survive these changes: give them values with 'migrate'; or, if no session is in "
                + "flight anywhere, delete the file and type 'herogi lock' again";
    }

    private static void Save(string path, string text, string? before)
    {
        if (before is not null && before.ReplaceLineEndings("\n") == text)
            return;
        try
        {
            File.WriteAllText(path, text, new UTF8Encoding(false));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ProjectException($"'{path}' cannot be written ({exception.Message.TrimEnd('.')})");
        }
    }

    private static string Tell(string path, LockResult result)
    {
        var states = result.New.Scenarios.Sum(scenario => scenario.Current.Count());
        var retired = Retired(result.New);
        var forgotten = Retired(result.Old) - retired;
        return $"{path}: {Count(result.New.Scenarios.Length, "scenario")}, {Count(states, "state")}"
            + (retired == 0 ? "" : $", {retired} of earlier builds remembered")
            + (forgotten <= 0 ? "" : $", {forgotten} forgotten");
    }

    private static int Retired(LockFile? file) =>
        file?.Scenarios.Sum(scenario => scenario.States.Count(state => state.IsRetired)) ?? 0;

    private static string Count(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
