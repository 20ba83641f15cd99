using HerogiDsl.Compiler.Syntax;

namespace HerogiDsl.Compiler.Parsing.Scanning;

/// <summary>The words of the language, found by their characters: most words of a text need no string of their own.</summary>
internal static class KnownWords
{
    // A power of two, and some times as many as there are words.
    private const int Size = 512;

    private static readonly Entry?[] Table = Fill();

    /// <summary>The text of a word: the one string of a known word, a new one of another; and what it may begin.</summary>
    public static string TextOf(string text, int start, int length, out WordRoles roles)
    {
        for (var slot = SlotOf(text, start, length); Table[slot] is { } entry; slot = (slot + 1) % Size)
        {
            if (entry.Word.Length == length && StandsAt(entry.Word, text, start))
            {
                roles = entry.Roles;
                return entry.Word;
            }
        }

        roles = WordRoles.None;
        return text.Substring(start, length);
    }

    private static bool StandsAt(string word, string text, int start)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (word[i] != text[start + i])
                return false;
        }

        return true;
    }

    private static int SlotOf(string text, int start, int length) =>
        ((text[start] * 37) + (text[start + (length / 2)] * 11) + (text[start + length - 1] * 3) + length) % Size;

    private static Entry?[] Fill()
    {
        var table = new Entry?[Size];
        foreach (var word in SyntaxFacts.Keywords)
        {
            var slot = SlotOf(word, 0, word.Length);
            while (table[slot] is not null)
                slot = (slot + 1) % Size;
            table[slot] = new Entry(word, RolesOf(word));
        }

        return table;
    }

    private static WordRoles RolesOf(string word) =>
        WordRoles.Keyword
        | Role(SyntaxFacts.Declarations.Contains(word) || word is "namespace" or "using", WordRoles.Declaration)
        | Role(SyntaxFacts.Members.Contains(word), WordRoles.Member)
        | Role(SyntaxFacts.Statements.Contains(word), WordRoles.Statement)
        | Role(SyntaxFacts.Triggers.Contains(word), WordRoles.Trigger)
        | Role(SyntaxFacts.Settings.Contains(word), WordRoles.Setting)
        | Role(SyntaxFacts.HttpParts.Contains(word), WordRoles.HttpPart)
        | Role(SyntaxFacts.EmailParts.Contains(word), WordRoles.EmailPart);

    private static WordRoles Role(bool has, WordRoles role) => has ? role : WordRoles.None;

    private sealed record Entry(string Word, WordRoles Roles);
}
