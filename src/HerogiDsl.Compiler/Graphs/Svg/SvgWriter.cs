using System.Globalization;
using System.Text;

namespace HerogiDsl.Compiler.Graphs.Svg;

/// <summary>Writes elements, with their texts escaped.</summary>
internal sealed class SvgWriter
{
    private const string NoBreakSpace = "\u00a0";

    private readonly StringBuilder _text = new();
    private int _indent;

    /// <summary>An element with others inside.</summary>
    public void Element(string name, IEnumerable<(string Name, object Value)> attributes, Action content)
    {
        Tag(name, attributes).Append(">\n");
        _indent++;
        content();
        _indent--;
        Margin().Append("</").Append(name).Append(">\n");
    }

    public void Empty(string name, params (string Name, object Value)[] attributes) =>
        Tag(name, attributes).Append("/>\n");

    /// <summary>An element with a text inside.</summary>
    public void Text(string name, string content, params (string Name, object Value)[] attributes) =>
        Tag(name, attributes).Append('>').Append(Escaped(content)).Append("</").Append(name).Append(">\n");

    /// <summary>A line of differently looking pieces.</summary>
    public void Line(double x, double y, TextLine line)
    {
        Tag("text", [("x", x + line.Indent), ("y", y)]).Append('>');
        foreach (var span in line.Spans)
        {
            // Some viewers drop the blank with which a piece begins.
            var text = span.Text.StartsWith(" ", StringComparison.Ordinal) ? NoBreakSpace + span.Text.Substring(1) : span.Text;
            _text.Append("<tspan class=\"").Append(span.Class).Append("\">").Append(Escaped(text)).Append("</tspan>");
        }

        _text.Append("</text>\n");
    }

    public override string ToString() => _text.ToString();

    public static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private StringBuilder Tag(string name, IEnumerable<(string Name, object Value)> attributes)
    {
        Margin().Append('<').Append(name);
        foreach (var (attribute, value) in attributes)
        {
            _text.Append(' ').Append(attribute).Append("=\"")
                .Append(value is double number ? Number(number) : Escaped((string)value)).Append('"');
        }

        return _text;
    }

    private StringBuilder Margin() => _text.Append(' ', 2 * _indent);

    private static string Escaped(char character) => character switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        _ => character.ToString(),
    };

    // XML has no way at all to write most control characters, nor half a character.
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (char.IsHighSurrogate(character) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                escaped.Append(character).Append(text[++i]);
            else if (char.IsSurrogate(character) || character is '\uFFFE' or '\uFFFF' or (< ' ' and not '\n' and not '\t'))
                escaped.Append('\uFFFD');
            else
                escaped.Append(Escaped(character));
        }

        return escaped.ToString();
    }
}
