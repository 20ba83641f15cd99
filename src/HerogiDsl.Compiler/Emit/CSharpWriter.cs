using System.Text;
using HerogiDsl.Compiler.Lowering.Model;

namespace HerogiDsl.Compiler.Emit;

/// <summary>Writes a file of C#: indented, no line longer than 160 characters, with `#line` where a place is known.</summary>
internal sealed class CSharpWriter
{
    private const int LongestLine = 160;
    private const string Step = "    ";

    private readonly StringBuilder _text = new();
    private int _indent;

    public void Line(string line = "") => Write(line, null);

    public void Line(CodeLine line)
    {
        _indent += line.Indent;
        Write(line.Text, line.Mapping is { } mapping && !mapping.Path.Contains('"') ? mapping : null);
        _indent -= line.Indent;
    }

    /// <summary>A line that stands where it stands, whatever the indentation.</summary>
    public void Verbatim(string line) => _text.Append(line).Append('\n');

    public void Indented(string line)
    {
        _indent++;
        Line(line);
        _indent--;
    }

    /// <summary>A bracket and what stands in it, one below the other.</summary>
    public void Bracketed(string open, string close, Action inside)
    {
        Line(open);
        _indent++;
        inside();
        _indent--;
        Line(close);
    }

    public void Open(string line)
    {
        if (line.Length > 0)
            Line(line);
        Line("{");
        _indent++;
    }

    public void Close(string suffix = "")
    {
        if (_indent == 0)
            throw new InvalidOperationException("a brace is closed that was never opened");
        _indent--;
        Line("}" + suffix);
    }

    /// <summary>How many columns stand before the text of a line.</summary>
    public int Column => _indent * Step.Length;

    /// <summary>The file; every brace must have been closed.</summary>
    public override string ToString() => _indent == 0
        ? _text.ToString()
        : throw new InvalidOperationException("a brace was never closed");

    private void Write(string line, LineMapping? mapping)
    {
        if (line.Length == 0)
        {
            _text.Append('\n');
            return;
        }

        var isFirst = true;
        foreach (var part in LineBreaker.Break(line, LongestLine - Column - Step.Length))
        {
            var column = Column + (isFirst ? 0 : Step.Length);
            if (mapping is not null)
                Verbatim(LineMappings.Directive(mapping, isFirst ? column + mapping.Offset : 0));
            _text.Append(' ', column).Append(part).Append('\n');
            isFirst = false;
        }

        if (mapping is not null)
            Verbatim(LineMappings.End);
    }
}
