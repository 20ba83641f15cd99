using System.CommandLine;
using HerogiDsl.Cli.Checking;
using HerogiDsl.Cli.Output;
using HerogiDsl.Cli.Projects;

namespace HerogiDsl.Cli.Commands;

// example: herogi check flows --root-namespace My.App
/// <summary>Says what a build would say of some `.herogi` files.</summary>
internal static class CheckCommand
{
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var paths = new Argument<string[]>("FILE… | FOLDER")
        {
            Description = "The files of one project, or the folder that has them at any depth. Default: this folder.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var rootNamespace = new Option<string>("--root-namespace")
        {
            Description = "The namespace of files that name none. Default: the folder's name.",
            HelpName = "NAME",
        };
        var format = new Option<string>("--format")
        {
            Description = "text, json or sarif. Default: text.",
            HelpName = "FORMAT",
        };
        format.CompletionSources.Add([.. Reports.Formats]);
        var watch = new Option<bool>("--watch") { Description = "Check again whenever a file changes, until Ctrl+C." };
        var command = new Command("check", "Finds the mistakes in '.herogi' files, as a build would.")
        {
            paths, rootNamespace, format, watch,
        };
        command.SetAction(parsed => Run(
            new CheckRequest(parsed.GetValue(paths) is [_, ..] typed ? typed : ["."], parsed.GetValue(rootNamespace)),
            parsed.GetValue(format) ?? Reports.Text,
            parsed.GetValue(watch),
            output,
            errors));
        return command;
    }

    private static int Run(CheckRequest request, string format, bool isWatch, TextWriter output, TextWriter errors)
    {
        if (Reports.Of(format) is not { } report)
        {
            errors.WriteLine($"there is no format '{format}': type '--format text', '--format json' or '--format sarif'");
            return HerogiCommand.BadUsage;
        }

        if (isWatch)
        {
            if (format == Reports.Text)
                return Watch.Run(request, output, errors);
            errors.WriteLine($"'--watch' writes text, not {format}: type 'herogi check --watch', or leave '--watch' away");
            return HerogiCommand.BadUsage;
        }

        try
        {
            var result = CheckResult.Of(request);
            report(result, output);
            errors.WriteLine(Summary.Of(result.Diagnostics, result.Project.Trees.Length));
            if (result.Diagnostics is [{ } first, ..] && format == Reports.Text && Terminal.IsOne())
                errors.WriteLine($"for more about a diagnostic: herogi help {first.Id}");
            return result.HasErrors ? HerogiCommand.Mistakes : HerogiCommand.Success;
        }
        catch (ProjectException exception)
        {
            errors.WriteLine(exception.Message);
            return HerogiCommand.BadUsage;
        }
    }
}
