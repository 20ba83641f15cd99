using System.Collections.Immutable;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Parsing.Scanning;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Parsing;

/// <summary>What one parse gathers beside the tree: diagnostics, comments, documentation, and how deep it is.</summary>
/// <remarks>
/// Every choice of the grammar is made by the token at hand and never taken back. So a parser that fails can tell so
/// here at once, and nobody has to sort out afterwards which of several failures was meant.
/// </remarks>
internal sealed class ParseSession(SourceText text)
{
    public const int DeepestNesting = 200;

    /// <summary>After so many mistakes nobody reads on.</summary>
    public const int MostDiagnostics = 100;

    private readonly List<Diagnostic> _diagnostics = [];
    private readonly List<Diagnostic> _strays = [];
    private readonly HashSet<Diagnostic> _excusedStrays = [];
    private readonly List<TextSpan> _unread = [];
    private Dictionary<int, Documentation>? _documentation;
    private int _lastTold = -1;
    private bool _endTold;
    private bool _isParsing;
    private int _room = MostDiagnostics;

    public SourceText Text { get; } = text;

    /// <summary>What is read otherwise than it stands there, by offset.</summary>
    public ImmutableDictionary<int, TokenRepair> Repairs { get; init; } = ImmutableDictionary<int, TokenRepair>.Empty;

    public List<Comment> Comments { get; } = [];

    /// <summary>How many brackets and prefixes are open around the token at hand.</summary>
    public int Depth { get; set; }

    /// <summary>How high the trees are that were read since somebody last set this to 0.</summary>
    public int Height { get; set; }

    /// <summary>Whether nesting went too deep, so that the declaration at hand is given up.</summary>
    public bool IsAborted { get; set; }

    /// <summary>A misspelt word that was told, and is to be taken for the word that was meant.</summary>
    public Token? Misspelt { get; set; }

    /// <summary>The last bracket that was found not to be closed.</summary>
    public Token? LastUnclosed { get; private set; }

    public int DiagnosticCount => _diagnostics.Count;

    /// <summary>Whether there were so many mistakes that nothing more is read.</summary>
    public bool HasGivenUp { get; private set; }

    /// <summary>Where the mistakes became too many to be told; null where all are.</summary>
    public int? GivenUpAt { get; private set; }

    /// <summary>The parts that were passed over.</summary>
    public ImmutableArray<TextSpan> Unread => [.. _unread];

    public void Report(Diagnostic diagnostic)
    {
        if (_diagnostics.Count < _room)
        {
            _diagnostics.Add(diagnostic);
            return;
        }

        GivenUpAt = Math.Min(GivenUpAt ?? int.MaxValue, diagnostic.Location.Span.Start);
        HasGivenUp = IsAborted = _isParsing;
    }

    /// <summary>The text is cut into tokens: from now on mistakes are the parser's, which count by themselves.</summary>
    public void BeginParsing()
    {
        _isParsing = true;
        _room = _diagnostics.Count + MostDiagnostics;
    }

    /// <summary>Remembers that what stands from <paramref name="first"/> up to <paramref name="next"/> was passed over.</summary>
    public void PassOver(Token first, Token next)
    {
        if (first != next)
            _unread.Add(TextSpan.FromBounds(first.Span.Start, next.Previous?.Span.End ?? next.Span.Start));
    }

    /// <summary>Characters of no token: told, unless what stands before them in their line makes no sense either.</summary>
    public void ReportStray(Diagnostic diagnostic)
    {
        _strays.Add(diagnostic);
        Report(diagnostic);
    }

    /// <summary>Forgets what was reported since there were <paramref name="count"/> diagnostics.</summary>
    public void ForgetDiagnosticsSince(int count) => _diagnostics.RemoveRange(count, _diagnostics.Count - count);

    /// <summary>Tells that <paramref name="token"/> is not what the grammar has there.</summary>
    public void Unexpected(Token token, string expected, string? hint = null)
    {
        if (!MayTell(token))
            return;
        var after = token.Previous?.Excerpt();
        Report(SyntaxDiagnostics.Unexpected(PlaceOf(token), expected, after, token.Describe(), hint ?? QuoteHint(token)));
    }

    /// <summary>Tells that no item begins with <paramref name="token"/>, whatever stands before it.</summary>
    public void UnexpectedItem(Token token, string expected, string? hint = null)
    {
        if (MayTell(token))
            Report(SyntaxDiagnostics.Unexpected(Text.Locate(token.Span), expected, null, token.Describe(), hint ?? QuoteHint(token)));
    }

    /// <summary>Tells what is wrong at <paramref name="token"/>, in a sentence of its own.</summary>
    public void Tell(Token token, string message, string? hint = null)
    {
        if (MayTell(token))
            Report(SyntaxDiagnostics.Unexpected(Text.Locate(token.Span), message, hint));
    }

    /// <summary>Tells that a bracket is not closed, as <paramref name="found"/> shows.</summary>
    public void NotClosed(Token opening, Token found)
    {
        LastUnclosed = opening;
        if (!MayTell(found))
            return;
        var closing = opening.Kind switch
        {
            TokenKind.OpenBrace => "}",
            TokenKind.OpenParenthesis => ")",
            _ => "]",
        };
        Report(SyntaxDiagnostics.NotClosed(Text.Locate(opening.Span), $"'{opening.Excerpt()}'", $"'{closing}'"));
    }

    public void TooDeep(Token token)
    {
        if (IsAborted)
            return;
        IsAborted = true;
        Report(SyntaxDiagnostics.TooDeep(Text.Locate(token.Span), DeepestNesting));
    }

    /// <summary>Nothing that the end of the file could show as missing is told any more: why it is missing was told.</summary>
    public void EndIsTold() => _endTold = true;

    public void Document(int tokenStart, Documentation documentation) =>
        (_documentation ??= [])[tokenStart] = documentation;

    public Documentation? DocumentationOf(Token token) =>
        _documentation is not null && _documentation.TryGetValue(token.Span.Start, out var found) ? found : null;

    /// <summary>What was told, in the order of the text; too much of it ends in one line that says so.</summary>
    public ImmutableArray<Diagnostic> Diagnostics()
    {
        Diagnostic[] all =
        [
            .. _diagnostics
                .Where(diagnostic => !_excusedStrays.Contains(diagnostic))
                .OrderBy(diagnostic => diagnostic.Location.Span.Start)
                .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal),
        ];
        if (all.Length > MostDiagnostics)
            GivenUpAt = Math.Min(GivenUpAt ?? int.MaxValue, all[MostDiagnostics].Location.Span.Start);
        return GivenUpAt is { } end
            ?
            [
                .. all.TakeWhile(diagnostic => diagnostic.Location.Span.Start < end).Take(MostDiagnostics),
                SyntaxDiagnostics.TooMany(Text.Locate(new TextSpan(end, 0)), MostDiagnostics),
            ]
            : [.. all];
    }

    // Text that touches the end of a string was to be part of it.
    private static string? QuoteHint(Token token) =>
        token.Kind == TokenKind.Word && token.Previous is { Kind: TokenKind.String } before && before.Span.End == token.Span.Start
            ? "a quote within a string is written '\\\"'"
            : null;

    // What is missing at the end of the file is missing behind the last of its text.
    private SourceLocation PlaceOf(Token token) =>
        Text.Locate(token is { Kind: TokenKind.End, Previous: { } last } ? new TextSpan(last.Span.End, 0) : token.Span);

    private void ForgetStraysBehind(Token token)
    {
        var line = Text.GetPosition(token.Span.Start).Line;
        foreach (var stray in _strays)
        {
            if (stray.Location.Span.Start >= token.Span.End && stray.Location.Start.Line == line)
                _excusedStrays.Add(stray);
        }
    }

    private bool MayTell(Token token)
    {
        if (IsAborted || token.IsTold || token.Span.Start == _lastTold)
            return false;
        if (Text.MalformedAt is { } malformed && malformed >= token.Span.Start && malformed < token.Span.End)
            return false;
        if (token.Kind == TokenKind.End)
        {
            if (_endTold)
                return false;
            _endTold = true;
        }

        _lastTold = token.Span.Start;
        if (_strays.Count > 0)
            ForgetStraysBehind(token);
        return true;
    }
}
