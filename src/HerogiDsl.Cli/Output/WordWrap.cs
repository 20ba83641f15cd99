using Spectre.Console;

namespace HerogiDsl.Cli.Output;

/// <summary>Breaks a text between its words.</summary>
internal static class WordWrap
{
    /// <summary>The lines of <paramref name="text"/>, none wider than <paramref name="width"/> unless a word is.</summary>
    public static IEnumerable<string> Lines(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && longer.GetCellWidth() > width)
            {
                yield return line;
                longer = word;
            }

            line = longer;
        }

        if (line.Length > 0)
            yield return line;
    }
}
