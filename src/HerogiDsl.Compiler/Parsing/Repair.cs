using System.Collections.Immutable;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Parsing.Scanning;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Parsing;

// example: event event Go   (the second is left out)   scenario Flow start {   (a brace is put in)
/// <summary>
/// Where a slip of one token makes more than one diagnostic: reads the file as if that token had not been there, or had
/// been another one. What makes all of them but the first go away was the mistake.
/// </summary>
internal sealed class Repair
{
    // How many characters may be read again: a few hundredths of a second.
    private const int Patience = 200_000;
    private const int MostMistakes = 20;
    private const int MostSites = 4;

    private readonly SourceText _text;
    private readonly Token[] _tokens;
    private readonly List<Diagnostic> _told = [];
    private readonly List<TextSpan> _lines = [];
    private ImmutableDictionary<int, TokenRepair> _repairs = ImmutableDictionary<int, TokenRepair>.Empty;
    private SyntaxTree _tree;
    private int _read;

    private Repair(SyntaxTree tree)
    {
        _tree = tree;
        _text = tree.Text;
        _tokens = [.. Tokens(Scanner.Scan(new ParseSession(_text)))];
    }

    /// <summary>The tree of the repaired text with the diagnostics that are left, or the same where nothing helps.</summary>
    public static SyntaxTree Mend(SyntaxTree tree)
    {
        var isWorthIt = tree.Diagnostics.Length is > 0 and <= MostMistakes
            && tree.Text.Content.Length < Patience / 4
            && tree.Text.MalformedAt is null
            && tree.Diagnostics.All(found => found.Id != DiagnosticDescriptors.TooDeepOrTooLarge.Id);
        return isWorthIt ? new Repair(tree).Run() : tree;
    }

    private SyntaxTree Run()
    {
        while (_read < Patience && TakeBest())
        {
        }

        if (_told.Count == 0)
            return _tree;
        return _tree with
        {
            Diagnostics = [.. Together(_told, _tree.Diagnostics).OrderBy(found => found.Location.Span.Start)],
            Repaired = [.. _lines],
        };
    }

    // Of the first mistakes the one whose repair helps; the later ones may be what follows from it.
    private bool TakeBest()
    {
        var before = _tree.Diagnostics;
        Attempt? best = null;
        foreach (var found in before.Take(MostSites))
        {
            foreach (var (offset, repair, mistake) in RepairCandidates.At(found, _tokens, before.Length == 1))
            {
                if (_repairs.ContainsKey(offset) || _read >= Patience)
                    continue;
                var repairs = _repairs.Add(offset, repair);
                var tree = HerogiParser.Parse(_text, repairs);
                _read += _text.Content.Length + 1;
                if (!IsBetter(tree))
                    continue;
                var told = mistake ?? TellOf(found, repair, tree);
                var count = Together([told], tree.Diagnostics).Count();
                // What stands there twice, or lacks its keyword, is known; anything else has to take a second one with it.
                var most = mistake is null ? before.Length - 1 : before.Length;
                if (count <= most && count < (best?.Count ?? int.MaxValue))
                    best = new Attempt(tree, repairs, told, offset, count);
            }

            if (best?.Count == 1)
                break;
        }

        if (best is null)
            return false;
        _tree = best.Tree;
        _repairs = best.Repairs;
        _told.Add(best.Told);
        _lines.Add(LineOf(best.Offset));
        _lines.Add(LineOf(best.Told.Location.Span.Start));
        return _tree.Diagnostics.Length > 0;
    }

    // Nothing else is told, and no more is passed over: a mistake that is only out of sight is still there.
    private bool IsBetter(SyntaxTree tree) =>
        tree.Unread.Sum(part => part.Length) <= _tree.Unread.Sum(part => part.Length)
        && tree.Diagnostics.All(found => _tree.Diagnostics.Any(known => known.Location.Span.Start == found.Location.Span.Start));

    // A brace that is put in was not closed: that is told at its opening.
    private Diagnostic TellOf(Diagnostic found, TokenRepair repair, SyntaxTree tree) =>
        repair is { LeavesOut: false, PutIn: TokenKind.CloseBrace }
            && tree.Diagnostics.All(left => left.Location.Span.Start != found.Location.Span.Start)
                ? _tree.Diagnostics.FirstOrDefault(other => other.Id == DiagnosticDescriptors.NotClosed.Id) ?? found
                : found;

    private static IEnumerable<Diagnostic> Together(IEnumerable<Diagnostic> told, IEnumerable<Diagnostic> others)
    {
        Diagnostic[] first = [.. told];
        return first.Concat(others.Where(other => first.All(known => known.Location.Span.Start != other.Location.Span.Start)));
    }

    private TextSpan LineOf(int offset)
    {
        var line = _text.GetPosition(offset).Line;
        var start = _text.LineStart(line);
        return new TextSpan(start, _text.GetLine(line).Length);
    }

    private static IEnumerable<Token> Tokens(Token first)
    {
        for (var at = first; ; at = at.Next)
        {
            yield return at;
            if (at.Kind == TokenKind.End)
                break;
        }
    }

    private sealed record Attempt(
        SyntaxTree Tree, ImmutableDictionary<int, TokenRepair> Repairs, Diagnostic Told, int Offset, int Count);
}

/// <summary>What may have been meant where something was unexpected.</summary>
internal static class RepairCandidates
{
    private static readonly TokenKind[] Marks =
    [
        TokenKind.OpenBrace, TokenKind.CloseBrace, TokenKind.OpenParenthesis, TokenKind.CloseParenthesis, TokenKind.Colon,
        TokenKind.Arrow, TokenKind.Dot, TokenKind.Assign, TokenKind.Comma, TokenKind.CloseBracket, TokenKind.Greater,
    ];

    // Without these words what follows them begins nothing.
    private static readonly (string Word, Func<Token, bool> Before)[] Words =
    [
        ("from", token => token.Is("http") || token.Is("smtp")),
        ("start", token => token is { Kind: TokenKind.OpenBrace, Previous.Kind: TokenKind.OpenBrace or TokenKind.CloseBrace }
            || token is { Kind: TokenKind.OpenBrace, StartsLine: true }),
    ];

    /// <summary>Offsets and repairs, and the diagnostic where it is another than the one that was told.</summary>
    public static IEnumerable<(int Offset, TokenRepair Repair, Diagnostic? Mistake)> At(
        Diagnostic found, Token[] tokens, bool isAlone)
    {
        if (found.Id != DiagnosticDescriptors.UnexpectedText.Id)
            yield break;
        var index = Array.FindIndex(tokens, token => token.Span.Start >= found.Location.Span.Start);
        var at = tokens[index < 0 ? tokens.Length - 1 : index];
        foreach (var twice in Doubled(at))
            yield return (twice.Span.Start, new TokenRepair(true), Twice(twice));
        foreach (var (word, isBefore) in Words)
        {
            if (isBefore(at))
                yield return (at.Span.Start, new TokenRepair(false, TokenKind.Word, word), Missing(word, at));
        }

        if (isAlone)
            yield break;
        if (at.Kind != TokenKind.End)
            yield return (at.Span.Start, new TokenRepair(true), null);
        foreach (var mark in Marks)
        {
            yield return (found.Location.Span.Start, new TokenRepair(false, mark), null);
            if (at.Kind != TokenKind.End)
                yield return (at.Span.Start, new TokenRepair(true, mark), null);
        }
    }

    // The token at hand, or the one before it, which was taken for something else.
    private static IEnumerable<Token> Doubled(Token at)
    {
        if (IsTwice(at))
            yield return at;
        if (at.Previous is { } before && IsTwice(before))
            yield return before;
        if (at.Previous?.Previous is { } third && IsTwice(third))
            yield return third;
    }

    private static bool IsTwice(Token token) =>
        token.Kind != TokenKind.End && token.Previous is { } before && before.Kind == token.Kind && before.Excerpt() == token.Excerpt()
        && before.Span.Length == token.Span.Length;

    private static Diagnostic Twice(Token token) => SyntaxDiagnostics.Unexpected(
        token.Session.Text.Locate(token.Span), $"unexpected {token.Describe()}: it stands here twice", "leave one of the two out");

    private static Diagnostic Missing(string word, Token token) => SyntaxDiagnostics.Unexpected(
        token.Session.Text.Locate(token.Span), $"'{word}'", token.Previous?.Excerpt(), token.Describe());
}
