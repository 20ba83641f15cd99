using System.Text.RegularExpressions;
using HerogiDsl.Compiler.Tests.Docs;
using HerogiDsl.EndToEnd.Tests.Support;

namespace HerogiDsl.EndToEnd.Tests;

/// <summary>Every mistake that has a page, as `dotnet build` and `herogi check` tell it.</summary>
public sealed class MistakeTests
{
    // What MSBuild puts behind a message: the page's address and the project.
    private static readonly Regex Behind = new(
        @" \(https://[^)]*\)( \[[^\]]*\])?$| \[[^\]]*\]$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10));

    [Fact]
    public async Task TheBuildAndTheCommandLineTellEveryMistakeOfThePagesAlike()
    {
        using var folder = new TemporaryFolder();
        var examples = WriteExamples(folder);
        Assert.True(examples.Count > 40, $"only {examples.Count} examples");

        var (exitCode, output) = await Program.RunAsync(
            folder.Path, "build", folder["all.proj"], "--nologo", "-m:2", "-nodeReuse:false",
            "-consoleLoggerParameters:NoSummary;DisableConsoleColor");
        var built = output.Split('\n').Where(line => line.Contains(" HRG", StringComparison.Ordinal))
            .Select(line => Behind.Replace(line.Trim(), ""))
            .ToHashSet(StringComparer.Ordinal);

        Assert.True(exitCode != 0, output);
        foreach (var (name, messages) in examples)
        {
            var expected = messages.Select(message => Path.Combine(folder[name], message)).ToArray();
            Assert.Equal(expected, built.Where(line => line.StartsWith(folder[name] + "/", StringComparison.Ordinal)));
        }

        foreach (var (name, messages) in examples)
        {
            var check = await Program.RunAsync(folder[name], Places.Cli, "check", "example.herogi");
            Assert.Equal(messages, check.Output.Split('\n').Where(line => line.Contains(" HRG", StringComparison.Ordinal)));
            Assert.Equal(messages.Any(message => message.Contains(": error HRG", StringComparison.Ordinal)) ? 1 : 0, check.ExitCode);
        }
    }

    private static Dictionary<string, string[]> WriteExamples(TemporaryFolder folder)
    {
        var examples = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var page in Directory.GetFiles(Path.Combine(Places.Repository, "docs", "diagnostics"), "HRG*.md"))
        {
            var fences = Fence.In(File.ReadAllText(page));
            var messages = fences.Where(fence => fence.Words == "text message").ToArray();
            var wrong = fences.Where(fence => fence.Words.StartsWith("herogi wrong", StringComparison.Ordinal)).ToArray();
            for (var i = 0; i < wrong.Length; i++)
            {
                // Bytes that are no text, and files of 4 MiB, are the compiler's own tests.
                if (wrong[i].Words != "herogi wrong")
                    continue;
                var name = $"{Path.GetFileNameWithoutExtension(page)}-{i}";
                Write(folder, name, wrong[i], fences);
                examples.Add(name, messages[i].Content.Split('\n', StringSplitOptions.RemoveEmptyEntries));
            }
        }

        File.WriteAllText(folder["all.proj"], """
            <Project DefaultTargets="Build">
              <ItemGroup><Example Include="HRG*/example.csproj" /></ItemGroup>
              <Target Name="Restore"><MSBuild Projects="@(Example)" Targets="Restore" BuildInParallel="true" /></Target>
              <Target Name="Build">
                <MSBuild Projects="@(Example)" Targets="Build" BuildInParallel="true" ContinueOnError="ErrorAndContinue" />
              </Target>
            </Project>
            """);
        return examples;
    }

    private static void Write(TemporaryFolder folder, string name, Fence example, IReadOnlyList<Fence> fences)
    {
        Directory.CreateDirectory(folder[name]);
        File.WriteAllText(Path.Combine(folder[name], "example.herogi"), example.Content);
        foreach (var file in fences.Where(fence => fence.Words.StartsWith("file ", StringComparison.Ordinal)))
        {
            if (file.Words.Split(' ') is [_, var path, "wrong"])
                File.WriteAllText(Path.Combine(folder[name], path), file.Content);
        }

        ExampleProject.Write(
            Path.Combine(folder[name], "example.csproj"), "<RootNamespace>Root</RootNamespace>");
    }
}
