using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Benchmarks.HandWritten;

/// <content>Strings, raw blocks, comments.</content>
internal sealed partial class HandParser
{
    private void ReadQuoted(int at)
    {
        var start = at + 1;
        var end = start + _text.AsSpan(start).IndexOfAny('"', '\\');
        if (At(end) == '\\')
        {
            ReadEscaped(start);
            return;
        }

        _end = end + 1;
        _literal = new StringLiteral(_text[start..end], TokenSpan, false, [new StringRun(0, start)]);
    }

    private void ReadEscaped(int start)
    {
        var value = new StringBuilder();
        var runs = new List<StringRun> { new(0, start) };
        var at = start;
        while (_text[at] != '"')
        {
            if (_text[at] != '\\')
            {
                value.Append(_text[at++]);
                continue;
            }

            AddRun(runs, value.Length, at);
            at = ReadEscape(at + 1, value);
            AddRun(runs, value.Length, at);
        }

        _end = at + 1;
        _literal = new StringLiteral(value.ToString(), TokenSpan, false, [.. runs]);
    }

    private static void AddRun(List<StringRun> runs, int valueStart, int sourceStart)
    {
        if (runs[^1].ValueStart == valueStart)
            runs[^1] = new StringRun(valueStart, sourceStart);
        else
            runs.Add(new StringRun(valueStart, sourceStart));
    }

    private int ReadEscape(int at, StringBuilder value)
    {
        switch (_text[at])
        {
            case 'n':
                value.Append('\n');
                break;
            case 'r':
                value.Append('\r');
                break;
            case 't':
                value.Append('\t');
                break;
            case 'u':
                var close = _text.IndexOf('}', at);
                value.Append(char.ConvertFromUtf32(int.Parse(
                    _text.AsSpan(at + 2, close - at - 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)));
                return close + 1;
            default:
                value.Append(_text[at]);
                break;
        }

        return at + 1;
    }

    private void ReadRawBlock(int at)
    {
        var first = _text.IndexOf('\n', at) + 1;
        var close = _text.IndexOf("\"\"\"", first, StringComparison.Ordinal);
        var closingLine = _text.LastIndexOf('\n', close) + 1;
        var indentation = close - closingLine;
        var value = new StringBuilder(closingLine - first);
        var runs = new List<StringRun>();
        for (var line = first; line < closingLine;)
        {
            if (line > first)
                value.Append('\n');
            var next = _text.IndexOf('\n', line) + 1;
            var end = next - (_text[next - 2] == '\r' ? 2 : 1);
            var from = Math.Min(line + indentation, end);
            runs.Add(new StringRun(value.Length, from));
            value.Append(_text, from, end - from);
            line = next;
        }

        _end = close + 3;
        _literal = new StringLiteral(
            value.ToString(), TokenSpan, true, ImmutableCollectionsMarshal.AsImmutableArray(runs.ToArray()));
    }

    private int ReadComment(int at)
    {
        var isBlock = _text[at + 1] == '*';
        var rest = _text.AsSpan(at);
        var length = isBlock ? rest.IndexOf("*/") + 2 : rest.IndexOfAny('\r', '\n');
        if (length < 0)
            length = rest.Length;
        var comment = new Comment(_text.Substring(at, length), new TextSpan(at, length));
        _comments.Add(comment);
        if (!isBlock && At(at + 2) == '/' && At(at + 3) != '/')
            Document(comment);
        return at + length;
    }

    private void Document(Comment comment)
    {
        var line = comment.Text.AsSpan(comment.Text.Length > 3 && comment.Text[3] == ' ' ? 4 : 3);
        _documentationSpan = _documentationLines is null ? comment.Span : _documentationSpan.To(comment.Span);
        (_documentationLines ??= []).Add(line.TrimEnd().ToString());
    }

    private void EndDocumentation()
    {
        _documentation = new Documentation([.. _documentationLines ?? []], _documentationSpan);
        _documentationLines = null;
    }
}
