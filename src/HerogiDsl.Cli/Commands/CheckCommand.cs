using System.Collections.Immutable;
using System.CommandLine;
using HerogiDsl.Cli.Output;
using HerogiDsl.Cli.Projects;
using HerogiDsl.Compiler;
using HerogiDsl.Compiler.Diagnostics;
using Spectre.Console;

namespace HerogiDsl.Cli.Commands;

// example: herogi check flows --root-namespace My.App
/// <summary>Says what a build would say of some `.herogi` files.</summary>
internal static class CheckCommand
{
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var paths = new Argument<string[]>("FILE… | FOLDER")
        {
            Description = "The files of one project, or the folder that has them at any depth.",
            Arity = ArgumentArity.OneOrMore,
        };
        var rootNamespace = new Option<string>("--root-namespace")
        {
            Description = "The namespace of files that name none. Default: the folder's name.",
            HelpName = "NAME",
        };
        var command = new Command("check", "Finds the mistakes in '.herogi' files, as a build would.")
        {
            paths,
            rootNamespace,
        };
        command.SetAction(parsed =>
            Run(parsed.GetValue(paths) ?? [], parsed.GetValue(rootNamespace), output, errors));
        return command;
    }

    private static int Run(string[] paths, string? rootNamespace, TextWriter output, TextWriter errors)
    {
        HerogiProject project;
        try
        {
            project = ProjectReader.Read(ProjectFiles.Find(paths, Directory.GetCurrentDirectory()), rootNamespace);
        }
        catch (ProjectException exception)
        {
            errors.WriteLine(exception.Message);
            return HerogiCommand.BadUsage;
        }

        var diagnostics = Check(project);
        if (Terminal.IsOne())
            ExcerptPrinter.Print(diagnostics, project, AnsiConsole.Console);
        else
            WriteLines(diagnostics, output);
        errors.WriteLine(Summary.Of(diagnostics, project.Trees.Length));
        return diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            ? HerogiCommand.Mistakes
            : HerogiCommand.Success;
    }

    private static ImmutableArray<Diagnostic> Check(HerogiProject project)
    {
        var result = HerogiCompilation.Compile(project.Trees, project.Templates, project.Options);
        return
        [
            .. result.Diagnostics
                .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
                .OrderBy(diagnostic => diagnostic.Location.Path, StringComparer.Ordinal)
                .ThenBy(diagnostic => diagnostic.Location.Start.Line)
                .ThenBy(diagnostic => diagnostic.Location.Start.Column)
                .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal),
        ];
    }

    private static void WriteLines(ImmutableArray<Diagnostic> diagnostics, TextWriter output)
    {
        foreach (var diagnostic in diagnostics)
            output.WriteLine(DiagnosticFormatter.Line(diagnostic));
    }
}
