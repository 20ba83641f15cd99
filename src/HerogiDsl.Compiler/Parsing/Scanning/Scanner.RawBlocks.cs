using System.Collections.Immutable;
using System.Text;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Parsing.Scanning;

/// <content>Raw blocks, as in C#.</content>
internal sealed partial class Scanner
{
    private const string Quotes = "\"\"\"";

    private void TakeRawBlock()
    {
        var lineEnd = EndOfLine(_at);
        if (!IsBlank(_at + 3, lineEnd))
        {
            TakeRawBlockWithText(lineEnd);
            return;
        }

        var close = _text.IndexOf(Quotes, lineEnd, StringComparison.Ordinal);
        if (close < 0 || IsNextOpening(close))
        {
            TakeUnclosedRawBlock(lineEnd);
            return;
        }

        var closingLine = StartOfLine(close);
        if (!IsBlank(closingLine, close))
            MalformedBlock(close, close + 3, "text before the closing '\"\"\"' of a raw block", "put the quotes on a line of their own");
        AddRawBlock(AfterLineEnd(lineEnd), closingLine, close);
    }

    // Text beside the quotes: the block ends where it would without it.
    private void TakeRawBlockWithText(int lineEnd)
    {
        var text = _at + 3;
        while (_text[text] is ' ' or '\t')
            text++;
        MalformedBlock(text, lineEnd, "text after the opening '\"\"\"' of a raw block", "begin it on the next line");
        var close = _text.IndexOf(Quotes, _at + 3, StringComparison.Ordinal);
        if (close >= 0 && close >= lineEnd && IsNextOpening(close))
            close = -1;
        var end = close < 0 ? EndOfUnclosed(lineEnd) : close + 3;
        AddString(new StringLiteral("", TextSpan.FromBounds(_at, end), true, [new StringRun(0, _at + 3)]), end);
    }

    private void TakeUnclosedRawBlock(int lineEnd)
    {
        session.Report(SyntaxDiagnostics.NotClosed(Locate(_at, _at + 3), "the raw block", "'\"\"\"' on a line of its own"));
        _isTold = true;
        var end = EndOfUnclosed(lineEnd);
        AddString(new StringLiteral("", TextSpan.FromBounds(_at, lineEnd), true, [new StringRun(0, _at + 3)]), end);
    }

    // Quotes at the end of a line that begins no deeper than the block's own: another block opens there.
    private bool IsNextOpening(int close)
    {
        var line = StartOfLine(close);
        var first = FirstOfLine(line);
        return first < close && first - line <= _indent && IsBlank(close + 3, EndOfLine(close));
    }

    // Nobody says where an unclosed block was to end: its lines are taken to be the deeper ones.
    private int EndOfUnclosed(int lineEnd)
    {
        for (var line = AfterLineEnd(lineEnd); line < _text.Length; line = AfterLineEnd(EndOfLine(line)))
        {
            var first = FirstOfLine(line);
            if (first < _text.Length && _text[first] is not ('\n' or '\r') && first - line <= _indent)
                return line;
        }

        session.EndIsTold();
        return _text.Length;
    }

    private void AddRawBlock(int start, int closingLine, int close)
    {
        var value = new StringBuilder(Math.Max(closingLine - start, 16));
        var runs = ImmutableArray.CreateBuilder<StringRun>();
        var indentation = FirstOfLine(closingLine) < close ? 0 : close - closingLine;
        for (var line = start; line < closingLine; line = AfterLineEnd(EndOfLine(line)))
        {
            if (line > start)
                value.Append('\n');
            var end = EndOfLine(line);
            var from = AfterIndentation(line, end, closingLine, indentation);
            runs.Add(new StringRun(value.Length, from));
            value.Append(_text, from, end - from);
        }

        if (runs.Count == 0)
            runs.Add(new StringRun(0, closingLine));
        var span = TextSpan.FromBounds(_at, close + 3);
        AddString(new StringLiteral(value.ToString(), span, true, runs.ToImmutable()), close + 3);
    }

    private int AfterIndentation(int line, int end, int closingLine, int indentation)
    {
        if (string.CompareOrdinal(_text, line, _text, closingLine, indentation) == 0 && line + indentation <= end)
            return line + indentation;
        var first = Math.Min(FirstOfLine(line), end);
        if (first == end)
            return Math.Min(line + indentation, end);
        MalformedBlock(
            first,
            end,
            "this line has less indentation than the closing '\"\"\"' of its raw block",
            "indent it with the same blanks or tabs");
        return Math.Min(first, line + indentation);
    }

    private void MalformedBlock(int start, int end, string message, string hint)
    {
        if (!_isTold)
            session.Report(SyntaxDiagnostics.Malformed(Locate(start, end), message, hint));
        _isTold = true;
    }

    private void AddString(StringLiteral literal, int end)
    {
        Add(TokenKind.String, literal.Span.End, literal);
        SkipLinesTo(end);
    }

    // The token after a block stands in the line of its closing quotes, and still belongs to what began before.
    private void SkipLinesTo(int end)
    {
        if (end <= _lineEnd && _lineEndKnownFrom <= _at)
        {
            _at = end;
            return;
        }

        var isLineStart = end < _text.Length && end > 0 && _text[end - 1] is '\n' or '\r';
        _at = end;
        _lineStart = StartOfLine(end);
        _startsLine = isLineStart;
    }

    private bool IsBlank(int from, int to)
    {
        while (from < to && _text[from] is ' ' or '\t')
            from++;
        return from >= to;
    }

    private int FirstOfLine(int line)
    {
        while (line < _text.Length && _text[line] is ' ' or '\t')
            line++;
        return line;
    }

    private int StartOfLine(int at) => at == 0 ? 0 : _text.LastIndexOfAny(LineEnds, at - 1) + 1;

    private int AfterLineEnd(int lineEnd)
    {
        if (lineEnd >= _text.Length)
            return _text.Length;
        return lineEnd + (_text[lineEnd] == '\r' && lineEnd + 1 < _text.Length && _text[lineEnd + 1] == '\n' ? 2 : 1);
    }
}
