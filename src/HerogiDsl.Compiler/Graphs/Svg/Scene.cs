using System.Collections.Immutable;
using HerogiDsl.Compiler.Graphs.Layout;

namespace HerogiDsl.Compiler.Graphs.Svg;

/// <summary>A rectangle.</summary>
internal sealed record Rectangle(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;
}

/// <summary>A node as it is drawn.</summary>
internal sealed record NodeShape(PictureNode Node, Rectangle Frame, TextBlock Text);

/// <summary>An arrow between two nodes as it is drawn.</summary>
internal sealed record ArrowShape(PictureArrow Arrow, Route Route, Rectangle Label, TextBlock Text);

/// <summary>An arrow that comes back to the node it leaves.</summary>
/// <param name="X">The right edge of the node.</param>
/// <param name="Y">The height of its middle.</param>
internal sealed record LoopShape(PictureArrow Arrow, double X, double Y, Rectangle Label, TextBlock Text);

/// <summary>A picture with all its places, from (0, 0) on.</summary>
internal sealed record Scene(
    Picture Picture,
    ImmutableArray<NodeShape> Nodes,
    ImmutableArray<ArrowShape> Arrows,
    ImmutableArray<LoopShape> Loops,
    double Width,
    double Height)
{
    /// <summary>How far a loop reaches out of its node.</summary>
    public const double LoopReach = 22;

    /// <summary>Half the height of a loop where it meets its node.</summary>
    public const double LoopHalf = 7;

    private const double LabelGap = 7;
    private const double LoopGap = 6;

    public static Scene Of(Picture picture)
    {
        var loops = picture.Arrows.Where(arrow => arrow.From == arrow.To)
            .ToLookup(arrow => arrow.From, arrow => (Arrow: arrow, Text: TextBlock.OfArrow(arrow)));
        var arrows = picture.Arrows.Where(arrow => arrow.From != arrow.To)
            .Select(arrow => (Arrow: arrow, Text: TextBlock.OfArrow(arrow)))
            .ToArray();
        var sizes = picture.Nodes
            .Select((node, i) => NodeSize.Of(node, loops[i].Sum(loop => LoopHeight(loop.Text))))
            .ToArray();
        var boxes = sizes.Select((size, i) => new Box(
            size.Width / 2,
            (size.Width / 2) + loops[i].Select(loop => LoopReach + LabelGap + loop.Text.Width).DefaultIfEmpty(0).Max(),
            size.Height));
        var placed = LayeredLayout.Lay(
            [.. boxes],
            [.. arrows.Select(arrow => new Link(arrow.Arrow.From, arrow.Arrow.To, LabelBox(arrow.Text)))]);
        var nodes = picture.Nodes
            .Select((node, i) => Shape(node, sizes[i], placed.Nodes[i].X - placed.Left, placed.Nodes[i].Top))
            .ToImmutableArray();
        return new Scene(
            picture,
            nodes,
            [.. arrows.Select((arrow, i) => Shape(arrow.Arrow, arrow.Text, placed.Routes[i], placed.Left))],
            [.. nodes.SelectMany((node, i) => LoopsOf(node.Frame, [.. loops[i]]))],
            placed.Right - placed.Left,
            placed.Height);
    }

    private static Box LabelBox(TextBlock text) => new(LabelGap, LabelGap + text.Width, text.Height + 4);

    private static double LoopHeight(TextBlock text) => Math.Max(text.Height, 2 * LoopHalf) + LoopGap;

    private static NodeShape Shape(PictureNode node, NodeSize size, double x, double y) =>
        new(node, new Rectangle(x - (size.Width / 2), y, size.Width, size.Height), size.Text);

    private static ArrowShape Shape(PictureArrow arrow, TextBlock text, Route route, double left)
    {
        var moved = new Route(
            [.. route.Pieces.Select(piece => piece with { X = piece.X - left })],
            route.Label with { X = route.Label.X - left });
        var label = new Rectangle(
            moved.Label.X + LabelGap, moved.Label.Middle - (text.Height / 2), text.Width, text.Height);
        return new ArrowShape(arrow, moved, label, text);
    }

    private static IEnumerable<LoopShape> LoopsOf(Rectangle frame, (PictureArrow Arrow, TextBlock Text)[] loops)
    {
        var y = frame.Y + (frame.Height / 2) - (loops.Sum(loop => LoopHeight(loop.Text)) / 2);
        foreach (var (arrow, text) in loops)
        {
            var middle = y + (LoopHeight(text) / 2);
            var label = new Rectangle(
                frame.Right + LoopReach + LabelGap, middle - (text.Height / 2), text.Width, text.Height);
            yield return new LoopShape(arrow, frame.Right, middle, label, text);
            y += LoopHeight(text);
        }
    }
}
