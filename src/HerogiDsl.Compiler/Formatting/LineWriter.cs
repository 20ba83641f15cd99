using System.Text;

namespace HerogiDsl.Compiler.Formatting;

/// <summary>Lines as they grow.</summary>
internal sealed class LineWriter
{
    private readonly List<string> _finished = [];
    private readonly StringBuilder _line = new();

    /// <summary>How many lines are finished.</summary>
    public int Count => _finished.Count;

    public int Column => _line.Length;

    /// <summary>How deep the line at hand is.</summary>
    public int Indent { get; private set; }

    /// <summary>All of them; the last is the line at hand.</summary>
    public List<string> Lines => [.. _finished, _line.ToString()];

    public void Append(string text) => _line.Append(text);

    public void Break(int indent)
    {
        _finished.Add(_line.ToString());
        _line.Clear().Append(' ', indent);
        Indent = indent;
    }
}
