namespace HerogiDsl.Compiler.Graphs.Layout;

/// <summary>A node, a label, or the place where a long arrow passes a row.</summary>
internal sealed class Vertex(Box box, int row, bool isPassage)
{
    public Box Box => box;

    public int Row => row;

    /// <summary>Whether it is part of an arrow.</summary>
    public bool IsPassage => isPassage;

    /// <summary>Its place in its row, from 0.</summary>
    public int Place { get; set; }

    public double X { get; set; }

    public List<Vertex> Above { get; } = [];

    public List<Vertex> Below { get; } = [];
}

/// <summary>The rows, from top to bottom.</summary>
/// <param name="Nodes">The vertex of each node.</param>
/// <param name="Chains">The vertices of each link between its nodes, from top to bottom.</param>
/// <param name="Labels">The vertex of each link that has the label.</param>
internal sealed record Rows(
    IReadOnlyList<List<Vertex>> All,
    IReadOnlyList<Vertex> Nodes,
    IReadOnlyList<IReadOnlyList<Vertex>> Chains,
    IReadOnlyList<Vertex> Labels)
{
    private static readonly Box Line = new(7, 7, 0);

    public static Rows Build(IReadOnlyList<Box> nodes, IReadOnlyList<Link> links, bool[] isBack, int[] ranks)
    {
        var count = ranks.Length == 0 ? 0 : ranks.Max() + 1;
        var rows = Enumerable.Range(0, count).Select(_ => new List<Vertex>()).ToArray();
        var vertices = nodes.Select((box, i) => new Vertex(box, ranks[i], isPassage: false)).ToArray();
        var chains = new List<IReadOnlyList<Vertex>>();
        var labels = new List<Vertex>();
        for (var i = 0; i < links.Count; i++)
        {
            var (upper, lower) = isBack[i]
                ? (vertices[links[i].To], vertices[links[i].From])
                : (vertices[links[i].From], vertices[links[i].To]);

            // Near the node that the arrow leaves: there one asks what leads where.
            var labelRow = isBack[i] ? lower.Row - 1 : upper.Row + 1;
            var chain = new List<Vertex>();
            var last = upper;
            for (var row = upper.Row + 1; row < lower.Row; row++)
            {
                var passage = new Vertex(row == labelRow ? links[i].Label : Line, row, isPassage: true);
                Join(last, passage);
                chain.Add(passage);
                last = passage;
            }

            Join(last, lower);
            chains.Add(chain);
            labels.Add(chain[labelRow - upper.Row - 1]);
        }

        Fill(rows, vertices);
        return new Rows(rows, vertices, chains, labels);
    }

    private static void Join(Vertex upper, Vertex lower)
    {
        upper.Below.Add(lower);
        lower.Above.Add(upper);
    }

    // In the order in which a walk from the first node finds them: neighbours come to stand near each other.
    private static void Fill(List<Vertex>[] rows, IReadOnlyList<Vertex> vertices)
    {
        var found = new HashSet<Vertex>();
        var open = new Stack<Vertex>();
        foreach (var root in vertices)
        {
            open.Push(root);
            while (open.Count > 0)
            {
                var vertex = open.Pop();
                if (!found.Add(vertex))
                    continue;
                vertex.Place = rows[vertex.Row].Count;
                rows[vertex.Row].Add(vertex);
                for (var i = vertex.Above.Count - 1; i >= 0; i--)
                    open.Push(vertex.Above[i]);
                for (var i = vertex.Below.Count - 1; i >= 0; i--)
                    open.Push(vertex.Below[i]);
            }
        }
    }
}
