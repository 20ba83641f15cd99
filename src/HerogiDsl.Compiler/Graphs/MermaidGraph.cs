using System.Globalization;
using System.Text;

namespace HerogiDsl.Compiler.Graphs;

/// <summary>Pictures in the language of Mermaid, as a flowchart: its state diagrams know no dashed arrows.</summary>
internal static class MermaidGraph
{
    private const string Harmless = " .,_()[]=!?+*/|'-~^{}";

    public static string Write(IReadOnlyList<Picture> pictures)
    {
        var text = new StringBuilder();
        if (pictures.Count == 1)
            text.Append("---\ntitle: \"").Append(pictures[0].Name).Append("\"\n---\n");
        text.Append("flowchart TD\n");
        for (var i = 0; i < pictures.Count; i++)
            Write(text, pictures[i], i, pictures.Count > 1);
        return text.ToString();
    }

    private static void Write(StringBuilder text, Picture picture, int number, bool isFramed)
    {
        var prefix = "s" + Number(number) + "n";
        var indent = isFramed ? "    " : "  ";
        if (isFramed)
        {
            text.Append("  subgraph s").Append(Number(number)).Append("[\"").Append(Escaped(picture.Name)).Append("\"]\n")
                .Append("    direction TB\n");
        }


        for (var i = 0; i < picture.Nodes.Length; i++)
            text.Append(indent).Append(prefix).Append(Number(i)).Append(Node(picture, i)).Append('\n');
        foreach (var arrow in NodeText.Arrows(picture))
        {
            text.Append(indent).Append(prefix).Append(Number(arrow.From))
                .Append(arrow.IsTimer ? " -.->|\"" : " -->|\"").Append(Label(arrow)).Append("\"| ")
                .Append(prefix).Append(Number(arrow.To)).Append('\n');
        }

        if (isFramed)
            text.Append("  end\n");
        for (var i = 0; i < picture.Nodes.Length; i++)
            Decorate(text, picture.Nodes[i], "  ", prefix + Number(i));
    }

    private static string Node(Picture picture, int number)
    {
        var node = picture.Nodes[number];
        var lines = NodeText.Lines(picture, number).Select(Escaped);
        var label = string.Join("<br/>", new[] { "<b>" + Escaped(node.Name) + "</b>" }.Concat(lines));
        return node.Kind switch
        {
            PictureNodeKind.Start => "((\" \"))",
            PictureNodeKind.End => "(((\"" + label + "\")))",
            PictureNodeKind.Anywhere => "([\"" + label + "\"])",
            _ => "(\"" + label + "\")",
        };
    }

    private static void Decorate(StringBuilder text, PictureNode node, string indent, string id)
    {
        if (node.Kind == PictureNodeKind.Start)
            text.Append(indent).Append("style ").Append(id).Append(" fill:#475569,stroke:#475569\n");
        if (node.Kind == PictureNodeKind.Anywhere)
            text.Append(indent).Append("style ").Append(id).Append(" stroke-dasharray:5 4\n");
        if (node.Documentation.Length > 0)
        {
            text.Append(indent).Append("click ").Append(id)
                .Append(" tooltip \"").Append(Tooltip(node.Documentation)).Append("\"\n");
        }
    }

    private static string Label(PictureArrow arrow) => string.Join("<br/>", NodeText.Lines(arrow).Select(Escaped));

    // Mermaid reads HTML, Markdown, icons, directives and formulas even between quotes.
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character) || char.IsSurrogate(character)
                || Harmless.IndexOf(character) >= 0 || character > '\u00FF')
            {
                escaped.Append(character);
            }
            else
            {
                escaped.Append('#').Append(Number(character)).Append(';');
            }
        }

        return escaped.ToString();
    }

    // Its tooltips know no escapes at all.
    private static string Tooltip(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            plain.Append(character switch
            {
                '"' or '`' => '\'',
                '<' => '‹',
                '>' => '›',
                '#' => '＃',
                '%' => '٪',
                < ' ' => ' ',
                _ => character,
            });
        }

        return plain.ToString();
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
