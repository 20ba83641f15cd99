using System.Text;
using HerogiDsl.Compiler.Graphs.Layout;

namespace HerogiDsl.Compiler.Graphs.Svg;

/// <summary>Draws a scene: arrows first, so that nodes lie on them.</summary>
internal static class SceneWriter
{
    private const double HeadLength = 8;
    private const double HeadHalf = 3.8;
    private const double Baseline = 11;
    private const double Round = 8;

    public static void Write(SvgWriter writer, Scene scene)
    {
        foreach (var arrow in scene.Arrows)
            Arrow(writer, arrow.Arrow, () => Route(writer, arrow.Route), arrow.Label, arrow.Text);
        foreach (var loop in scene.Loops)
            Arrow(writer, loop.Arrow, () => Loop(writer, loop), loop.Label, loop.Text);
        foreach (var node in scene.Nodes)
            Node(writer, node);
    }

    private static void Arrow(SvgWriter writer, PictureArrow arrow, Action line, Rectangle label, TextBlock text) =>
        writer.Element("g", [("class", arrow.IsTimer ? "timer" : "event")], () =>
        {
            writer.Text("title", string.Join("\n", arrow.Labels.Select(each => each.ToString())));
            line();
            Lines(writer, text, label.X, label.Y);
        });

    private static void Route(SvgWriter writer, Route route)
    {
        var pieces = route.Pieces;
        var last = pieces[pieces.Count - 1];
        var isDown = pieces[0].Top < last.Bottom;
        var tip = last.Bottom;
        var neck = tip + (isDown ? -HeadLength : HeadLength);
        var path = new StringBuilder().Append('M').Append(At(pieces[0].X, pieces[0].Top));
        var (x, y) = (pieces[0].X, pieces[0].Top);
        foreach (var piece in pieces)
        {
            // A piece without a length is a place that the curve passes upright.
            var isLast = ReferenceEquals(piece, last);
            var top = isLast && Math.Abs(last.Top - tip) < HeadLength ? neck : piece.Top;
            if (Math.Abs(piece.X - x) < 0.05)
            {
                path.Append('L').Append(At(piece.X, top));
            }
            else
            {
                var middle = (y + top) / 2;
                path.Append('C').Append(At(x, middle)).Append(' ')
                    .Append(At(piece.X, middle)).Append(' ').Append(At(piece.X, top));
            }

            (x, y) = (piece.X, isLast ? neck : piece.Bottom);
            if (Math.Abs(y - top) > 0.05)
                path.Append('L').Append(At(x, y));
        }

        writer.Empty("path", ("class", "line"), ("d", path.ToString()));
        writer.Empty("path", ("class", "head"), ("d", $"M{At(x, tip)}L{At(x - HeadHalf, neck)}L{At(x + HeadHalf, neck)}Z"));
    }

    private static void Loop(SvgWriter writer, LoopShape loop)
    {
        var (top, bottom) = (loop.Y - Scene.LoopHalf, loop.Y + Scene.LoopHalf);
        var far = loop.X + (Scene.LoopReach * 1.25);
        var neck = loop.X + HeadLength;
        writer.Empty(
            "path",
            ("class", "line"),
            ("d", $"M{At(loop.X, top)}C{At(far, top - 4)} {At(far, bottom + 4)} {At(neck, bottom)}"));
        writer.Empty(
            "path",
            ("class", "head"),
            ("d", $"M{At(loop.X, bottom)}L{At(neck, bottom - HeadHalf)}L{At(neck, bottom + HeadHalf)}Z"));
    }

    private static void Node(SvgWriter writer, NodeShape shape)
    {
        var (node, frame) = (shape.Node, shape.Frame);
        var middle = frame.X + (frame.Width / 2);
        writer.Element("g", [("class", node.Kind.ToString().ToLowerInvariant())], () =>
        {
            writer.Text("title", node.Documentation.Length == 0 ? node.Name : node.Name + "\n" + node.Documentation);
            if (node.Kind == PictureNodeKind.Start)
            {
                writer.Empty(
                    "circle", ("class", "dot"), ("cx", middle), ("cy", frame.Y + (frame.Height / 2)), ("r", NodeSize.DotRadius));
                return;
            }

            Frame(writer, frame, 0, "frame", node.Kind == PictureNodeKind.Anywhere ? 2 * Round : Round);
            if (node.Kind == PictureNodeKind.End)
                Frame(writer, frame, 3.5, "inner", Round - 3);
            var height = NodeSize.NameHeight + shape.Text.Height + (node.Lines.IsEmpty ? 0 : 4);
            var y = frame.Y + ((frame.Height - height) / 2);
            writer.Text("text", node.Name, ("class", "name"), ("x", middle), ("y", y + 15), ("text-anchor", "middle"));
            Lines(writer, shape.Text, middle - (shape.Text.Width / 2), y + NodeSize.NameHeight + 4);
        });
    }

    private static void Frame(SvgWriter writer, Rectangle frame, double inset, string look, double round) => writer.Empty(
        "rect",
        ("class", look),
        ("x", frame.X + inset),
        ("y", frame.Y + inset),
        ("width", frame.Width - (2 * inset)),
        ("height", frame.Height - (2 * inset)),
        ("rx", round));

    private static void Lines(SvgWriter writer, TextBlock text, double x, double y)
    {
        for (var i = 0; i < text.Lines.Length; i++)
            writer.Line(x, y + (i * TextBlock.LineHeight) + Baseline, text.Lines[i]);
    }

    private static string At(double x, double y) => SvgWriter.Number(x) + " " + SvgWriter.Number(y);
}
