using System.Collections.Immutable;
using HerogiDsl.Compiler.Syntax;

namespace HerogiDsl.Compiler.Binding.Declarations;

/// <summary>
/// The words that stand on lines which could not be read. A name that fails and stands there was probably declared
/// there: the broken line is the mistake, and it was told.
/// </summary>
internal sealed class SkippedWords
{
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly HashSet<string> _nameless = new(StringComparer.Ordinal);

    public SkippedWords(ImmutableArray<SyntaxTree> trees)
    {
        foreach (var tree in trees)
        {
            foreach (var diagnostic in tree.Diagnostics)
            {
                var before = tree.Text.Content.Substring(0, diagnostic.Location.Span.Start).TrimEnd();
                _nameless.Add(LastWord(before));
                // What is missing at the end of a line is told at the beginning of the next.
                var first = tree.Text.GetPosition(before.Length).Line;
                for (var line = first; line <= diagnostic.Location.End.Line; line++)
                    AddWords(tree.Text.GetLine(line));
            }
        }
    }

    /// <summary>Whether everything could be read.</summary>
    public bool IsEmpty => _words.Count == 0;

    public bool Contains(string word) => _words.Contains(word);

    /// <summary>The same, or something declared with one of these keywords has lost its name.</summary>
    public bool Contains(string word, params string[] keywords) => Contains(word) || _nameless.Overlaps(keywords);

    // example: `state` of `state { on Next -> B }`
    private static string LastWord(string text)
    {
        var start = text.Length;
        while (start > 0 && char.IsLetterOrDigit(text[start - 1]))
            start--;
        return text.Substring(start);
    }

    private void AddWords(string line)
    {
        var start = -1;
        for (var i = 0; i <= line.Length; i++)
        {
            var isWord = i < line.Length && (char.IsLetterOrDigit(line[i]) || line[i] == '_');
            if (isWord && start < 0)
                start = i;
            if (isWord || start < 0)
                continue;
            _words.Add(line.Substring(start, i - start));
            start = -1;
        }
    }
}
