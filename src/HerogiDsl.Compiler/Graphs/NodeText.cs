namespace HerogiDsl.Compiler.Graphs;

/// <summary>Pictures that others lay out: they draw the loops of a node over each other, so what stays is told inside it.</summary>
internal static class NodeText
{
    private const int LongestLine = 48;
    private const int MostLines = 3;
    private const int MostLabelLines = 6;

    /// <summary>What stands below the name of a node.</summary>
    public static IEnumerable<string> Lines(Picture picture, int node) => picture.Nodes[node].Lines
        .Concat(picture.Arrows.Where(arrow => arrow.IsStay && arrow.From == node)
            .SelectMany(arrow => arrow.Labels)
            .Select(label => label + " -> stay"))
        .SelectMany(line => TextBreaker.Lines(line, LongestLine, MostLines));

    /// <summary>What stands at an arrow.</summary>
    public static IEnumerable<string> Lines(PictureArrow arrow) =>
        arrow.Labels.SelectMany(label => TextBreaker.Lines(label.ToString(), LongestLine, MostLabelLines));

    /// <summary>The arrows that are drawn.</summary>
    public static IEnumerable<PictureArrow> Arrows(Picture picture) => picture.Arrows.Where(arrow => !arrow.IsStay);
}
