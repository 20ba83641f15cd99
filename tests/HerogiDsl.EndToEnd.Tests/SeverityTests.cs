using System.Text.RegularExpressions;
using HerogiDsl.EndToEnd.Tests.Support;

namespace HerogiDsl.EndToEnd.Tests;

/// <summary>What a project says of warnings, as `dotnet build` and `herogi check` hear it.</summary>
public sealed class SeverityTests
{
    private const string Walk = """
        namespace Shop
        event Go
        event loud
        scenario Walk {
          session note: string
          start { on Go do { set note = "x" } -> There }
          state There { log "{{ session.note }}" on Go -> Done }
          state Lost { on Go -> Done }
          end Done
        }
        """;

    private static readonly Regex Behind = new(
        @" \(https://[^)]*\)( \[[^\]]*\])?$| \[[^\]]*\]$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10));

    [Fact]
    public async Task TheBuildAndTheCommandLineHearTheSame()
    {
        using var folder = new TemporaryFolder();
        Write(folder, "flows/walk.herogi", Walk);
        Write(folder, ".editorconfig", "root = true\n[*]\ndotnet_diagnostic.HRG1011.severity = error\ndotnet_diagnostic.HRG1013.severity = none\n");
        // No C# is in this folder: Roslyn itself would not find the file.
        Write(folder, "flows/.editorconfig", "[*.{herogi,scriban}]\ndotnet_diagnostic.HRG1013.severity = warning\n");
        Write(folder, ".globalconfig", "is_global = true\ndotnet_diagnostic.HRG1013.severity = error\ndotnet_diagnostic.HRG3002.severity = error\n");
        Write(folder, "Program.cs", "System.Console.WriteLine();\n");
        ExampleProject.Write(folder["example.csproj"], "<OutputType>Exe</OutputType>");

        var (_, output) = await Program.RunAsync(
            folder.Path, "build", folder["example.csproj"], "--nologo", "-nodeReuse:false", "-consoleLoggerParameters:NoSummary;DisableConsoleColor");
        var built = output.Split('\n').Where(line => line.Contains(" HRG", StringComparison.Ordinal))
            .Select(line => Behind.Replace(line.Trim(), "").Replace(folder.Path + "/", "", StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        var check = await Program.RunAsync(folder.Path, Places.Cli, "check", ".");
        var told = check.Output.Split('\n')
            .Where(line => line.Contains(" HRG", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToArray();

        Assert.Collection(
            told,
            line => Assert.StartsWith("flows/walk.herogi(3,7): error HRG1011: ", line, StringComparison.Ordinal),
            line => Assert.StartsWith("flows/walk.herogi(3,7): warning HRG1013: ", line, StringComparison.Ordinal),
            line => Assert.StartsWith("flows/walk.herogi(8,9): error HRG3002: ", line, StringComparison.Ordinal));
        Assert.Equal(told, built);
        Assert.Equal(1, check.ExitCode);
    }

    private static void Write(TemporaryFolder folder, string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder[path])!);
        File.WriteAllText(folder[path], content);
    }
}
