using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace HerogiDsl.Cli.Commands;

/// <summary>The generated help, and below it what one would type.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    private const string Examples =
        """
        Examples:
          herogi check .                          every .herogi file below this folder, as one project
          herogi check flows/crm.herogi           one file, with the template files that it names
          herogi check a.herogi b.herogi          files that are compiled together
          herogi check . --root-namespace My.App  as the project 'My.App' compiles them

        Exit codes:
          0  no errors (warnings do not count)
          1  errors
          2  the command line cannot be understood, or a file cannot be read

        Without a terminal, or with NO_COLOR set, standard output has exactly the lines of a build.
        """;

    public override int Invoke(ParseResult parseResult)
    {
        var result = help.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        var examples = parseResult.CommandResult.Command.Name switch
        {
            "lock" => LockCommand.Examples,
            "diff" => DiffCommand.Examples,
            _ => Examples,
        };
        output.WriteLine(examples.ReplaceLineEndings());
        return result;
    }
}
