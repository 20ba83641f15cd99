namespace HerogiDsl.Compiler.Graphs.Layout;

/// <summary>Places the vertices of each row: near their neighbours, long arrows straight, no box in another.</summary>
internal static class Columns
{
    private const double Gap = 18;
    private const int Rounds = 14;
    private const double Still = 0.001;

    public static void Place(Rows rows)
    {
        foreach (var row in rows.All)
            Pack(row);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var row in rows.All)
                Pull(row, round < Rounds / 2 ? vertex => vertex.Above : Both);
            foreach (var row in rows.All.Reverse())
                Pull(row, round < Rounds / 2 ? vertex => vertex.Below : Both);
        }

        foreach (var chain in rows.Chains)
            Straighten(rows, chain);
        foreach (var node in rows.Nodes)
            Centre(rows, node);
    }

    /// <summary>Values in order, at least their distances apart, and as near to what is wished as that allows.</summary>
    /// <remarks>Least squares by pooling adjacent violators.</remarks>
    public static double[] Spread(IReadOnlyList<double> wished, IReadOnlyList<double> weights, Func<int, double> distance)
    {
        var blocks = new List<(double Value, double Weight, int Count)>();
        var offsets = new double[wished.Count];
        for (var i = 0; i < wished.Count; i++)
        {
            offsets[i] = i == 0 ? 0 : offsets[i - 1] + distance(i);
            var block = (Value: wished[i] - offsets[i], Weight: weights[i], Count: 1);
            while (blocks.Count > 0 && blocks[blocks.Count - 1].Value > block.Value)
            {
                var last = blocks[blocks.Count - 1];
                blocks.RemoveAt(blocks.Count - 1);
                var weight = last.Weight + block.Weight;
                block = (((last.Value * last.Weight) + (block.Value * block.Weight)) / weight, weight, last.Count + block.Count);
            }

            blocks.Add(block);
        }

        var values = blocks.SelectMany(block => Enumerable.Repeat(block.Value, block.Count)).ToArray();
        for (var i = 0; i < values.Length; i++)
            values[i] += offsets[i];
        return values;
    }

    private static List<Vertex> Both(Vertex vertex) => [.. vertex.Above, .. vertex.Below];

    private static void Pack(List<Vertex> row)
    {
        var x = 0.0;
        for (var i = 0; i < row.Count; i++)
        {
            x += i == 0 ? 0 : Distance(row[i - 1], row[i]);
            row[i].X = x;
        }
    }

    private static void Pull(List<Vertex> row, Func<Vertex, List<Vertex>> neighbours)
    {
        var wished = new double[row.Count];
        var weights = new double[row.Count];
        for (var i = 0; i < row.Count; i++)
        {
            wished[i] = row[i].X * Still;
            weights[i] = Still;
            foreach (var neighbour in neighbours(row[i]))
            {
                var weight = row[i].IsPassage && neighbour.IsPassage ? 8 : 1;
                wished[i] += neighbour.X * weight;
                weights[i] += weight;
            }

            wished[i] /= weights[i];
        }

        var values = Spread(wished, weights, i => Distance(row[i - 1], row[i]));
        for (var i = 0; i < row.Count; i++)
            row[i].X = values[i];
    }

    // As few bends as the neighbours allow: each stretch takes one place that is free in all its rows.
    private static void Straighten(Rows rows, IReadOnlyList<Vertex> chain)
    {
        for (var first = 0; first < chain.Count;)
        {
            var (low, high) = Free(rows, chain[first]);
            var wished = chain[first].X;
            var end = first + 1;
            for (; end < chain.Count; end++)
            {
                var (nextLow, nextHigh) = Free(rows, chain[end]);
                if (Math.Max(low, nextLow) > Math.Min(high, nextHigh))
                    break;
                (low, high) = (Math.Max(low, nextLow), Math.Min(high, nextHigh));
                wished += chain[end].X;
            }

            var x = Math.Min(Math.Max(wished / (end - first), low), high);
            for (; first < end; first++)
                chain[first].X = x;
        }
    }

    private static void Centre(Rows rows, Vertex node)
    {
        var neighbours = Both(node);
        if (neighbours.Count == 0)
            return;
        var (low, high) = Free(rows, node);
        node.X = Math.Min(Math.Max(neighbours.Average(neighbour => neighbour.X), low), high);
    }

    private static (double Low, double High) Free(Rows rows, Vertex vertex)
    {
        var row = rows.All[vertex.Row];
        var low = vertex.Place == 0
            ? double.NegativeInfinity
            : row[vertex.Place - 1].X + Distance(row[vertex.Place - 1], vertex);
        var high = vertex.Place == row.Count - 1
            ? double.PositiveInfinity
            : row[vertex.Place + 1].X - Distance(vertex, row[vertex.Place + 1]);
        return (low, Math.Max(low, high));
    }

    private static double Distance(Vertex left, Vertex right) =>
        left.Box.Right + right.Box.Left + (left.IsPassage && right.IsPassage ? Gap / 3 : Gap);
}
