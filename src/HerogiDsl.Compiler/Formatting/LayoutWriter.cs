using HerogiDsl.Compiler.Parsing.Scanning;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Formatting;

/// <summary>Writes the tokens and comments of a text, and decides on the way which groups are broken.</summary>
internal sealed class LayoutWriter(TokenSequence tokens, Layout layout)
{
    private const int Deeper = 2;

    private readonly LineWriter _lines = new();
    private readonly LineFitter _fitter = new(tokens, layout);
    private readonly Stack<Group> _open = new();
    private readonly int[] _lineOf = new int[tokens.Count];
    private readonly Dictionary<int, LinePosition> _arrows = [];

    private int Inside => _open.Count == 0 ? 0 : _open.Peek().Inside;

    public IEnumerable<string> Write()
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            WriteGap(i);
            foreach (var group in layout.GroupsAt(i))
                Enter(group);
            WriteToken(i);
            while (_open.Count > 0 && _open.Peek().Last == i)
                _open.Pop();
        }

        var lines = _lines.Lines;
        new ArrowColumns(tokens, _arrows, _lineOf).Align(layout.Arrows, lines);
        return lines.Count > 1 || lines[0].Length > 0 ? lines : [];
    }

    private void Enter(Group group)
    {
        group.Outside = Inside;
        group.IsBroken = group.IsForced || !Fits(group);
        _open.Push(group);
    }

    // The braces of a transition or call are broken before its head is; but a `do` may fit whole in the next line.
    private bool Fits(Group group)
    {
        if (_fitter.Fits(group.First, _lines.Column, group))
            return true;
        if (group.Block is not { IsForced: false } block)
            return false;
        if (group.Tail > 0 && group.Tail < block.First && _fitter.Fits(group.Tail, group.Outside + group.Step, group))
            return false;
        block.IsForced = true;
        return _fitter.Fits(group.First, _lines.Column, group);
    }

    private void WriteToken(int i)
    {
        _lineOf[i] = _lines.Count;
        if (tokens.Kind(i) == TokenKind.Arrow)
            _arrows[i] = new LinePosition(_lines.Count, _lines.Column);
        if (tokens[i].Value is StringLiteral { IsRaw: true } raw)
            WriteRawBlock(raw.Value);
        else
            _lines.Append(tokens.Text(i));
    }

    private void WriteRawBlock(string value)
    {
        var indent = _lines.Indent + Deeper;
        _lines.Append("\"\"\"");
        var lines = value.Length == 0 ? [] : value.Split('\n');
        foreach (var line in lines)
        {
            _lines.Break(line.Length == 0 ? 0 : indent);
            _lines.Append(line);
        }

        _lines.Break(indent);
        _lines.Append("\"\"\"");
    }

    private void WriteGap(int i)
    {
        var gap = layout.Gaps[i];
        var breaks = gap.Group?.IsBroken == true && i > 0;
        var writer = new GapWriter(tokens, _lines, gap, i, breaks)
        {
            CommentIndent = breaks || i == 0 ? gap.Group?.Inside ?? 0 : Inside + Deeper,
            TokenIndent = i == 0 ? 0 : !breaks ? Inside + Deeper : gap.Closes ? gap.Group?.Outside ?? 0 : Inside,
            WantsEmptyLine = gap.WantsEmptyLine || (gap.Section is { } section && HasSeveralLines(i, section)),
        };
        writer.Write();
    }

    private bool HasSeveralLines(int i, (int BeforeFirst, int Last) section) =>
        _lineOf[section.BeforeFirst] < _lines.Count || !_fitter.FitsInOneLine(i, section.Last, Inside);
}
