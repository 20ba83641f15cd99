using HerogiDsl.Compiler.Syntax;

namespace HerogiDsl.Compiler.Formatting;

/// <summary>Whether there is room.</summary>
internal sealed class LineFitter(TokenSequence tokens, Layout layout)
{
    /// <summary>Whether what begins with a token fits up to the next line end, if <paramref name="group"/> has none.</summary>
    public bool Fits(int first, int column, Group group)
    {
        for (var i = first; i < tokens.Count; i++)
        {
            if (i > first)
            {
                var owner = layout.Gaps[i].Group;
                // What comes behind the group can still be broken when its turn comes.
                var breaks = owner is not null && owner != group
                    && (owner.IsBroken ?? (owner.IsForced || i > group.Last));
                if (breaks || tokens.HasLinesBefore(i))
                    return true;
                column += GapWidth(i);
            }

            column += TokenWidth(i);
            if (column > HerogiFormatter.Width)
                return false;
            if (IsRaw(i))
                return true;
        }

        return true;
    }

    /// <summary>Whether some tokens stand in one line.</summary>
    public bool FitsInOneLine(int first, int last, int column)
    {
        for (var i = first; i <= last; i++)
        {
            if (i > first)
            {
                if (layout.Gaps[i].Group is { IsForced: true } || tokens.HasLinesBefore(i))
                    return false;
                column += GapWidth(i);
            }

            column += TokenWidth(i);
            if (column > HerogiFormatter.Width || IsRaw(i))
                return false;
        }

        return true;
    }

    private bool IsRaw(int i) => tokens[i].Value is StringLiteral { IsRaw: true };

    private int TokenWidth(int i) => IsRaw(i) ? 3 : tokens.Span(i).Length;

    private int GapWidth(int i)
    {
        if (!tokens.HasCommentsBefore(i))
            return layout.Gaps[i].Blanks;
        var width = 1;
        foreach (var comment in tokens.CommentsBefore(i))
            width += comment.Span.Length + 1;
        return width;
    }
}
