using System.CommandLine;
using HerogiDsl.Cli.Starting;

namespace HerogiDsl.Cli.Commands;

// example: herogi new OrderDesk --path flows
/// <summary>Writes a scenario to begin with.</summary>
internal static class NewCommand
{
    private const string DefaultName = "Onboarding";

    public static Command Create(TextWriter output, TextWriter errors)
    {
        var name = new Argument<string>("NAME")
        {
            Description = $"The name of the scenario. Default: {DefaultName}.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var path = new Option<string>("--path")
        {
            Description = "The folder for its file; made if it is not there. Default: this folder.",
            HelpName = "FOLDER",
        };
        var force = new Option<bool>("--force") { Description = "Replace the file if it is there." };
        var command = new Command("new", "Writes a scenario to begin with.") { name, path, force };
        command.SetAction(parsed => Run(
            parsed.GetValue(name) ?? DefaultName, parsed.GetValue(path) ?? "", parsed.GetValue(force), output, errors));
        return command;
    }

    private static int Run(string name, string folder, bool isForced, TextWriter output, TextWriter errors)
    {
        if ((ScenarioName.WhyNot(name) ?? StartingScenario.WhyNot(name)) is { } reason)
        {
            errors.WriteLine(reason);
            return HerogiCommand.BadUsage;
        }

        var path = Path.Combine(folder, ScenarioName.FileOf(name)).Replace('\\', '/');
        if (File.Exists(path) && !isForced)
        {
            errors.WriteLine(
                $"'{path}' is there already: type 'herogi new NAME' with another name, or add '--force' to replace it");
            return HerogiCommand.BadUsage;
        }

        try
        {
            if (folder.Length > 0)
                Directory.CreateDirectory(folder);
            File.WriteAllText(path, StartingScenario.Text(name));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            errors.WriteLine($"'{path}' cannot be written ({exception.Message.TrimEnd('.')}): "
                + "type '--path FOLDER' with a folder where it can");
            return HerogiCommand.BadUsage;
        }

        output.WriteLine(path);
        errors.WriteLine(StartingScenario.NextSteps(name, path));
        return HerogiCommand.Success;
    }
}
