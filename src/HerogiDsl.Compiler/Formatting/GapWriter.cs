using HerogiDsl.Compiler.Parsing.Scanning;
using HerogiDsl.Compiler.Syntax;

namespace HerogiDsl.Compiler.Formatting;

/// <summary>Writes what stands between two tokens: blanks or line ends, and comments.</summary>
internal sealed class GapWriter(TokenSequence tokens, LineWriter lines, Gap gap, int token, bool breaks)
{
    private bool _hasOwnLine;
    private bool _wantsEmptyLine;

    /// <summary>How deep comments are that have a line of their own.</summary>
    public int CommentIndent { get; init; }

    /// <summary>How deep the token is if it begins a line.</summary>
    public int TokenIndent { get; init; }

    /// <summary>Whether there is an empty line even if the author wrote none.</summary>
    public bool WantsEmptyLine { get; init; }

    public void Write()
    {
        _wantsEmptyLine = WantsEmptyLine && !HasEmptyLine();
        var end = tokens.EndBefore(token);
        var mustBreak = false;
        var sharesLine = false;
        foreach (var comment in tokens.CommentsBefore(token))
        {
            var lineEnds = tokens.LineEnds(end, comment.Span.Start);
            var isOwn = mustBreak || (lineEnds > 0 && (breaks || comment.IsOfLine() || token == 0));
            if (isOwn)
                Break(lineEnds, CommentIndent, isToken: false);
            else if (lines.Column > 0)
                lines.Append(" ");
            Write(comment);
            _hasOwnLine |= isOwn || token == 0;
            sharesLine = isOwn || token == 0;
            mustBreak = comment.IsOfLine();
            end = comment.Span.End;
        }

        WriteBeforeToken(tokens.LineEnds(end, tokens.Span(token).Start), mustBreak, sharesLine);
    }

    private void WriteBeforeToken(int lineEnds, bool mustBreak, bool sharesLine)
    {
        var isOwn = mustBreak || (breaks && !(sharesLine && lineEnds == 0)) || (_hasOwnLine && token == 0 && lineEnds > 0);
        if (tokens.Kind(token) == TokenKind.End)
            Finish();
        else if (isOwn)
            Break(lineEnds, TokenIndent, isToken: true);
        else if (lines.Column > 0)
            lines.Append(tokens.HasCommentsBefore(token) ? " " : new string(' ', gap.Blanks));
    }

    private void Finish()
    {
        if (lines.Column > 0 || lines.Count > 0)
            lines.Break(0);
    }

    private void Break(int lineEnds, int indent, bool isToken)
    {
        var isEdge = isToken && gap.Closes || (!_hasOwnLine && (gap.Opens || token == 0));
        if (lines.Column == 0 && lines.Count == 0)
            return;
        if (_wantsEmptyLine || (lineEnds > 1 && gap.KeepsEmptyLine && !isEdge))
            lines.Break(0);
        _wantsEmptyLine = false;
        lines.Break(indent);
    }

    private bool HasEmptyLine()
    {
        var end = tokens.EndBefore(token);
        foreach (var comment in tokens.CommentsBefore(token))
        {
            if (tokens.LineEnds(end, comment.Span.Start) > 1)
                return true;
            end = comment.Span.End;
        }

        return tokens.LineEnds(end, tokens.Span(token).Start) > 1;
    }

    private void Write(Comment comment)
    {
        var column = lines.Column;
        var isFirst = true;
        foreach (var line in comment.Lines(column))
        {
            if (!isFirst)
                lines.Break(0);
            lines.Append(line);
            isFirst = false;
        }
    }
}
