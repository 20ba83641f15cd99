namespace HerogiDsl.Compiler.Graphs.Layout;

/// <summary>Which arrows are laid out upwards, so that the others make no round.</summary>
internal static class Directions
{
    /// <summary>For each link, whether it leads back: found by walking the graph in the order written.</summary>
    public static bool[] Of(int nodeCount, IReadOnlyList<Link> links)
    {
        var leaving = Enumerable.Range(0, links.Count).ToLookup(link => links[link].From);
        var isBack = new bool[links.Count];
        var isDone = new bool[nodeCount];
        var isUnderWay = new bool[nodeCount];
        for (var root = 0; root < nodeCount; root++)
        {
            if (!isDone[root])
                Walk(root, links, leaving, isBack, isDone, isUnderWay);
        }

        return isBack;
    }

    private static void Walk(
        int root, IReadOnlyList<Link> links, ILookup<int, int> leaving, bool[] isBack, bool[] isDone, bool[] isUnderWay)
    {
        var path = new Stack<(int Node, IEnumerator<int> Links)>();
        Enter(root);
        while (path.Count > 0)
        {
            var (node, rest) = path.Peek();
            if (!rest.MoveNext())
            {
                isUnderWay[node] = false;
                path.Pop();
                continue;
            }

            var target = links[rest.Current].To;
            isBack[rest.Current] = isUnderWay[target];
            if (!isDone[target])
                Enter(target);
        }

        void Enter(int node)
        {
            isDone[node] = true;
            isUnderWay[node] = true;
            path.Push((node, leaving[node].GetEnumerator()));
        }
    }
}
