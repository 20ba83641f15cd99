using System.Runtime.CompilerServices;
using HerogiDsl.Cli.Tests.Commands;

namespace HerogiDsl.Cli.Tests.Docs;

/// <summary>What the manual of the command line shows is what happens, from its first page to its last.</summary>
public sealed class ManualTests : IDisposable
{
    private const string Prompt = "$ herogi ";
    private const string Anything = "…";

    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task TheLinesOfTheManualGiveWhatItShows()
    {
        var examples = Examples().ToArray();
        Assert.InRange(examples.Length, 4, int.MaxValue);
        foreach (var (line, shown) in examples)
        {
            var outcome = await _place.RunAsync(line.Split(' '));
            AssertShown(line, shown, [.. outcome.Output, .. outcome.Errors]);
        }
    }

    private static void AssertShown(string line, string[] shown, string[] told)
    {
        var isWhole = shown[^1] != Anything;
        var expected = isWhole ? shown : shown[..^1];
        Assert.True(isWhole ? told.Length == expected.Length : told.Length > expected.Length, $"{line}\n{string.Join('\n', told)}");
        Assert.Equal(expected, told[..expected.Length]);
    }

    private static IEnumerable<(string Line, string[] Shown)> Examples()
    {
        var blocks = File.ReadAllText(Manual()).ReplaceLineEndings("\n").Split("```console\n").Skip(1);
        foreach (var block in blocks)
        {
            var lines = block[..block.IndexOf("```", StringComparison.Ordinal)].TrimEnd('\n').Split('\n');
            yield return (lines[0][Prompt.Length..], lines[1..]);
        }
    }

    private static string Manual([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "docs", "command-line.md");
}
