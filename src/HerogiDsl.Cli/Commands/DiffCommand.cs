using System.CommandLine;
using HerogiDsl.Cli.Locking;
using HerogiDsl.Cli.Projects;

namespace HerogiDsl.Cli.Commands;

// example: herogi diff herogi.lock .
/// <summary>Tells in words what changes for sessions in flight.</summary>
internal static class DiffCommand
{
    public const string Examples =
        """
        Examples:
          herogi diff herogi.lock .            from the last release to the files of this folder
          herogi diff ../shop-1.4 ../shop-1.5  from the files of one folder to those of another
          herogi diff old.lock herogi.lock     from one lock to another

        Exit codes:
          0  sessions in flight survive
          1  they do not: each such change comes with what to write
          2  the command line cannot be understood, a file cannot be read, or a folder's files have errors
        """;

    public static Command Create(TextWriter output, TextWriter errors)
    {
        var old = new Argument<string>("OLD") { Description = "What runs now: a lock, or a folder with .herogi files." };
        var now = new Argument<string>("NEW") { Description = "What is to run: a lock, or a folder with .herogi files." };
        var command = new Command("diff", "Tells in words what changes for sessions in flight.") { old, now };
        command.SetAction(parsed => Run(parsed.GetValue(old) ?? "", parsed.GetValue(now) ?? "", output, errors));
        return command;
    }

    private static int Run(string old, string now, TextWriter output, TextWriter errors)
    {
        try
        {
            var before = LockSource.Read(old, null);
            var after = LockSource.Read(now, before);
            return new ChangePrinter(output).Print(before, after) ? HerogiCommand.Success : HerogiCommand.Mistakes;
        }
        catch (ProjectException exception)
        {
            errors.WriteLine(exception.Message);
            return HerogiCommand.BadUsage;
        }
    }
}
