namespace HerogiDsl.Compiler.Graphs;

/// <summary>Breaks texts into lines of a picture.</summary>
internal static class TextBreaker
{
    private const string Cut = "…";

    /// <summary>Lines of at most <paramref name="longest"/> characters; what needs more of them than there may be is cut.</summary>
    public static IReadOnlyList<string> Lines(string text, int longest, int most)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(word => Pieces(word, longest))
            .ToArray();
        var lines = Filled(words, longest);
        if (lines.Count > most)
            return [.. lines.Take(most - 1), Start(lines[most - 1], longest - 1) + Cut];

        // As narrow as the same number of lines allows: no word is left alone at the end.
        for (var narrower = longest - 1; narrower > longest / 2 && words.All(word => word.Length <= narrower); narrower--)
        {
            var balanced = Filled(words, narrower);
            if (balanced.Count > lines.Count)
                break;
            lines = balanced;
        }

        return lines;
    }

    private static List<string> Filled(IEnumerable<string> words, int longest)
    {
        var lines = new List<string>();
        foreach (var word in words)
        {
            var last = lines.Count - 1;
            if (last >= 0 && lines[last].Length + 1 + word.Length <= longest)
                lines[last] += " " + word;
            else
                lines.Add(word);
        }

        return lines;
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
        text.Length <= length ? text
        : text.Substring(0, char.IsHighSurrogate(text[length - 1]) ? length - 1 : length);
}
