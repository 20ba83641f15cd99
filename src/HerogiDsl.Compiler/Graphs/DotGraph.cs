using System.Globalization;
using System.Text;

namespace HerogiDsl.Compiler.Graphs;

/// <summary>Pictures in the language of Graphviz.</summary>
internal static class DotGraph
{
    public static string Write(IReadOnlyList<Picture> pictures)
    {
        var text = new StringBuilder();
        text.Append("digraph ").Append(Quoted(string.Join(", ", pictures.Select(picture => picture.Name)))).Append(" {\n");
        text.Append("  graph [rankdir=TB, fontname=\"Helvetica\", nodesep=0.4, ranksep=0.5]\n");
        text.Append("  node [shape=box, style=\"rounded,filled\", fillcolor=\"#f8fafc\", color=\"#475569\", ")
            .Append("fontname=\"Helvetica\", fontsize=12, margin=\"0.2,0.1\"]\n");
        text.Append("  edge [color=\"#64748b\", fontname=\"Courier\", fontsize=9, arrowsize=0.7]\n");
        for (var i = 0; i < pictures.Count; i++)
            Write(text, pictures[i], i, pictures.Count > 1);
        return text.Append("}\n").ToString();
    }

    private static void Write(StringBuilder text, Picture picture, int number, bool isFramed)
    {
        var prefix = "s" + Number(number) + "n";
        var indent = isFramed ? "    " : "  ";
        if (isFramed)
            text.Append("  subgraph cluster_").Append(Number(number)).Append(" {\n");
        text.Append(indent).Append("label=").Append(Quoted(picture.Name)).Append("; labelloc=t; tooltip=")
            .Append(Quoted(picture.Documentation.Length == 0 ? picture.Name : picture.Documentation)).Append('\n');
        for (var i = 0; i < picture.Nodes.Length; i++)
            text.Append(indent).Append(prefix).Append(Number(i)).Append(Node(picture, i)).Append('\n');
        foreach (var arrow in NodeText.Arrows(picture))
        {
            text.Append(indent).Append(prefix).Append(Number(arrow.From)).Append(" -> ")
                .Append(prefix).Append(Number(arrow.To)).Append(Arrow(arrow)).Append('\n');
        }

        if (isFramed)
            text.Append("  }\n");
    }

    private static string Node(Picture picture, int number)
    {
        var node = picture.Nodes[number];
        var tooltip = ", tooltip=" + Quoted(node.Documentation.Length == 0 ? node.Name : node.Documentation);
        if (node.Kind == PictureNodeKind.Start)
            return " [label=\"\", shape=circle, style=filled, fillcolor=\"#0f172a\", width=0.16" + tooltip + "]";
        var lines = string.Concat(NodeText.Lines(picture, number).Select(line => Escaped(line) + @"\l"));
        var label = Escaped(node.Name) + (lines.Length == 0 ? "" : @"\n" + lines);
        var look = node.Kind switch
        {
            PictureNodeKind.End => ", peripheries=2",
            PictureNodeKind.Anywhere => ", style=\"rounded,dashed\"",
            _ => "",
        };
        return " [label=\"" + label + "\"" + look + tooltip + "]";
    }

    private static string Arrow(PictureArrow arrow)
    {
        var lines = NodeText.Lines(arrow).Select(line => Escaped(line) + @"\l");
        var tooltip = string.Join("\n", arrow.Labels.Select(label => label.ToString()));
        return " [label=\"" + string.Concat(lines) + "\"" + (arrow.IsTimer ? ", style=dashed" : "")
            + ", edgetooltip=" + Quoted(tooltip) + ", labeltooltip=" + Quoted(tooltip) + "]";
    }

    private static string Quoted(string text) => "\"" + Escaped(text) + "\"";

    // Graphviz reads backslashes and the entities of HTML.
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            escaped.Append(character switch
            {
                '\n' => @"\n",
                '\\' => @"\\",
                '"' => "\\\"",
                '&' => "&amp;",
                < ' ' => " ",
                _ => character.ToString(),
            });
        }

        return escaped.ToString();
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
