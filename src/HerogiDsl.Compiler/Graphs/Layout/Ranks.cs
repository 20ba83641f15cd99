namespace HerogiDsl.Compiler.Graphs.Layout;

/// <summary>The row of each node: even ones, since labels have those between.</summary>
internal static class Ranks
{
    private const int Apart = 2;

    public static int[] Of(int nodeCount, IReadOnlyList<Link> links, bool[] isBack)
    {
        var ends = links.Select((link, i) => isBack[i] ? (Upper: link.To, Lower: link.From) : (Upper: link.From, Lower: link.To))
            .ToArray();
        var below = ends.ToLookup(link => link.Upper, link => link.Lower);
        var ranks = Longest(nodeCount, ends, below);
        var hasUpper = new bool[nodeCount];
        foreach (var (_, lower) in ends)
            hasUpper[lower] = true;

        // What nothing leads to (`anywhere`) stands near what it leads to; the start stays on top.
        for (var node = 1; node < nodeCount; node++)
        {
            if (!hasUpper[node] && below[node].Any())
                ranks[node] = below[node].Min(lower => ranks[lower]) - Apart;
        }

        return ranks;
    }

    private static int[] Longest(int nodeCount, (int Upper, int Lower)[] ends, ILookup<int, int> below)
    {
        var ranks = new int[nodeCount];
        var waitsFor = new int[nodeCount];
        foreach (var (_, lower) in ends)
            waitsFor[lower]++;
        var ready = new Queue<int>(Enumerable.Range(0, nodeCount).Where(node => waitsFor[node] == 0));
        while (ready.Count > 0)
        {
            var node = ready.Dequeue();
            foreach (var lower in below[node])
            {
                ranks[lower] = Math.Max(ranks[lower], ranks[node] + Apart);
                if (--waitsFor[lower] == 0)
                    ready.Enqueue(lower);
            }
        }

        return ranks;
    }
}
