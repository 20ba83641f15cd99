namespace HerogiDsl.Compiler.Graphs.Layout;

/// <summary>A box around the upright line that arrows meet it on.</summary>
/// <param name="Left">How far it reaches to the left of that line.</param>
/// <param name="Right">How far it reaches to the right.</param>
internal sealed record Box(double Left, double Right, double Height);

/// <summary>An arrow to be laid out; it never leads to the node it leaves.</summary>
/// <param name="Label">The room for its label, to the right of the arrow's line.</param>
internal sealed record Link(int From, int To, Box Label);

/// <summary>An upright piece of an arrow, or a node's place: where its line stands, from top to bottom.</summary>
internal sealed record Upright(double X, double Top, double Bottom)
{
    public double Middle => (Top + Bottom) / 2;
}

/// <summary>An arrow's way: upright pieces, in the direction of the arrow, joined by curves in the rows' gaps.</summary>
internal sealed record Route(IReadOnlyList<Upright> Pieces, Upright Label);

/// <summary>Where everything stands.</summary>
internal sealed record Placed(
    IReadOnlyList<Upright> Nodes, IReadOnlyList<Route> Routes, double Left, double Right, double Height);

/// <summary>Lays a graph out in rows, from top to bottom, after Sugiyama, Tagawa and Toda.</summary>
/// <remarks>
/// Labels take part as boxes in rows of their own. Lines are upright wherever boxes stand, and bend only in the gaps
/// between rows: so that no line crosses a box, and no box another one, whatever the graph.
/// </remarks>
internal static class LayeredLayout
{
    public static Placed Lay(IReadOnlyList<Box> nodes, IReadOnlyList<Link> links)
    {
        var directions = Directions.Of(nodes.Count, links);
        var ranks = Ranks.Of(nodes.Count, links, directions);
        var rows = Rows.Build(nodes, links, directions, ranks);
        Crossings.Lessen(rows);
        Columns.Place(rows);
        return Routing.Run(rows, links, directions);
    }
}
