using System.CommandLine;
using HerogiDsl.Cli.Output;
using HerogiDsl.Compiler.Diagnostics;
using Spectre.Console;

namespace HerogiDsl.Cli.Commands;

// example: herogi help HRG3004
/// <summary>Shows the page of a diagnostic, or the help of a command.</summary>
internal static class HelpCommand
{
    public static Command Create(RootCommand root, TextWriter output, TextWriter errors)
    {
        var topic = new Argument<string>("ID | COMMAND")
        {
            Description = "A diagnostic, such as HRG3004, or a command.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        topic.CompletionSources.Add(_ => Topics(root).Select(name => new System.CommandLine.Completions.CompletionItem(name)));
        var command = new Command("help", "Shows what a diagnostic means, or how a command is written.") { topic };
        command.SetAction(parsed => Run(parsed.GetValue(topic), root, output, errors));
        return command;
    }

    private static int Run(string? topic, RootCommand root, TextWriter output, TextWriter errors)
    {
        if (topic is null || root.Subcommands.Any(command => command.Name == topic))
        {
            string[] line = topic is null ? ["--help"] : [topic, "--help"];
            return root.Parse(line).Invoke(new InvocationConfiguration { Output = output, Error = errors });
        }

        if (DiagnosticPage.Of(topic.ToUpperInvariant()) is { } page)
        {
            if (Terminal.IsOne())
                DiagnosticPage.Print(page, AnsiConsole.Console);
            else
                output.Write(page);
            return HerogiCommand.Success;
        }

        errors.WriteLine(Suggestion.Nearest(topic, Topics(root)) is { } meant
            ? $"there is no help on '{topic}'; did you mean '{meant}'? type 'herogi help {meant}'"
            : $"there is no help on '{topic}': type 'herogi help' with a command or the id of a diagnostic, such as HRG3004");
        return HerogiCommand.BadUsage;
    }

    private static IEnumerable<string> Topics(RootCommand root) =>
        root.Subcommands.Select(command => command.Name).Concat(DiagnosticPage.Ids);
}
