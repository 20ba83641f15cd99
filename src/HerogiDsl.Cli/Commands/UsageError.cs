using System.CommandLine;
using System.CommandLine.Parsing;

namespace HerogiDsl.Cli.Commands;

/// <summary>One sentence that says what to type.</summary>
internal static class UsageError
{
    public static string Explain(ParseResult parsed)
    {
        if (parsed.UnmatchedTokens.FirstOrDefault(token => token.StartsWith('-')) is { } unknown)
            return $"there is no option '{unknown}': type 'herogi check --help' to see those there are";
        if (parsed.CommandResult.Command is RootCommand)
        {
            return parsed.UnmatchedTokens is [var command, ..]
                ? $"there is no command '{command}': type 'herogi check FILE…' or 'herogi check FOLDER'"
                : "no command was given: type 'herogi check FOLDER', or 'herogi --help' for all there is";
        }

        var missing = parsed.Errors.Select(error => error.SymbolResult).OfType<ArgumentResult>()
            .Any(argument => argument.Tokens.Count == 0);
        return missing
            ? "no file or folder was given: type 'herogi check FILE…' or 'herogi check FOLDER'"
            : $"{Sentence(parsed.Errors[0].Message)}: type 'herogi check --help' to see how it is written";
    }

    private static string Sentence(string message) =>
        message.Length == 0 ? message : char.ToLowerInvariant(message[0]) + message[1..].TrimEnd('.');
}
