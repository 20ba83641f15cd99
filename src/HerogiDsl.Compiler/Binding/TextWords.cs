using System.Runtime.CompilerServices;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Binding;

/// <summary>The words of a text, whether or not it could be read: how often each stands there, and behind what.</summary>
internal sealed class TextWords
{
    // Of a text they never change; they go when the text goes.
    private static readonly ConditionalWeakTable<SourceText, TextWords> Known = new();

    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private readonly HashSet<string> _set = new(StringComparer.Ordinal);

    private TextWords(string text) => Count(text);

    public static TextWords Of(SourceText text) => Known.GetValue(text, static unread => new TextWords(unread.Content));

    public int CountOf(string word) => _words.TryGetValue(word, out var count) ? count : 0;

    // example: session.email
    public bool Reads(string datum) => _read.Contains(datum);

    // example: set email
    public bool Sets(string datum) => _set.Contains(datum);

    private void Count(string text)
    {
        var (before, marks) = ("", "");
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '_'))
                at++;
            if (at == start)
            {
                if (!char.IsWhiteSpace(text[at]))
                    marks = marks.Length < 3 ? marks + text[at] : marks;
                at++;
                continue;
            }

            var word = text.Substring(start, at - start);
            _words[word] = CountOf(word) + 1;
            if (before == "session" && marks is "." or "?.")
                _read.Add(word);
            if (before == "set" && marks.Length == 0)
                _set.Add(word);
            (before, marks) = (word, "");
        }
    }
}
