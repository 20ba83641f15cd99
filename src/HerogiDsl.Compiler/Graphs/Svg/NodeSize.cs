namespace HerogiDsl.Compiler.Graphs.Svg;

/// <summary>How big a node is drawn.</summary>
internal sealed record NodeSize(double Width, double Height, TextBlock Text)
{
    public const double NameSize = 14;
    public const double NameHeight = 20;
    public const double Padding = 12;
    public const double DotRadius = 8;
    private const double LeastWidth = 90;

    public static NodeSize Of(PictureNode node, double loops)
    {
        var text = TextBlock.OfNode(node);
        if (node.Kind == PictureNodeKind.Start)
            return new NodeSize(2 * DotRadius, Math.Max(2 * DotRadius, loops), text);
        var width = Math.Max(TextWidth.Bold(node.Name, NameSize), text.Width) + (2 * Padding);
        var height = NameHeight + text.Height + (node.Lines.IsEmpty ? 0 : 4) + (1.5 * Padding);
        return new NodeSize(Math.Max(width, LeastWidth), Math.Max(height, loops + Padding), text);
    }
}
