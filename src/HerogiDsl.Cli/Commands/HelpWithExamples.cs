using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace HerogiDsl.Cli.Commands;

/// <summary>The generated help, and below it what one would type.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        var result = help.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        if (Examples.Of(parseResult.CommandResult.Command) is { } examples)
            output.WriteLine(examples.ReplaceLineEndings());
        return result;
    }
}
