using System.Globalization;
using HerogiDsl.Compiler.Parsing.Scanning;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Benchmarks.HandWritten;

/// <content>The scanner: the token at hand lies in fields.</content>
internal sealed partial class HandParser
{
    private TokenKind _kind;
    private int _start;
    private int _end;
    private int _lastEnd;
    private long _number;
    private decimal _decimal;
    private StringLiteral? _literal;
    private Documentation? _documentation;
    private List<string>? _documentationLines;
    private TextSpan _documentationSpan;

    private void Next()
    {
        _lastEnd = _end;
        _literal = null;
        _documentation = null;
        var text = _text;
        var at = _end;
        while ((uint)at < (uint)text.Length)
        {
            var c = text[at];
            if (c is ' ' or '\n' or '\r' or '\t' || (c > 127 && char.IsWhiteSpace(c)))
            {
                at++;
            }
            else if (c == '/' && At(at + 1) is '/' or '*')
            {
                at = ReadComment(at);
            }
            else
            {
                ReadToken(c, at);
                if (_documentationLines is not null)
                    EndDocumentation();
                return;
            }
        }

        _start = _end = text.Length;
        _kind = TokenKind.End;
    }

    private char At(int at) => (uint)at < (uint)_text.Length ? _text[at] : '\0';

    private void ReadToken(char c, int at)
    {
        _start = at;
        if (IsLetter(c))
        {
            var end = at + 1;
            while ((uint)end < (uint)_text.Length && (IsLetter(_text[end]) || char.IsDigit(_text[end])))
                end++;
            _kind = TokenKind.Word;
            _end = end;
        }
        else if (char.IsAsciiDigit(c))
        {
            ReadNumber(at);
        }
        else if (c == '"')
        {
            _kind = TokenKind.String;
            if (At(at + 1) == '"' && At(at + 2) == '"')
                ReadRawBlock(at);
            else
                ReadQuoted(at);
        }
        else
        {
            ReadSign(c, At(at + 1));
        }
    }

    private static bool IsLetter(char c) =>
        char.IsAsciiLetter(c) || c == '_' || (c > 127 && char.IsLetter(c));

    private void ReadSign(char c, char next)
    {
        (_kind, var length) = (c, next) switch
        {
            ('-', '>') => (TokenKind.Arrow, 2),
            ('.', '.') => (TokenKind.DotDot, 2),
            ('?', '.') => (TokenKind.QuestionDot, 2),
            ('?', '?') => (TokenKind.QuestionQuestion, 2),
            ('=', '=') => (TokenKind.Equal, 2),
            ('!', '=') => (TokenKind.NotEqual, 2),
            ('<', '=') => (TokenKind.LessOrEqual, 2),
            ('>', '=') => (TokenKind.GreaterOrEqual, 2),
            ('{', _) => (TokenKind.OpenBrace, 1),
            ('}', _) => (TokenKind.CloseBrace, 1),
            ('(', _) => (TokenKind.OpenParenthesis, 1),
            (')', _) => (TokenKind.CloseParenthesis, 1),
            ('[', _) => (TokenKind.OpenBracket, 1),
            (']', _) => (TokenKind.CloseBracket, 1),
            (',', _) => (TokenKind.Comma, 1),
            (':', _) => (TokenKind.Colon, 1),
            ('.', _) => (TokenKind.Dot, 1),
            ('?', _) => (TokenKind.Question, 1),
            ('=', _) => (TokenKind.Assign, 1),
            ('<', _) => (TokenKind.Less, 1),
            ('>', _) => (TokenKind.Greater, 1),
            ('+', _) => (TokenKind.Plus, 1),
            ('-', _) => (TokenKind.Minus, 1),
            ('*', _) => (TokenKind.Star, 1),
            ('/', _) => (TokenKind.Slash, 1),
            ('%', _) => (TokenKind.Percent, 1),
            _ => (TokenKind.Malformed, 1),
        };
        _end = _start + length;
    }

    // example: 42, 2.5, 5xx, 1h30m
    private void ReadNumber(int at)
    {
        var number = ReadDigits(ref at);
        _kind = TokenKind.Int;
        _number = number;
        if (At(at) == '.' && char.IsAsciiDigit(At(at + 1)))
        {
            at++;
            ReadDigits(ref at);
            _decimal = decimal.Parse(_text.AsSpan(_start, at - _start), CultureInfo.InvariantCulture);
            _kind = TokenKind.Decimal;
        }
        else if (At(at) == 'x' && At(at + 1) == 'x')
        {
            at += 2;
            _kind = TokenKind.StatusPattern;
        }
        else if (IsLetter(At(at)))
        {
            _number = ReadUnits(number, ref at);
            _kind = TokenKind.Duration;
        }

        _end = at;
    }

    private long ReadDigits(ref int at)
    {
        long number = 0;
        for (; char.IsAsciiDigit(At(at)); at++)
            number = checked((number * 10) + _text[at] - '0');
        return number;
    }

    private long ReadUnits(long count, ref int at)
    {
        long ticks = 0;
        while (true)
        {
            var isMilliseconds = At(at) == 'm' && At(at + 1) == 's';
            ticks += count * (At(at) switch
            {
                'w' => 7 * TimeSpan.TicksPerDay,
                'd' => TimeSpan.TicksPerDay,
                'h' => TimeSpan.TicksPerHour,
                'm' => isMilliseconds ? TimeSpan.TicksPerMillisecond : TimeSpan.TicksPerMinute,
                's' => TimeSpan.TicksPerSecond,
                _ => throw Unexpected(),
            });
            at += isMilliseconds ? 2 : 1;
            if (!char.IsAsciiDigit(At(at)))
                return ticks;
            count = ReadDigits(ref at);
        }
    }
}
