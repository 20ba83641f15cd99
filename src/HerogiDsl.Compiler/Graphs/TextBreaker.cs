namespace HerogiDsl.Compiler.Graphs;

/// <summary>Breaks texts into lines of a picture.</summary>
internal static class TextBreaker
{
    private const string Cut = "…";

    /// <summary>Lines of at most <paramref name="longest"/> characters; what needs more of them than there may be is cut.</summary>
    public static IReadOnlyList<string> Lines(string text, int longest, int most)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Pieces(word, longest)))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > longest)
            {
                lines.Add(line);
                line = "";
            }

            line = line.Length == 0 ? word : line + " " + word;
        }

        if (line.Length > 0)
            lines.Add(line);
        if (lines.Count <= most)
            return lines;
        var last = lines[most - 1];
        lines[most - 1] = (last.Length < longest ? last : Start(last, longest - 1)) + Cut;
        return lines.GetRange(0, most);
    }

    private static IEnumerable<string> Pieces(string word, int longest)
    {
        while (word.Length > longest)
        {
            var piece = Start(word, longest);
            yield return piece;
            word = word.Substring(piece.Length);
        }

        yield return word;
    }

    // Never between the two halves of a character.
    private static string Start(string text, int length) =>
        text.Substring(0, char.IsHighSurrogate(text[length - 1]) ? length - 1 : length);
}
