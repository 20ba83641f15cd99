using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Parsing.Scanning;

/// <summary>Cuts a text into tokens, comments and documentation, in one pass.</summary>
internal sealed partial class Scanner(ParseSession session)
{
    private readonly string _text = session.Text.Content;
    private static readonly char[] LineEnds = ['\n', '\r'];

    private int _lineEndKnownFrom;
    private int _lineEnd = -1;
    private List<string>? _documentation;
    private TextSpan _documentationSpan;
    private Token? _first;
    private Token? _last;
    private int _at;
    private int _lineStart;
    private int _indent;
    private bool _startsLine = true;
    private bool _isTold;
    private bool _isBehindStray;
    private bool _tellsEscapes;

    /// <summary>The first token of <paramref name="session"/>'s text; the last is of kind End.</summary>
    public static Token Scan(ParseSession session) => new Scanner(session).Run();

    private Token Run()
    {
        while (_at < _text.Length)
            Step();
        return Add(TokenKind.End, _text.Length, null);
    }

    private void Step()
    {
        var c = _text[_at];
        if (c is '\n' or '\r')
            TakeLineEnd();
        else if (char.IsWhiteSpace(c))
            SkipBlanks();
        else if (c == '/' && Peek(1) == '/')
            TakeLineComment();
        else if (c == '/' && Peek(1) == '*')
            TakeBlockComment();
        else
            TakeToken(c);
    }

    private void TakeToken(char c)
    {
        if (_startsLine)
            _indent = _at - _lineStart;
        if (WordLength(_at) > 0)
            TakeWord();
        else if (c is >= '0' and <= '9')
            TakeNumber();
        else if (c == '"')
            TakeQuoted();
        else if (c == '\'')
            TakeSingleQuoted();
        else
            TakePunctuation(c);
    }

    private Token Add(TokenKind kind, int end, object? value, WordRoles roles = WordRoles.None)
    {
        var token = new Token(session, kind, TextSpan.FromBounds(_at, end), value)
        {
            Indent = _indent,
            StartsLine = _startsLine,
            Roles = roles,
            IsTold = _isTold || _isBehindStray,
            Previous = _last,
        };
        if (_documentation is not null)
            session.Document(_at, new Documentation([.. _documentation], _documentationSpan));
        _documentation = null;
        _last?.Append(token);
        _first ??= token;
        _last = token;
        _at = end;
        _startsLine = false;
        _isTold = false;
        _isBehindStray = false;
        return _first;
    }

    private char Peek(int distance) => _at + distance < _text.Length ? _text[_at + distance] : '\0';

    private void TakeWord()
    {
        var end = EndOfWord(_at);
        var word = KnownWords.TextOf(_text, _at, end - _at, out var roles);
        Add(TokenKind.Word, end, word, roles);
    }

    private int EndOfWord(int at)
    {
        var text = _text;
        at += WordLength(at);
        while (at < text.Length)
        {
            var length = text[at] < 128 ? AsciiLength(text[at], orDigit: true) : WordLength(at, orDigit: true);
            if (length == 0)
                break;
            at += length;
        }

        return at;
    }

    private static int AsciiLength(char c, bool orDigit) =>
        (c | 32) is >= 'a' and <= 'z' || c == '_' || (orDigit && c is >= '0' and <= '9') ? 1 : 0;

    // How many UTF-16 units of a word's character stand there: 0 where it is none. A byte that was not UTF-8 is told
    // already, and taken for a letter so that it does not cut a word in two.
    private int WordLength(int at, bool orDigit = false)
    {
        var c = _text[at];
        if (c < 128)
            return AsciiLength(c, orDigit);
        if (c == '\uFFFD')
            return session.Text.MalformedAt is null ? 0 : 1;
        var isPart = char.IsLetter(_text, at) || (orDigit && char.IsDigit(_text, at));
        if (!isPart)
            return 0;
        return char.IsHighSurrogate(c) ? 2 : 1;
    }

    private void SkipBlanks()
    {
        var text = _text;
        var at = _at + 1;
        while (at < text.Length && text[at] is ' ' or '\t')
            at++;
        _at = at;
    }

    private void TakeLineEnd()
    {
        _at += _text[_at] == '\r' && Peek(1) == '\n' ? 2 : 1;
        _lineStart = _at;
        _startsLine = true;
        _isBehindStray = false;
    }

    private void TakeLineComment()
    {
        var end = EndOfLine(_at);
        var comment = new Comment(_text.Substring(_at, end - _at), TextSpan.FromBounds(_at, end));
        session.Comments.Add(comment);
        if (Peek(2) == '/' && Peek(3) != '/')
            TakeDocumentation(comment);
        _at = end;
    }

    private void TakeDocumentation(Comment comment)
    {
        var start = comment.Text.Length > 3 && comment.Text[3] == ' ' ? 4 : 3;
        _documentationSpan = _documentation is null ? comment.Span : _documentationSpan.To(comment.Span);
        (_documentation ??= []).Add(comment.Text.Substring(start).TrimEnd());
    }

    private void TakeBlockComment()
    {
        var close = _text.IndexOf("*/", _at + 2, StringComparison.Ordinal);
        var end = close < 0 ? _text.Length : close + 2;
        session.Comments.Add(new Comment(_text.Substring(_at, end - _at), TextSpan.FromBounds(_at, end)));
        if (close < 0)
        {
            session.Report(SyntaxDiagnostics.NotClosed(Locate(_at, _at + 2), "the comment '/*'", "'*/'"));
            session.EndIsTold();
        }

        SkipTo(end);
    }

    // What is skipped may hold line ends, which count.
    private void SkipTo(int end)
    {
        while (_at < end)
        {
            if (_text[_at] is '\n' or '\r')
                TakeLineEnd();
            else
                _at++;
        }
    }

    // Many short things may ask for the end of one long line: it is sought once.
    private int EndOfLine(int from)
    {
        if (from < _lineEndKnownFrom || from > _lineEnd)
        {
            var end = _text.IndexOfAny(LineEnds, from);
            _lineEndKnownFrom = from;
            _lineEnd = end < 0 ? _text.Length : end;
        }

        return _lineEnd;
    }

    private SourceLocation Locate(int start, int end) => session.Text.Locate(TextSpan.FromBounds(start, end));
}
