using System.CommandLine;
using System.Text;
using HerogiDsl.Cli.Projects;
using HerogiDsl.Compiler;
using HerogiDsl.Compiler.Graphs;
using HerogiDsl.Compiler.Lowering.Model;

namespace HerogiDsl.Cli.Commands;

// example: herogi graph flows --scenario CrmOnboarding --format svg --output crm.svg
/// <summary>Draws scenarios.</summary>
internal static class GraphCommand
{
    private static readonly Dictionary<string, Func<IReadOnlyList<Picture>, string>> Formats =
        new(StringComparer.Ordinal)
        {
            ["mermaid"] = MermaidGraph.Write,
            ["dot"] = DotGraph.Write,
            ["svg"] = SvgGraph.Write,
        };

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
            Description = "mermaid, dot or svg. Default: what the ending of the output file says, otherwise mermaid.",
            HelpName = "FORMAT",
        };
        var file = new Option<string>("--output")
        {
            Description = "The file to write. Default: standard output.",
            HelpName = "FILE",
        };
        var command = new Command("graph", "Draws scenarios as state machines.") { path, scenario, format, file };
        command.SetAction(parsed => Run(
            parsed.GetValue(path) ?? ".",
            parsed.GetValue(scenario),
            parsed.GetValue(format) ?? FormatOf(parsed.GetValue(file)),
            parsed.GetValue(file),
            output,
            errors));
        return command;
    }

    private static int Run(
        string path, string? scenario, string format, string? file, TextWriter output, TextWriter errors)
    {
        if (!Formats.TryGetValue(format, out var write))
        {
            errors.WriteLine($"there is no format '{format}': type '--format mermaid', '--format dot' or '--format svg'");
            return HerogiCommand.BadUsage;
        }

        if (ProjectCompilation.Read(path, "graph", errors) is not { } project)
            return HerogiCommand.BadUsage;
        var result = HerogiCompilation.Compile(
            project.Trees, project.Templates, new CompilationOptions(project.RootNamespace));
        if (ProjectCompilation.TellErrors(result.Diagnostics, errors))
            return HerogiCommand.Mistakes;
        var models = result.Files.OfType<ScenarioModel>().Where(model => model.Steps is not null);
        if (ProjectCompilation.Choose(models, model => model.SourceName, scenario, errors) is not { } chosen)
            return HerogiCommand.BadUsage;
        return Write(write([.. chosen.Select(PictureBuilder.Build)]), file, output, errors);
    }

    private static int Write(string text, string? file, TextWriter output, TextWriter errors)
    {
        if (file is null)
        {
            output.Write(text);
            return HerogiCommand.Success;
        }

        try
        {
            File.WriteAllText(file, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            return HerogiCommand.Success;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            errors.WriteLine($"'{file}' cannot be written ({exception.Message.TrimEnd('.')}): "
                + "type '--output FILE' with a file that can");
            return HerogiCommand.BadUsage;
        }
    }

    private static string FormatOf(string? file) => Path.GetExtension(file ?? "").ToLowerInvariant() switch
    {
        ".svg" => "svg",
        ".dot" or ".gv" => "dot",
        _ => "mermaid",
    };
}
