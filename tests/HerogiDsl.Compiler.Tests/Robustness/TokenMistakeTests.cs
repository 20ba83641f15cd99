using System.Text;
using HerogiDsl.Compiler.Tests.Support;

namespace HerogiDsl.Compiler.Tests.Robustness;

/// <summary>One slip of the finger, one diagnostic: every token of sound texts is left out, doubled and replaced.</summary>
public sealed class TokenMistakeTests
{
    private const int EachSo = 31;

    // Some slips are two mistakes by any reading, such as a brace that closes too early.
    private const double MostWithSeveral = 0.035;

    /// <summary>Some of the slips; with <c>HEROGI_MISTAKES</c>, all of them, and what tells several goes to that file.</summary>
    [Fact]
    public void OneSlipIsHardlyEverTwoDiagnostics()
    {
        var path = Environment.GetEnvironmentVariable("HEROGI_MISTAKES");
        var output = new StringBuilder();
        var (tried, several) = (0, 0);
        foreach (var (project, file, slip) in Slips().Where((_, index) => path is not null || index % EachSo == 0))
        {
            tried++;
            var told = project.With(file, slip.Text).Compile();
            if (told.Length <= 1)
                continue;
            several++;
            output.Append(slip.Kind).Append(" in '").Append(project.Name).Append("' ").Append(Around(slip.Text, slip.At)).Append('\n');
            foreach (var found in told)
                output.Append("    ").Append(Compilation.Show(found)).Append('\n');
        }

        if (path is not null)
            File.WriteAllText(path, $"{several} of {tried}\n{output}");
        Assert.True(tried > 1_000, $"{tried} slips");
        Assert.True(several <= tried * MostWithSeveral, $"{several} of {tried}\n{output}");
    }

    private static IEnumerable<(Project Project, string File, (string Kind, string Text, int At) Slip)> Slips() =>
        from project in Project.Sound
        from file in project.Files
        where Project.IsHerogi(file)
        from slip in Slips(file.Content)
        select (project, file.Path, slip);

    private static IEnumerable<(string Kind, string Text, int At)> Slips(string text)
    {
        foreach (var span in Mutation.TokensOf(text))
        {
            var token = text[span.Start..span.End];
            yield return ($"without {token}", text.Remove(span.Start, span.Length), span.Start);
            yield return ($"twice {token}", text.Insert(span.End, " " + token), span.Start);
            if (!char.IsLetterOrDigit(token[0]) && token[0] is not ('_' or '"'))
            {
                foreach (var other in new[] { ";", ",", "}" })
                    yield return ($"{other} for {token}", text[..span.Start] + other + text[span.End..], span.Start);
            }
        }
    }

    private static string Around(string text, int at)
    {
        var line = text.AsSpan(0, at).Count('\n') + 1;
        var start = text.LastIndexOf('\n', Math.Max(0, at - 1)) + 1;
        var end = text.IndexOf('\n', at);
        return $"line {line}: {text[start..(end < 0 ? text.Length : end)].Trim()}";
    }
}
