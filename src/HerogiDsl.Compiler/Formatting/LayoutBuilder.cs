using HerogiDsl.Compiler.Parsing.Scanning;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Syntax.Declarations;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Formatting;

/// <summary>Reads from the tree what belongs together.</summary>
internal sealed partial class LayoutBuilder
{
    private const int Indentation = 2;

    private readonly TokenSequence _tokens;
    private readonly Layout _layout;
    private Group? _group;

    private LayoutBuilder(TokenSequence tokens)
    {
        _tokens = tokens;
        _layout = new Layout(tokens.Count);
    }

    public static Layout Build(CompilationUnitSyntax file, TokenSequence tokens)
    {
        var builder = new LayoutBuilder(tokens);
        builder.Space();
        builder.File(file);
        builder.SpreadLines();
        return builder._layout;
    }

    // What the kinds of two neighbours say; the tree corrects it where they do not say all.
    private void Space()
    {
        for (var i = 1; i < _tokens.Count; i++)
        {
            var touches = _tokens.Kind(i) is TokenKind.Comma or TokenKind.Colon or TokenKind.Question
                    or TokenKind.Dot or TokenKind.QuestionDot or TokenKind.DotDot
                    or TokenKind.CloseParenthesis or TokenKind.CloseBracket
                || _tokens.Kind(i - 1) is TokenKind.Dot or TokenKind.QuestionDot or TokenKind.DotDot
                    or TokenKind.OpenParenthesis or TokenKind.OpenBracket;
            _layout.Gaps[i].Blanks = touches ? 0 : 1;
        }
    }

    private void File(CompilationUnitSyntax file)
    {
        var root = Open(0, _tokens.Count - 1, 0);
        root.IsForced = true;
        if (file.Namespace is not null)
            Break(0, root);
        foreach (var name in file.Usings)
            Break(_tokens.From(name.Span.Start) - 1, root);
        Sections(root, [.. file.Declarations.Select(declaration => declaration.Span)]);
        if (file.Declarations is [{ } first, ..] && (file.Namespace is not null || file.Usings.Length > 0))
            _layout.Gaps[_tokens.From(first.Span.Start)].WantsEmptyLine = true;
        foreach (var declaration in file.Declarations)
            Declaration(declaration);
        Break(_tokens.Count - 1, root);
        Close();
    }

    private void Sections(Group group, TextSpan[] items)
    {
        for (var i = 0; i < items.Length; i++)
        {
            var first = _tokens.From(items[i].Start);
            Break(first, group);
            if (i > 0)
                _layout.Gaps[first].Section = (_tokens.From(items[i - 1].Start), _tokens.UpTo(items[i].End));
        }
    }

    private Group Open(int first, int last, int step = Indentation, bool isHeader = false)
    {
        _group = new Group(first, last, step, _group) { IsHeader = isHeader };
        _layout.Add(_group);
        return _group;
    }

    private void Close() => _group = _group?.Parent;

    private void Break(int token, Group group, bool keepsEmptyLine = true)
    {
        _layout.Gaps[token].Group = group;
        _layout.Gaps[token].KeepsEmptyLine = keepsEmptyLine;
    }

    private void Touch(int token) => _layout.Gaps[token].Blanks = 0;

    private int First(TextSpan span) => _tokens.From(span.Start);

    private int Last(TextSpan span) => _tokens.UpTo(span.End);

    /// <summary>The first brace behind <paramref name="offset"/>.</summary>
    private int BraceFrom(int offset)
    {
        var token = _tokens.From(offset);
        while (_tokens.Kind(token) is not (TokenKind.OpenBrace or TokenKind.End))
            token++;
        return token;
    }

    private bool EndsWithBrace(TextSpan span) => _tokens.Kind(Last(span)) == TokenKind.CloseBrace;

    /// <summary>Braces or brackets with items: one line each, or all of them in the line in which they open.</summary>
    private Group? Bracketed(int open, int close, IEnumerable<TextSpan> items, bool isAuthors = true)
    {
        if (close == open + 1 && !_tokens.HasCommentsBefore(close))
        {
            Touch(close);
            return null;
        }

        var group = Open(open, close);
        group.IsForced = isAuthors && IsBrokenBehind(open);
        BreakItems(group, open, close, items, isAuthors);
        return group;
    }

    private void BreakItems(Group group, int open, int close, IEnumerable<TextSpan> items, bool keepsEmptyLine = true)
    {
        foreach (var item in items.Select(First))
        {
            Break(item, group, keepsEmptyLine);
            if (item > open + 1 && _tokens.Kind(item - 1) != TokenKind.Comma)
                _layout.Gaps[item].Blanks = 2;
        }

        _layout.Gaps[open + 1].Opens = true;
        Break(close, group, keepsEmptyLine);
        _layout.Gaps[close].Closes = true;
    }

    private bool IsBrokenBehind(int open)
    {
        var next = _tokens.Span(open + 1).Start;
        foreach (var comment in _tokens.CommentsBefore(open + 1))
        {
            next = comment.Span.Start;
            break;
        }

        return _tokens.LineEnds(_tokens.Span(open).End, next) > 0;
    }

    // What has several lines gives them to all around it.
    private void SpreadLines()
    {
        MarkLines();
        for (var i = _layout.Groups.Count - 1; i >= 0; i--)
        {
            var group = _layout.Groups[i];
            group.IsForced |= group.HasLines && !group.IsHeader;
            if (group.Parent is not { } parent || !(group.HasLines || group.IsForced))
                continue;
            parent.HasLines = true;
            parent.IsForced |= parent.IsHeader && parent.Block != group;
        }
    }

    private void MarkLines()
    {
        var open = new Stack<Group>();
        for (var i = 0; i < _tokens.Count; i++)
        {
            if (open.Count > 0 && _tokens.HasLinesBefore(i))
                open.Peek().HasLines = true;
            foreach (var group in _layout.GroupsAt(i))
                open.Push(group);
            if (open.Count > 0 && _tokens[i].Value is StringLiteral { IsRaw: true })
                open.Peek().HasLines = true;
            while (open.Count > 0 && open.Peek().Last == i)
                open.Pop();
        }
    }
}
