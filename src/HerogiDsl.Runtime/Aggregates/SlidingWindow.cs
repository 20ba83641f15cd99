using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Runtime.Aggregates;

/// <summary>
/// A window that ends at the step: an event counts as long as it is younger than the window is long. What an event
/// contributes is kept until it leaves; so a step looks only at what comes and what goes, however many events there are.
/// </summary>
internal abstract class SlidingWindow : Window
{
    protected SlidingWindow(
        AggregateDefinition definition, WindowKey key, WindowRow? row, DateTimeOffset time, IStore store)
        : base(definition, key, row, time)
    {
        Store = store;
        Edge = Length > Time - DateTimeOffset.MinValue ? DateTimeOffset.MinValue : Time - Length;
        // The contributions of a window in which nothing counts any more may be forgotten already.
        if (!Resume() || Newest <= Edge)
            Clear();
        else if (Oldest <= Edge)
            LetGo();
    }

    /// <summary>What was counted up to this time has left.</summary>
    protected DateTimeOffset Edge { get; }

    protected IStore Store { get; }

    protected override DateTimeOffset ExpiresAt => Later(Newest, Length);

    /// <summary>Takes what has left out of the tally.</summary>
    protected abstract void Leave(ContributionRow? first);

    private void LetGo()
    {
        var first = Store.Read(tables => tables.Aggregates.FindAfter(Key, Edge));
        Leave(first);
        Oldest = first?.At ?? Newest;
        Change = Describe() with { Left = Edge };
    }
}

/// <summary>`count`, `sum` and `avg`: what leaves is subtracted.</summary>
internal sealed class SlidingSum(
    AggregateDefinition definition, WindowKey key, WindowRow? row, DateTimeOffset time, IStore store)
    : SlidingWindow(definition, key, row, time, store)
{
    public override void Add(decimal value, long sequence)
    {
        if (Tally.Count == 0)
            Oldest = Time;
        Newest = Time;
        Tally = Tally.Add(value);
        Change = Describe() with { Added = new ContributionRow(Time, sequence, value) };
    }

    protected override void Leave(ContributionRow? first) => Store.Read(tables =>
    {
        tables.Aggregates.ReadUpTo(Key, Edge, gone => Tally = Tally.Subtract(gone.Value));
        return true;
    });
}

/// <summary>
/// `min` and `max`. Only what may still become the least or greatest is kept: what a later event outdoes never will. So
/// the oldest that is kept is the one.
/// </summary>
internal sealed class SlidingExtreme(
    AggregateDefinition definition, WindowKey key, WindowRow? row, DateTimeOffset time, IStore store)
    : SlidingWindow(definition, key, row, time, store)
{
    public override void Add(decimal value, long sequence)
    {
        var isFirst = Tally.IsOutdoneBy(value);
        var outdone = isFirst ? null : FindOutdone(value);
        Newest = Time;
        if (isFirst)
        {
            Oldest = Time;
            Tally = new Tally(Definition.Function).Add(value);
        }

        Change = Describe() with
        {
            IsCleared = isFirst || Change is { IsCleared: true },
            Outdone = outdone,
            Added = new ContributionRow(Time, sequence, value),
        };
    }

    protected override void Leave(ContributionRow? first) =>
        Tally = first is { } next ? new Tally(Definition.Function).Add(next.Value) : new Tally(Definition.Function);

    private ContributionRow? FindOutdone(decimal value) => Store.Read(tables =>
    {
        ContributionRow? outdone = null;
        tables.Aggregates.ReadBack(Key, kept =>
        {
            if (kept.At <= Edge || !Tally.Outdoes(value, kept.Value))
                return false;
            outdone = kept;
            return true;
        });
        return outdone;
    });
}
