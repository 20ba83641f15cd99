using System.CommandLine;
using HerogiDsl.Cli.Locking;
using HerogiDsl.Cli.Projects;

namespace HerogiDsl.Cli.Commands;

// example: herogi lock flows --forget
/// <summary>Writes `herogi.lock`: what the build promises to the sessions in flight.</summary>
internal static class LockCommand
{
    public const string Examples =
        """
        Examples:
          herogi lock                    writes herogi.lock for the .herogi files below this folder
          herogi lock src/Shop           the same for that folder: the one that has the project file
          herogi lock --forget           also forgets states that are gone: no session is in them any more

        Run it with each release, and commit the file: from then on a build tells what sessions in flight could not
        survive, until a 'migrate' says what becomes of them.

        Exit codes:
          0  the lock is written, or was up to date
          1  not written: the files have errors, or sessions that the lock knows could not survive them
          2  the command line cannot be understood, or a file cannot be read or written
        """;

    public static Command Create(TextWriter output, TextWriter errors)
    {
        var folder = new Argument<string>("FOLDER")
        {
            Description = "The folder of the project file. Default: this folder.",
            Arity = ArgumentArity.ZeroOrOne,
            DefaultValueFactory = _ => ".",
        };
        var forget = new Option<bool>("--forget")
        {
            Description = "Forget states and scenarios that are gone: no session is in them any more.",
        };
        var rootNamespace = new Option<string>("--root-namespace")
        {
            Description = "The namespace of files that name none. Default: the folder's name.",
            HelpName = "NAME",
        };
        var command = new Command("lock", "Writes 'herogi.lock', against which each later build is held.")
        {
            folder, forget, rootNamespace,
        };
        command.SetAction(parsed => Run(
            parsed.GetValue(folder) ?? ".", parsed.GetValue(rootNamespace), parsed.GetValue(forget), output, errors));
        return command;
    }

    private static int Run(string folder, string? rootNamespace, bool forgets, TextWriter output, TextWriter errors)
    {
        try
        {
            var files = LockProject.Find(folder);
            var project = ProjectReader.Read(files, rootNamespace);
            return new LockFileWriter(output, errors).Write(project, files.LockPath, forgets)
                ? HerogiCommand.Success
                : HerogiCommand.Mistakes;
        }
        catch (ProjectException exception)
        {
            errors.WriteLine(exception.Message);
            return HerogiCommand.BadUsage;
        }
    }
}
