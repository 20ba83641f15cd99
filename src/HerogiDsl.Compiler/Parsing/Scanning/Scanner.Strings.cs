using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Parsing.Scanning;

/// <content>Strings on one line, with their escapes.</content>
internal sealed partial class Scanner
{
    private const string EscapeHint = """there are \" \\ \n \r \t and \u{1F600}""";

    private static readonly char[] DoubleQuotedEnds = ['"', '\\', '\n', '\r'];
    private static readonly char[] SingleQuotedEnds = ['\'', '\\', '\n', '\r'];

    private void TakeQuoted()
    {
        if (Peek(1) == '"' && Peek(2) == '"')
            TakeRawBlock();
        else
            TakeString('"');
    }

    private void TakeSingleQuoted()
    {
        session.Report(SyntaxDiagnostics.Unexpected(
            Locate(_at, _at + 1), "unexpected '''", "a string stands in double quotes"));
        _isTold = true;
        TakeString('\'');
    }

    private void TakeString(char quote)
    {
        var end = EndOfString(_at + 1, quote == '"' ? DoubleQuotedEnds : SingleQuotedEnds);
        var isClosed = end < _text.Length && _text[end] == quote;
        if (!isClosed)
            end = EndOfOpenString(_at + 1, end);
        if (!isClosed && !_isTold)
        {
            session.Report(SyntaxDiagnostics.NotClosed(Locate(_at, _at + 1), "the string", "'\"'"));
            _isTold = true;
        }

        _tellsEscapes = !_isTold;
        var after = isClosed ? end + 1 : end;
        Add(TokenKind.String, after, ReadString(_at + 1, end, TextSpan.FromBounds(_at, after)));
    }

    // The quote that closes it, or the end of the line.
    private int EndOfString(int start, char[] ends)
    {
        var end = start;
        while (true)
        {
            end = _text.IndexOfAny(ends, end);
            if (end < 0)
                return _text.Length;
            if (_text[end] != '\\')
                return end;
            end += end + 1 < _text.Length && _text[end + 1] is not ('\n' or '\r') ? 2 : 1;
        }
    }

    // What closes the braces around a string that is not closed, and an arrow, was hardly meant to be part of it.
    private int EndOfOpenString(int start, int lineEnd)
    {
        var depth = 0;
        for (var at = start; at < lineEnd; at++)
        {
            if (_text[at] == '{')
                depth++;
            else if (_text[at] == '}' && --depth < 0)
                return at;
            else if (depth == 0 && _text[at] == '-' && at + 1 < lineEnd && _text[at + 1] == '>')
                return at;
        }

        return lineEnd;
    }

    private StringLiteral ReadString(int start, int end, TextSpan span)
    {
        if (_text.IndexOf('\\', start, end - start) < 0)
            return new StringLiteral(_text.Substring(start, end - start), span, false, [new StringRun(0, start)]);
        var value = new StringBuilder(end - start);
        var runs = ImmutableArray.CreateBuilder<StringRun>();
        runs.Add(new StringRun(0, start));
        for (var at = start; at < end;)
        {
            if (_text[at] != '\\')
            {
                value.Append(_text[at++]);
                continue;
            }

            // An escape is a run of its own; what follows it is the next.
            AddRun(runs, value.Length, at);
            at = ReadEscape(at, end, value);
            AddRun(runs, value.Length, at);
        }

        return new StringLiteral(value.ToString(), span, false, runs.ToImmutable());
    }

    private static void AddRun(ImmutableArray<StringRun>.Builder runs, int valueStart, int sourceStart)
    {
        if (runs[runs.Count - 1].ValueStart == valueStart)
            runs[runs.Count - 1] = new StringRun(valueStart, sourceStart);
        else
            runs.Add(new StringRun(valueStart, sourceStart));
    }

    private int ReadEscape(int at, int end, StringBuilder value)
    {
        var c = at + 1 < end ? _text[at + 1] : '\0';
        if (c == 'u')
            return ReadCodePoint(at, end, value);
        var meant = c switch
        {
            '"' => '"',
            '\\' => '\\',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => '\0',
        };
        if (meant == '\0')
            return KeepMalformedEscape(at, Math.Min(at + 2, end), value);
        value.Append(meant);
        return at + 2;
    }

    private int ReadCodePoint(int at, int end, StringBuilder value)
    {
        var close = at + 2 < end && _text[at + 2] == '{' ? _text.IndexOf('}', at + 3, end - at - 3) : -1;
        if (close < 0)
            return KeepMalformedEscape(at, at + 2, value);
        var digits = _text.Substring(at + 3, close - at - 3);
        var isNumber = digits.Length is > 0 and <= 8
            & int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code);
        if (!isNumber || code is < 0 or > 0x10FFFF or (>= 0xD800 and <= 0xDFFF))
            return KeepMalformedEscape(at, close + 1, value);
        value.Append(char.ConvertFromUtf32(code));
        return close + 1;
    }

    // Kept as it stands: what the string says beside it may still be of use.
    private int KeepMalformedEscape(int at, int end, StringBuilder value)
    {
        var escape = _text.Substring(at, end - at);
        if (_tellsEscapes)
        {
            session.Report(SyntaxDiagnostics.Malformed(
                Locate(at, end), $"'{Shorten(escape)}' is not an escape", EscapeHint));
        }

        _isTold = true;
        value.Append(escape);
        return end;
    }
}
