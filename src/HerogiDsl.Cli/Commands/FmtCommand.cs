using System.CommandLine;
using HerogiDsl.Cli.Formatting;
using HerogiDsl.Cli.Projects;

namespace HerogiDsl.Cli.Commands;

// example: herogi fmt flows --check
/// <summary>Gives `.herogi` files the common style.</summary>
internal static class FmtCommand
{
    private const string StandardInput = "-";

    public static Command Create(TextWriter output, TextWriter errors)
    {
        var paths = new Argument<string[]>("FILE… | FOLDER… | -")
        {
            Description = "The files, or folders that have them at any depth; '-' is standard input. Default: this folder.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var check = new Option<bool>("--check") { Description = "List the files that would change, and change none." };
        var command = new Command("fmt", "Gives '.herogi' files the common style.") { paths, check };
        command.SetAction(parsed => Run(
            parsed.GetValue(paths) is [_, ..] typed ? typed : ["."], parsed.GetValue(check), output, errors));
        return command;
    }

    private static int Run(string[] paths, bool isCheck, TextWriter output, TextWriter errors)
    {
        try
        {
            if (paths is [StandardInput])
                return new FileFormatter(isCheck, output, errors).FormatInput(Console.OpenStandardInput());
            if (paths.Contains(StandardInput, StringComparer.Ordinal))
                throw new ProjectException("'-' stands alone: type 'herogi fmt -', or 'herogi fmt FILE…' with files only");
            var found = paths.SelectMany(path => ProjectFiles.Find([path], Directory.GetCurrentDirectory(), "fmt").Paths);
            return new FileFormatter(isCheck, output, errors)
                .FormatFiles(found.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        }
        catch (ProjectException exception)
        {
            errors.WriteLine(exception.Message);
            return HerogiCommand.BadUsage;
        }
    }
}
