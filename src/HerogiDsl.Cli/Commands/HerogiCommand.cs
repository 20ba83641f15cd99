using System.CommandLine;
using System.CommandLine.Help;
using HerogiDsl.Cli.Completion;

namespace HerogiDsl.Cli.Commands;

// example: herogi check flows
/// <summary>The command line as a whole, and its exit codes.</summary>
internal static class HerogiCommand
{
    public const int Success = 0;
    public const int Mistakes = 1;
    public const int BadUsage = 2;

    /// <summary>Runs what <paramref name="arguments"/> ask for.</summary>
    public static int Run(string[] arguments, TextWriter output, TextWriter errors)
    {
        var root = Create(output, errors);
        var parsed = root.Parse(arguments.Length == 0 ? ["--help"] : arguments);
        // Who asks for help, or a shell that asks how a line may go on, has not yet typed all that is needed.
        var isUnfinished = parsed.Action is HelpWithExamples || Suggestions.AreAskedFor(arguments);
        if (!isUnfinished && UsageError.Explain(parsed) is { } wrong)
        {
            errors.WriteLine(wrong);
            return BadUsage;
        }

        return parsed.Invoke(new InvocationConfiguration
        {
            Output = output,
            Error = errors,
            EnableDefaultExceptionHandler = false,
        });
    }

    private static RootCommand Create(TextWriter output, TextWriter errors)
    {
        var root = new RootCommand("Works with '.herogi' files: scenarios as state machines, compiled to C#.")
        {
            CheckCommand.Create(output, errors),
            FmtCommand.Create(output, errors),
            GraphCommand.Create(output, errors),
            ExplainCommand.Create(output, errors),
            NewCommand.Create(output, errors),
            CompletionCommand.Create(output, errors),
        };
        root.Add(HelpCommand.Create(root, output, errors));
        AddExamples(root);
        Suggestions.AddTo(root);
        return root;
    }

    private static void AddExamples(RootCommand root)
    {
        foreach (var option in root.Options.OfType<HelpOption>())
        {
            if (option.Action is HelpAction help)
                option.Action = new HelpWithExamples(help);
            // Those of another system would be paths here.
            option.Aliases.Remove("/?");
            option.Aliases.Remove("/h");
        }
    }
}
