using System.Collections.Immutable;

namespace HerogiDsl.Compiler.Graphs;

/// <summary>A scenario as it is drawn, whatever it is drawn with.</summary>
internal sealed record Picture(
    string Name, string Documentation, ImmutableArray<PictureNode> Nodes, ImmutableArray<PictureArrow> Arrows);

internal enum PictureNodeKind
{
    Start,
    State,
    End,
    Anywhere,
}

/// <summary>A node.</summary>
/// <param name="Lines">What happens in it, a line each.</param>
internal sealed record PictureNode(
    string Name, PictureNodeKind Kind, string Documentation, ImmutableArray<string> Lines);

/// <summary>All transitions of one kind between two nodes.</summary>
/// <param name="From">The index of the node it leaves.</param>
/// <param name="To">The index of the node it leads to; the same for a loop.</param>
/// <param name="IsStay">Whether the state is not even left.</param>
internal sealed record PictureArrow(
    int From, int To, bool IsTimer, bool IsStay, ImmutableArray<PictureLabel> Labels);

/// <summary>One transition.</summary>
/// <param name="Trigger">Saved from addNewCompany, after 1h.</param>
/// <param name="Do">What it does on its way, a statement each.</param>
internal sealed record PictureLabel(string Trigger, string? Guard, ImmutableArray<string> Do)
{
    /// <summary>The whole of it in one line.</summary>
    public override string ToString() =>
        Trigger + (Guard is null ? "" : " when " + Guard) + (Do.IsEmpty ? "" : " do " + string.Join(", ", Do));
}
