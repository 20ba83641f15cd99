using System.Text;

namespace HerogiDsl.Compiler.Tests.Docs;

/// <summary>A fenced block of a Markdown file.</summary>
/// <param name="Words">What stands behind the opening backticks: <c>herogi wrong</c>.</param>
/// <param name="Content">The lines between, each with its end.</param>
/// <param name="ContentStart">Where the content begins in the file.</param>
internal sealed record Fence(string Words, string Content, int ContentStart)
{
    private const string Mark = "```";

    public static IReadOnlyList<Fence> In(string markdown)
    {
        var fences = new List<Fence>();
        StringBuilder? content = null;
        var (words, start, offset) = ("", 0, 0);
        foreach (var line in markdown.Split('\n'))
        {
            offset += line.Length + 1;
            if (!line.StartsWith(Mark, StringComparison.Ordinal))
            {
                content?.Append(line).Append('\n');
            }
            else if (content is null)
            {
                (words, start, content) = (line[Mark.Length..].Trim(), offset, new StringBuilder());
            }
            else
            {
                fences.Add(new Fence(words, content.ToString(), start));
                content = null;
            }
        }

        Assert.True(content is null, $"the fence '{words}' is not closed");
        return fences;
    }
}
