using HerogiDsl.Compiler.Diagnostics;

namespace HerogiDsl.Compiler.Syntax;

/// <summary>The warnings that comments in the files switch off; errors stay.</summary>
internal sealed class SwitchedOff
{
    private static readonly char[] Separators = [' ', '\t', ','];

    private readonly Dictionary<string, SyntaxTree> _trees = new(StringComparer.Ordinal);

    public SwitchedOff(IEnumerable<SyntaxTree> trees)
    {
        foreach (var tree in trees)
            _trees[tree.Text.Path] = tree;
    }

    /// <summary>Whether the last comment before it that speaks of its id switches it off.</summary>
    public bool Contains(Diagnostic diagnostic) =>
        diagnostic.Descriptor.DefaultSeverity != DiagnosticSeverity.Error
        && _trees.TryGetValue(diagnostic.Location.Path, out var tree)
        && tree.Comments
            .Where(comment => comment.Span.Start < diagnostic.Location.Span.Start)
            .Select(comment => SwitchOf(comment, diagnostic.Id))
            .LastOrDefault(found => found is not null) == "disable";

    // example: // herogi disable HRG3004, HRG3018
    private static string? SwitchOf(Comment comment, string id)
    {
        var words = comment.Text.TrimStart('/').Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        return words is ["herogi", "disable" or "enable", ..] && Array.IndexOf(words, id, 2) >= 0 ? words[1] : null;
    }
}
