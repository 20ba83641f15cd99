using System.CommandLine;
using HerogiDsl.Cli.Output;
using HerogiDsl.Cli.Projects;
using HerogiDsl.Compiler;
using Spectre.Console;

namespace HerogiDsl.Cli.Commands;

// example: herogi explain flows --scenario CrmOnboarding
/// <summary>Tells scenarios in plain words.</summary>
internal static class ExplainCommand
{
    private const int PlainWidth = 80;
    private const int WidestText = 100;
    private const int NarrowestText = 40;

    public static Command Create(TextWriter output, TextWriter errors)
    {
        var path = new Argument<string>("FILE | FOLDER")
        {
            Description = "A '.herogi' file, or the folder that has them. Default: this folder.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var scenario = new Option<string>("--scenario") { Description = "Only this one.", HelpName = "NAME" };
        var format = new Option<string>("--format")
        {
            Description = "text or markdown. Default: text.",
            HelpName = "FORMAT",
        };
        var command = new Command("explain", "Tells scenarios in plain words, for people who read no code.")
        {
            path,
            scenario,
            format,
        };
        command.SetAction(parsed => Run(
            parsed.GetValue(path) ?? ".",
            parsed.GetValue(scenario),
            parsed.GetValue(format) ?? "text",
            output,
            errors));
        return command;
    }

    private static int Run(string path, string? scenario, string format, TextWriter output, TextWriter errors)
    {
        if (format is not ("text" or "markdown"))
        {
            errors.WriteLine($"there is no format '{format}': type '--format text' or '--format markdown'");
            return HerogiCommand.BadUsage;
        }

        if (ProjectCompilation.Read(path, "explain", errors) is not { } project)
            return HerogiCommand.BadUsage;
        var (explanations, diagnostics) = HerogiCompilation.Explain(
            project.Trees, project.Templates, new CompilationOptions(project.RootNamespace));
        if (ProjectCompilation.TellErrors(diagnostics, errors))
            return HerogiCommand.Mistakes;
        if (ProjectCompilation.Choose(explanations, told => told.Name, scenario, errors) is not { } chosen)
            return HerogiCommand.BadUsage;
        var texts = chosen.Select(told => format == "text"
            ? ExplanationPrinter.Text(told.Passages, Width())
            : ExplanationPrinter.Markdown(told.Passages));
        output.Write(string.Join(Environment.NewLine, texts));
        return HerogiCommand.Success;
    }

    // Beyond a hundred letters the eye loses the line.
    private static int Width() => Terminal.IsOne()
        ? Math.Clamp(AnsiConsole.Profile.Width, NarrowestText, WidestText)
        : PlainWidth;
}
