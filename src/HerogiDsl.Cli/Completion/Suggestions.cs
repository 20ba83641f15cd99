using System.CommandLine;
using System.CommandLine.Completions;
using HerogiDsl.Cli.Projects;
using HerogiDsl.Compiler.Parsing;
using HerogiDsl.Compiler.Syntax.Declarations;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Cli.Completion;

// example: herogi [suggest:10] "herogi che"
/// <summary>What a shell offers to complete.</summary>
internal static class Suggestions
{
    public static bool AreAskedFor(string[] arguments) =>
        arguments is [{ } first, ..] && first.StartsWith("[suggest", StringComparison.Ordinal);

    /// <summary>Arguments named FILE or FOLDER are offered paths, options named <c>--scenario</c> the scenarios below here.</summary>
    public static void AddTo(Command command)
    {
        foreach (var argument in command.Arguments)
        {
            // Otherwise the help would list all that may be completed.
            argument.HelpName ??= argument.Name;
            if (IsPath(argument.Name))
                argument.CompletionSources.Add(Paths);
        }

        foreach (var option in command.Options)
        {
            if (IsPath(option.HelpName ?? ""))
                option.CompletionSources.Add(Paths);
            else if (option.Name == "--scenario")
                option.CompletionSources.Add(Scenarios);
        }

        foreach (var inner in command.Subcommands)
            AddTo(inner);
    }

    private static bool IsPath(string name) =>
        name.Contains("FILE", StringComparison.Ordinal) || name.Contains("FOLDER", StringComparison.Ordinal);

    private static IEnumerable<CompletionItem> Paths(CompletionContext context)
    {
        var typed = context.WordToComplete;
        var slash = typed.LastIndexOfAny(['/', '\\']) + 1;
        var folder = new DirectoryInfo(slash == 0 ? "." : typed[..slash]);
        if (!folder.Exists || typed.StartsWith('-'))
            return [];
        return folder.EnumerateFileSystemInfos(typed[slash..] + "*")
            .Where(found => !found.Name.StartsWith('.') || typed[slash..].StartsWith('.'))
            .Where(found => found is DirectoryInfo || ProjectFiles.IsOne(found.Name))
            .Select(found => typed[..slash] + found.Name + (found is DirectoryInfo ? "/" : ""))
            .Order(StringComparer.Ordinal)
            .Select(path => new CompletionItem(path));
    }

    private static IEnumerable<CompletionItem> Scenarios(CompletionContext context)
    {
        try
        {
            return [.. ProjectFiles.Find(["."], Directory.GetCurrentDirectory()).Paths
                .SelectMany(path => HerogiParser.Parse(SourceText.FromBytes(path, File.ReadAllBytes(path))).Root.Declarations)
                .OfType<ScenarioSyntax>()
                .Select(scenario => scenario.Name.Text)
                .Where(name => name.StartsWith(context.WordToComplete, StringComparison.OrdinalIgnoreCase))
                .Order(StringComparer.Ordinal)
                .Select(name => new CompletionItem(name))];
        }
        catch (Exception exception) when (exception is ProjectException or IOException or UnauthorizedAccessException)
        {
            // Where nothing can be read there is nothing to offer.
            return [];
        }
    }
}
