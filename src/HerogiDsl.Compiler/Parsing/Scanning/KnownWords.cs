using HerogiDsl.Compiler.Syntax;

namespace HerogiDsl.Compiler.Parsing.Scanning;

/// <summary>The words of the language, found by their characters: most words of a text need no string of their own.</summary>
internal static class KnownWords
{
    // A power of two, and some times as many as there are words.
    private const int Size = 512;

    private static readonly string?[] Table = Fill();

    /// <summary>The text of a word: the one string of a known word, a new one of another.</summary>
    public static string TextOf(string text, int start, int length)
    {
        for (var slot = SlotOf(text, start, length); Table[slot] is { } word; slot = (slot + 1) % Size)
        {
            if (word.Length == length && string.CompareOrdinal(word, 0, text, start, length) == 0)
                return word;
        }

        return text.Substring(start, length);
    }

    private static int SlotOf(string text, int start, int length) =>
        ((text[start] * 37) + (text[start + (length / 2)] * 11) + (text[start + length - 1] * 3) + length) % Size;

    private static string?[] Fill()
    {
        var table = new string?[Size];
        foreach (var word in SyntaxFacts.Keywords)
        {
            var slot = SlotOf(word, 0, word.Length);
            while (table[slot] is not null)
                slot = (slot + 1) % Size;
            table[slot] = word;
        }

        return table;
    }
}
