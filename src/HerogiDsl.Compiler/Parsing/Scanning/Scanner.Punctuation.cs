using HerogiDsl.Compiler.Diagnostics.Catalog;

namespace HerogiDsl.Compiler.Parsing.Scanning;

/// <content>Punctuation, the longest that fits, and what other languages write in its place.</content>
internal sealed partial class Scanner
{
    private void TakePunctuation(char c)
    {
        var next = Peek(1);
        var two = next is '>' or '.' or '?' or '=' ? TwoUnits(c, next) : null;
        if (two is { } pair)
            Add(pair, _at + 2, null);
        else if (OneUnit(c) is { } single)
            Add(single, _at + 1, null);
        else if (!TakeForeign(c))
            TakeStray();
    }

    private static TokenKind? TwoUnits(char first, char second) => (first, second) switch
    {
        ('-', '>') => TokenKind.Arrow,
        ('.', '.') => TokenKind.DotDot,
        ('?', '.') => TokenKind.QuestionDot,
        ('?', '?') => TokenKind.QuestionQuestion,
        ('=', '=') => TokenKind.Equal,
        ('!', '=') => TokenKind.NotEqual,
        ('<', '=') => TokenKind.LessOrEqual,
        ('>', '=') => TokenKind.GreaterOrEqual,
        _ => null,
    };

    private static TokenKind? OneUnit(char c) => c switch
    {
        '{' => TokenKind.OpenBrace,
        '}' => TokenKind.CloseBrace,
        '(' => TokenKind.OpenParenthesis,
        ')' => TokenKind.CloseParenthesis,
        '[' => TokenKind.OpenBracket,
        ']' => TokenKind.CloseBracket,
        ',' => TokenKind.Comma,
        ':' => TokenKind.Colon,
        '.' => TokenKind.Dot,
        '?' => TokenKind.Question,
        '=' => TokenKind.Assign,
        '<' => TokenKind.Less,
        '>' => TokenKind.Greater,
        '+' => TokenKind.Plus,
        '-' => TokenKind.Minus,
        '*' => TokenKind.Star,
        '/' => TokenKind.Slash,
        '%' => TokenKind.Percent,
        _ => null,
    };

    // Taken for what was meant, so that the rest of the line is read.
    private bool TakeForeign(char c)
    {
        var (length, word) = (c, Peek(1)) switch
        {
            ('&', '&') => (2, "and"),
            ('|', '|') => (2, "or"),
            ('!', _) => (1, "not"),
            _ => (0, ""),
        };
        if (length == 0)
            return false;
        var found = _text.Substring(_at, length);
        session.Report(SyntaxDiagnostics.Unexpected(
            Locate(_at, _at + length), $"'{found}' is not an operator here", $"write '{word}'"));
        _isTold = true;
        Add(TokenKind.Word, _at + length, word, WordRoles.Keyword);
        return true;
    }

    // A run of characters that the language does not know is one mistake, and left out.
    private void TakeStray()
    {
        var end = _at + 1;
        while (end < _text.Length && IsStray(_text[end]) && WordLength(end) == 0)
            end++;
        if (!(session.Text.MalformedAt >= _at && session.Text.MalformedAt < end))
        {
            var found = _text.Substring(_at, Math.Min(end - _at, 10));
            var hint = found[0] == ';' ? "a line needs no ';' at its end" : null;
            session.ReportStray(SyntaxDiagnostics.Unexpected(Locate(_at, end), $"unexpected '{Printable(found)}'", hint));
        }

        // What follows it in its line may make no sense without it.
        _isBehindStray = true;
        _at = end;
    }

    private static bool IsStray(char c) =>
        OneUnit(c) is null && !char.IsWhiteSpace(c) && c is not ('"' or '\'' or '!' or '&' or '|' or '_' or (>= '0' and <= '9'));

    private static string Printable(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? $"\\u{{{(int)c:X4}}}" : c.ToString()));
}
