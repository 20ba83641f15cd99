using System.CommandLine;

namespace HerogiDsl.Cli.Commands;

/// <summary>What one would type, by command.</summary>
internal static class Examples
{
    private const string ExitCodes =
        """

        Exit codes:
          0  no errors (warnings do not count)
          1  errors
          2  the command line cannot be understood, or a file cannot be read
        """;

    private const string Root =
        """
        Examples:
          herogi new Onboarding                   writes a scenario to begin with
          herogi check .                          finds the mistakes in every .herogi file below this folder
          herogi check flows/crm.herogi           one file, with the template files that it names
          herogi fmt .                            gives them all the common style
          herogi help HRG3004                     what a diagnostic means, and the way out
          herogi check --help                     the examples of one command
        """;

    private const string Check =
        """
        Examples:
          herogi check .                          every .herogi file below this folder, as one project
          herogi check flows/crm.herogi           one file, with the template files that it names
          herogi check a.herogi b.herogi          files that are compiled together
          herogi check . --watch                  again whenever a file changes, until Ctrl+C
          herogi check . --format json            for programs
          herogi check . --format sarif           for code scanning
          herogi check . --root-namespace My.App  as the project 'My.App' compiles them
        """;

    private const string Fmt =
        """
        Examples:
          herogi fmt                              every .herogi file below this folder
          herogi fmt flows/crm.herogi             one file
          herogi fmt --check                      lists the files that would change, and changes none
          herogi fmt -                            from standard input to standard output, for editors

        Exit codes:
          0  all files are in the common style (now)
          1  a file has mistakes in its syntax and was left as it is; with --check, a file would change
          2  the command line cannot be understood, or a file cannot be read or written
        """;

    private const string Explain =
        """
        Examples:
          herogi explain .                        every scenario below this folder, in plain words
          herogi explain . --scenario OrderDesk   only this one
          herogi explain . --format markdown      for a wiki
        """;

    private const string Graph =
        """
        Examples:
          herogi graph .                          every scenario below this folder, as Mermaid
          herogi graph . --scenario OrderDesk     only this one
          herogi graph . --output flows.svg       a picture; '.dot' for Graphviz
        """;

    private const string New =
        """
        Examples:
          herogi new                              onboarding.herogi with the scenario 'Onboarding'
          herogi new OrderDesk                    order-desk.herogi with the scenario 'OrderDesk'
          herogi new OrderDesk --path flows       in that folder, which is made if it is not there
        """;

    private const string Completion =
        """
        Examples:
          source <(herogi completion bash)                            for this shell; put it into ~/.bashrc
          herogi completion zsh > ~/.zfunc/_herogi                    in a folder of your $fpath
          herogi completion fish > ~/.config/fish/completions/herogi.fish
          herogi completion pwsh | Out-String | Invoke-Expression     put it into your $PROFILE
        """;

    private const string Help =
        """
        Examples:
          herogi help HRG3004                     the page of a diagnostic, with a wrong and a right example
          herogi help fmt                         the same as 'herogi fmt --help'
        """;

    public static string? Of(Command command) => command.Name switch
    {
        _ when command is RootCommand => Root + Environment.NewLine + ExitCodes,
        "check" => Check + Environment.NewLine + ExitCodes,
        "fmt" => Fmt,
        "explain" => Explain,
        "graph" => Graph,
        "new" => New,
        "completion" => Completion,
        "help" => Help,
        _ => null,
    };
}
