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

    public SkippedWords(ImmutableArray<SyntaxTree> trees)
    {
        foreach (var tree in trees)
        {
            foreach (var diagnostic in tree.Diagnostics)
            {
                for (var line = diagnostic.Location.Start.Line; line <= diagnostic.Location.End.Line; line++)
                    AddWords(tree.Text.GetLine(line));
            }
        }
    }

    public bool Contains(string word) => _words.Contains(word);

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
