using System.CommandLine;
using System.CommandLine.Parsing;
using HerogiDsl.Compiler.Diagnostics;

namespace HerogiDsl.Cli.Commands;

/// <summary>One sentence that says what to type.</summary>
internal static class UsageError
{
    /// <summary>What is wrong with the line; null where nothing is.</summary>
    public static string? Explain(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var typed = command is RootCommand ? "herogi" : $"herogi {command.Name}";
        if (UnknownOption(parsed) is { } unknown)
            return Option(unknown, command, typed);
        if (parsed.Errors.Count == 0)
            return null;
        if (parsed.UnmatchedTokens is [{ } word, ..])
        {
            return command is RootCommand
                ? Word(word, command)
                : $"'{word}' is more than '{typed}' takes: type '{typed} --help' to see how it is written";
        }

        return $"{Sentence(parsed.Errors[0].Message)}: type '{typed} --help' to see how it is written";
    }

    // A list of paths would take it for one of them.
    private static string? UnknownOption(ParseResult parsed) => parsed.Tokens
        .TakeWhile(token => token.Type != TokenType.DoubleDash)
        .Where(token => token.Type == TokenType.Argument && token.Value.StartsWith('-') && token.Value.Length > 1)
        .Select(token => token.Value)
        .FirstOrDefault(value => !File.Exists(value));

    private static string Option(string unknown, Command command, string typed)
    {
        var names = command.Options.SelectMany(option => option.Aliases.Append(option.Name));
        return Suggestion.Nearest(unknown, names) is { } meant
            ? $"there is no option '{unknown}'; did you mean '{meant}'? type '{typed} --help' to see those there are"
            : $"there is no option '{unknown}': type '{typed} --help' to see those there are";
    }

    private static string Word(string word, Command root)
    {
        if (File.Exists(word) || Directory.Exists(word))
            return $"there is no command '{word}', but a file or folder: type 'herogi check {word}'";
        return Suggestion.Nearest(word, root.Subcommands.Select(command => command.Name)) is { } meant
            ? $"there is no command '{word}'; did you mean '{meant}'? type 'herogi {meant} --help', or 'herogi --help' for all there is"
            : $"there is no command '{word}': type 'herogi --help' for all there is";
    }

    private static string Sentence(string message) =>
        message.Length == 0 ? message : char.ToLowerInvariant(message[0]) + message[1..].TrimEnd('.');
}
