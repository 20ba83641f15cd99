using System.Collections.Immutable;
using HerogiDsl.Compiler.Diagnostics;

namespace HerogiDsl.Cli.Projects;

/// <summary>Reads and compiles what a command was given, for commands that need it to be sound.</summary>
internal static class ProjectCompilation
{
    /// <summary>The project of a path; null, with the reason told, where it cannot be read.</summary>
    public static HerogiProject? Read(string path, string command, TextWriter errors)
    {
        try
        {
            return ProjectReader.Read(ProjectFiles.Find([path], Directory.GetCurrentDirectory(), command), null);
        }
        catch (ProjectException exception)
        {
            errors.WriteLine(exception.Message);
            return null;
        }
    }

    /// <summary>Tells the errors, and whether there are any.</summary>
    public static bool TellErrors(IEnumerable<Diagnostic> diagnostics, TextWriter errors)
    {
        var told = diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .OrderBy(diagnostic => diagnostic.Location.Path, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Location.Start.Line)
            .ThenBy(diagnostic => diagnostic.Location.Start.Column)
            .ToArray();
        foreach (var diagnostic in told)
            errors.WriteLine(DiagnosticFormatter.Line(diagnostic));
        return told.Length > 0;
    }

    /// <summary>Those that were asked for by name; null, with the reason told, where there is none.</summary>
    public static ImmutableArray<T>? Choose<T>(
        IEnumerable<T> scenarios, Func<T, string> nameOf, string? wanted, TextWriter errors)
    {
        ImmutableArray<T> all = [.. scenarios];
        ImmutableArray<T> chosen = wanted is null ? all : [.. all.Where(scenario => nameOf(scenario) == wanted)];
        if (chosen.Length > 0)
            return chosen;
        var there = string.Join(", ", all.Select(scenario => $"'{nameOf(scenario)}'"));
        errors.WriteLine(all.Length == 0
            ? "there is no scenario in these files: type the folder or the file of one"
            : $"there is no scenario '{wanted}': type '--scenario' with one of {there}");
        return null;
    }
}
