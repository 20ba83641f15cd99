using System.CommandLine;
using System.CommandLine.Help;

namespace HerogiDsl.Cli.Commands;

/// <summary>The whole command line: what was typed in, an exit code out.</summary>
internal static class HerogiCommand
{
    public const int Success = 0;
    public const int Mistakes = 1;
    public const int BadUsage = 2;

    /// <summary>Runs what <paramref name="arguments"/> ask for.</summary>
    public static int Run(string[] arguments, TextWriter output, TextWriter errors)
    {
        var root = new RootCommand("Works with '.herogi' files: scenarios as state machines, compiled to C#.")
        {
            CheckCommand.Create(output, errors),
            LockCommand.Create(output, errors),
            DiffCommand.Create(output, errors),
        };
        AddExamples(root);
        var parsed = root.Parse(arguments);
        // Who asks for help has not yet typed all that is needed.
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpWithExamples)
        {
            errors.WriteLine(UsageError.Explain(parsed));
            return BadUsage;
        }

        return parsed.Invoke(new InvocationConfiguration
        {
            Output = output,
            Error = errors,
            EnableDefaultExceptionHandler = false,
        });
    }

    private static void AddExamples(RootCommand root)
    {
        foreach (var option in root.Options.OfType<HelpOption>())
        {
            if (option.Action is HelpAction help)
                option.Action = new HelpWithExamples(help);
        }
    }
}
