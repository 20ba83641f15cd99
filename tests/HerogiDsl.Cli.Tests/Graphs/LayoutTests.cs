using HerogiDsl.Compiler.Graphs;
using HerogiDsl.Compiler.Graphs.Svg;

namespace HerogiDsl.Cli.Tests.Graphs;

/// <summary>Whatever the scenario, its picture can be read: nothing lies on anything else.</summary>
public sealed class LayoutTests
{
    private const double Tolerance = 0.01;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void NothingOverlaps(int seed) => AssertReadable(Scene.Of(Pictures.Random(seed, mostStates: 6 + (seed % 30))));

    [Fact]
    public void NastyTextsOverlapNoMoreThanOthers() => AssertReadable(Scene.Of(Pictures.OfNastyTexts()));

    [Fact]
    public void AHundredStatesInARow()
    {
        var nodes = Enumerable.Range(0, 101)
            .Select(i => new PictureNode("State" + i, i == 0 ? PictureNodeKind.Start : PictureNodeKind.State, "", []));
        var arrows = Enumerable.Range(0, 100).SelectMany(i => new[] { Arrow(i, i + 1), Arrow(i + 1, 1), Arrow(i, 100) })
            .Where(arrow => arrow.From != arrow.To)
            .DistinctBy(arrow => (arrow.From, arrow.To));

        AssertReadable(Scene.Of(new Picture("Row", "", [.. nodes], [.. arrows])));
    }

    [Fact]
    public void NoStateAtAllIsAPictureToo()
    {
        var scene = Scene.Of(new Picture("Empty", "", [new PictureNode("start", PictureNodeKind.Start, "", [])], []));

        Assert.Single(scene.Nodes);
        Assert.Empty(scene.Arrows);
    }

    [Fact]
    public void AnArrowLeadsFromTheEdgeOfItsNodeToTheEdgeOfTheOther()
    {
        var scene = Scene.Of(Pictures.Random(seed: 7, mostStates: 20));

        Assert.NotEmpty(scene.Arrows);
        Assert.All(scene.Arrows, shape =>
        {
            var (first, last) = (shape.Route.Pieces[0], shape.Route.Pieces[^1]);
            AssertOnEdge(first.X, first.Top, scene.Nodes[shape.Arrow.From].Frame);
            AssertOnEdge(last.X, last.Bottom, scene.Nodes[shape.Arrow.To].Frame);
        });
    }

    [Fact]
    public void ABoxThatLiesOnAnotherWouldBeFound() =>
        Assert.True(Overlap(new Rectangle(0, 0, 10, 10), new Rectangle(9, 9, 10, 10)));

    private static PictureArrow Arrow(int from, int to) =>
        new(from, to, IsTimer: false, IsStay: false, [new PictureLabel("Next", "event.number == " + to, [])]);

    private static void AssertReadable(Scene scene)
    {
        var boxes = scene.Nodes.Select(node => (What: "node " + node.Node.Name, Box: node.Frame))
            .Concat(scene.Arrows.Select(arrow => (What: Name("label", arrow.Arrow), Box: arrow.Label)))
            .Concat(scene.Loops.Select(loop => (What: Name("loop", loop.Arrow), Box: Loop(loop))))
            .ToArray();
        for (var i = 0; i < boxes.Length; i++)
        {
            var (what, box) = boxes[i];
            Assert.True(box.X >= -Tolerance && box.Y >= -Tolerance, $"{what} is out of the picture");
            Assert.True(
                box.Right <= scene.Width + Tolerance && box.Bottom <= scene.Height + Tolerance, $"{what} is out of the picture");
            foreach (var (other, otherBox) in boxes.Skip(i + 1))
                Assert.False(Overlap(box, otherBox), $"{what} lies on {other}");
        }

        foreach (var arrow in scene.Arrows)
            AssertCrossesNoBox(arrow, boxes);
    }

    // Upright pieces pass beside the boxes; the curves between them stay where no box is.
    private static void AssertCrossesNoBox(ArrowShape arrow, (string What, Rectangle Box)[] boxes)
    {
        var pieces = arrow.Route.Pieces;
        for (var i = 0; i < pieces.Count; i++)
        {
            var (top, bottom) = Sorted(pieces[i].Top, pieces[i].Bottom);
            foreach (var (what, box) in boxes)
            {
                Assert.False(
                    Overlap(new Rectangle(pieces[i].X, top, 0, bottom - top), box),
                    $"{Name("arrow", arrow.Arrow)} crosses {what}");
            }

            if (i == 0)
                continue;
            var (from, to) = Sorted(pieces[i - 1].Bottom, pieces[i].Top);
            var (left, right) = Sorted(pieces[i - 1].X, pieces[i].X);
            foreach (var (what, box) in boxes)
            {
                Assert.False(
                    Overlap(new Rectangle(left, from, right - left, to - from), box),
                    $"{Name("arrow", arrow.Arrow)} bends over {what}");
            }
        }
    }

    private static Rectangle Loop(LoopShape loop)
    {
        var top = Math.Min(loop.Label.Y, loop.Y - Scene.LoopHalf);
        var bottom = Math.Max(loop.Label.Bottom, loop.Y + Scene.LoopHalf);
        return new Rectangle(loop.X + Tolerance, top, loop.Label.Right - loop.X - Tolerance, bottom - top);
    }

    private static bool Overlap(Rectangle one, Rectangle other) =>
        one.X < other.Right - Tolerance && other.X < one.Right - Tolerance
        && one.Y < other.Bottom - Tolerance && other.Y < one.Bottom - Tolerance;

    private static void AssertOnEdge(double x, double y, Rectangle frame)
    {
        Assert.InRange(x, frame.X - Tolerance, frame.Right + Tolerance);
        Assert.True(Math.Abs(y - frame.Y) < Tolerance || Math.Abs(y - frame.Bottom) < Tolerance, "it ends in the air");
    }

    private static (double Low, double High) Sorted(double one, double other) => (Math.Min(one, other), Math.Max(one, other));

    private static string Name(string what, PictureArrow arrow) => $"{what} {arrow.From} -> {arrow.To}";
}
