using HerogiDsl.Compiler.Lowering.Model;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Lowering;

/// <summary>Collects the lines of a method.</summary>
internal sealed class CodeBuilder(string projectDirectory)
{
    private readonly List<CodeLine> _lines = [];
    private int _indent;

    /// <summary>Whether the code that stands so far never comes to its end.</summary>
    public bool HasEnded { get; set; }

    /// <summary>How many braces are open: what is declared inside of one is gone after it.</summary>
    public int Depth => _indent;

    public void Add(string text) => _lines.Add(new CodeLine(_indent, text));

    public void Add(string text, LineMapping? mapping) => _lines.Add(new CodeLine(_indent, text, mapping));

    /// <summary>Adds a line of which everything from <paramref name="prefix"/> on stands in the `.herogi` file.</summary>
    public void AddMapped(string prefix, string mapped, string suffix, SourceText text, TextSpan span) =>
        Add(prefix + mapped + suffix, Map(text, span, prefix.Length));

    public void Blank()
    {
        if (_lines.Count > 0 && _lines[_lines.Count - 1].Text is var last && last is not ("" or "{")
            && !last.StartsWith("//", StringComparison.Ordinal))
        {
            _lines.Add(new CodeLine(0, ""));
        }
    }

    public void Open()
    {
        Add("{");
        _indent++;
    }

    public void Close(string suffix = "")
    {
        _indent--;
        Add("}" + suffix);
    }

    public EquatableArray<CodeLine> ToLines() => _lines.ToEquatableArray();

    private LineMapping Map(SourceText text, TextSpan span, int offset)
    {
        var start = text.GetPosition(span.Start);
        var end = text.GetPosition(Math.Max(span.End, span.Start + 1));
        var path = Path.IsPathRooted(text.Path) ? text.Path : projectDirectory + text.Path;
        return new LineMapping(path, start.Line + 1, start.Column + 1, end.Line + 1, end.Column + 1, offset);
    }
}
