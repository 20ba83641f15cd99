using System.Text;
using HerogiDsl.Compiler.Tests.Support;

namespace HerogiDsl.Compiler.Tests.Robustness;

/// <summary>One slip of the finger, one diagnostic: every token of sound texts is left out, doubled and replaced.</summary>
public sealed class TokenMistakeTests
{
    [Fact]
    public void Dump()
    {
        if (Environment.GetEnvironmentVariable("HEROGI_MISTAKES") is not { } path)
            return;
        var only = Environment.GetEnvironmentVariable("HEROGI_MISTAKES_ONLY");
        var output = new StringBuilder();
        var (tried, several) = (0, 0);
        foreach (var project in Project.Sound.Where(project => only is null || project.Name.Contains(only, StringComparison.Ordinal)))
        {
            foreach (var file in project.Files.Where(Project.IsHerogi))
            {
                foreach (var (kind, text, at) in Slips(file.Content))
                {
                    tried++;
                    var told = project.With(file.Path, text).Compile();
                    if (told.Length <= 1)
                        continue;
                    several++;
                    output.Append(kind).Append(" in '").Append(project.Name).Append("' ").Append(Around(text, at)).Append('\n');
                    foreach (var found in told)
                        output.Append("    ").Append(Compilation.Show(found)).Append('\n');
                }
            }
        }

        File.WriteAllText(path, $"{several} of {tried}\n{output}");
    }

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
