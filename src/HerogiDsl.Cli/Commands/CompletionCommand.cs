using System.CommandLine;
using HerogiDsl.Cli.Completion;

namespace HerogiDsl.Cli.Commands;

// example: source <(herogi completion bash)
/// <summary>Gives the script with which a shell completes the commands.</summary>
internal static class CompletionCommand
{
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh, fish or pwsh.", Arity = ArgumentArity.ZeroOrOne };
        shell.CompletionSources.Add([.. ShellScripts.Shells]);
        var command = new Command("completion", "Gives the script with which a shell completes these commands.") { shell };
        command.SetAction(parsed => Run(parsed.GetValue(shell), output, errors));
        return command;
    }

    private static int Run(string? shell, TextWriter output, TextWriter errors)
    {
        if (shell is not null && ShellScripts.Of(shell) is { } script)
        {
            output.Write(script);
            return HerogiCommand.Success;
        }

        var wrong = shell is null ? "no shell was given" : $"there is no script for the shell '{shell}'";
        errors.WriteLine($"{wrong}: type 'herogi completion' with one of {string.Join(", ", ShellScripts.Shells)}");
        return HerogiCommand.BadUsage;
    }
}
