namespace HerogiDsl.Compiler.Graphs.Layout;

/// <summary>Orders the rows so that few lines cross.</summary>
internal static class Crossings
{
    private const int MostRounds = 24;
    private const int Budget = 400_000;

    public static void Lessen(Rows rows)
    {
        var size = rows.All.Sum(row => row.Count);
        if (size == 0)
            return;
        var best = Count(rows);
        var order = rows.All.Select(row => row.ToArray()).ToArray();
        var rounds = Math.Min(MostRounds, Math.Max(2, Budget / size));
        for (var round = 0; round < rounds && best > 0; round++)
        {
            Sweep(rows, isDown: round % 2 == 0);
            Exchange(rows);
            var count = Count(rows);
            if (count >= best)
                continue;
            best = count;
            order = rows.All.Select(row => row.ToArray()).ToArray();
        }

        for (var i = 0; i < order.Length; i++)
            SetRow(rows.All[i], order[i]);
    }

    private static void Sweep(Rows rows, bool isDown)
    {
        for (var i = 1; i < rows.All.Count; i++)
        {
            var row = rows.All[isDown ? i : rows.All.Count - 1 - i];
            var movable = row.Where(vertex => Neighbours(vertex).Count > 0)
                .OrderBy(vertex => Neighbours(vertex).Average(neighbour => neighbour.Place))
                .ToArray();
            var next = 0;
            SetRow(row, [.. row.Select(vertex => Neighbours(vertex).Count > 0 ? movable[next++] : vertex)]);
        }

        List<Vertex> Neighbours(Vertex vertex) => isDown ? vertex.Above : vertex.Below;
    }

    // Two neighbours change places where that takes a crossing away.
    private static void Exchange(Rows rows)
    {
        foreach (var row in rows.All)
        {
            for (var i = 0; i + 1 < row.Count; i++)
            {
                var (left, right) = (row[i], row[i + 1]);
                if (Between(left, right) <= Between(right, left))
                    continue;
                (row[i], row[i + 1]) = (right, left);
                (right.Place, left.Place) = (i, i + 1);
            }
        }
    }

    private static int Between(Vertex left, Vertex right) =>
        Between(left.Above, right.Above) + Between(left.Below, right.Below);

    private static int Between(List<Vertex> ofLeft, List<Vertex> ofRight)
    {
        var count = 0;
        foreach (var one in ofLeft)
        {
            foreach (var other in ofRight)
                count += one.Place > other.Place ? 1 : 0;
        }

        return count;
    }

    private static long Count(Rows rows) => rows.All.Sum(Count);

    // Crossings between a row and the next are inversions; a tree of sums counts them.
    private static long Count(List<Vertex> row)
    {
        var ends = row.SelectMany(vertex => vertex.Below.Select(below => below.Place).OrderBy(place => place)).ToArray();
        if (ends.Length < 2)
            return 0;
        var sums = new int[ends.Max() + 2];
        long count = 0;
        for (var i = 0; i < ends.Length; i++)
        {
            var notRight = 0;
            for (var at = ends[i] + 1; at > 0; at -= at & -at)
                notRight += sums[at];
            count += i - notRight;
            for (var at = ends[i] + 1; at < sums.Length; at += at & -at)
                sums[at]++;
        }

        return count;
    }

    private static void SetRow(List<Vertex> row, Vertex[] order)
    {
        for (var i = 0; i < order.Length; i++)
        {
            row[i] = order[i];
            order[i].Place = i;
        }
    }
}
