namespace HerogiDsl.Compiler.Graphs.Layout;

/// <summary>Gives the rows their heights, and the arrows the places where they meet their nodes.</summary>
internal static class Routing
{
    private const double LeastGap = 24;
    private const double MostGap = 72;
    private const double PortGap = 16;
    private const double Corner = 12;

    public static Placed Run(Rows rows, IReadOnlyList<Link> links, bool[] isBack)
    {
        var bands = Bands(rows);
        var leaving = Ports(rows, isUpper: true);
        var arriving = Ports(rows, isUpper: false);
        var routes = new List<Route>();
        for (var i = 0; i < links.Count; i++)
        {
            var chain = rows.Chains[i];
            var (upper, lower) = isBack[i]
                ? (rows.Nodes[links[i].To], rows.Nodes[links[i].From])
                : (rows.Nodes[links[i].From], rows.Nodes[links[i].To]);
            var pieces = new List<Upright>
            {
                new(leaving[chain[0]], NodePlace(upper, bands).Bottom, bands[upper.Row].Bottom),
            };
            pieces.AddRange(chain.Select(passage => bands[passage.Row] with { X = passage.X }));
            pieces.Add(new Upright(arriving[chain[chain.Count - 1]], bands[lower.Row].Top, NodePlace(lower, bands).Top));
            if (isBack[i])
                pieces = [.. Enumerable.Reverse(pieces).Select(piece => new Upright(piece.X, piece.Bottom, piece.Top))];
            routes.Add(new Route(pieces, bands[rows.Labels[i].Row] with { X = rows.Labels[i].X }));
        }

        var all = rows.All.SelectMany(row => row).ToArray();
        return new Placed(
            [.. rows.Nodes.Select(node => NodePlace(node, bands))],
            routes,
            all.Select(vertex => vertex.X - vertex.Box.Left).DefaultIfEmpty(0).Min(),
            all.Select(vertex => vertex.X + vertex.Box.Right).DefaultIfEmpty(0).Max(),
            bands.Length == 0 ? 0 : bands[bands.Length - 1].Bottom);
    }

    private static Upright NodePlace(Vertex node, Upright[] bands)
    {
        var middle = bands[node.Row].Middle;
        return new Upright(node.X, middle - (node.Box.Height / 2), middle + (node.Box.Height / 2));
    }

    // The further the lines of a gap go aside, the higher it is: none lies flat.
    private static Upright[] Bands(Rows rows)
    {
        var bands = new Upright[rows.All.Count];
        var y = 0.0;
        for (var i = 0; i < bands.Length; i++)
        {
            var row = rows.All[i];
            var height = row.Count == 0 ? 0 : row.Max(vertex => vertex.Box.Height);
            bands[i] = new Upright(0, y, y + height);
            var aside = row.SelectMany(vertex => vertex.Below.Select(below => Math.Abs(below.X - vertex.X)))
                .DefaultIfEmpty(0).Max();
            y += height + Math.Min(LeastGap + (aside * 0.1), MostGap);
        }

        return bands;
    }

    // Where each arrow's first or last passage meets the node's edge.
    private static Dictionary<Vertex, double> Ports(Rows rows, bool isUpper)
    {
        var ports = new Dictionary<Vertex, double>();
        foreach (var node in rows.Nodes)
        {
            var passages = (isUpper ? node.Below : node.Above).OrderBy(passage => passage.Place).ToArray();
            if (passages.Length == 0)
                continue;

            // A node reaches as far to the right of its line as to the left; beyond that its loops have their room.
            var reach = Math.Max(0, node.Box.Left - Corner);
            var gap = passages.Length == 1 ? 0 : Math.Min(PortGap, 2 * reach / (passages.Length - 1));
            var places = Columns.Spread(
                [.. passages.Select(passage => passage.X)], [.. passages.Select(_ => 1.0)], _ => gap);
            for (var i = 0; i < places.Length; i++)
            {
                var low = node.X - reach + (i * gap);
                var high = node.X + reach - ((places.Length - 1 - i) * gap);
                ports[passages[i]] = Math.Min(Math.Max(places[i], low), Math.Max(low, high));
            }
        }

        return ports;
    }
}
