using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Testing.Storage;

/// <summary>A row of a session in a scenario.</summary>
internal readonly record struct InstanceKey(string Scenario, string SessionId, long Number) : IComparable<InstanceKey>
{
    public int CompareTo(InstanceKey other)
    {
        var order = TextOrder.Compare(Scenario, other.Scenario);
        if (order == 0)
            order = TextOrder.Compare(SessionId, other.SessionId);
        return order == 0 ? Number.CompareTo(other.Number) : order;
    }
}

/// <summary>A row of a session, or of a connection.</summary>
internal readonly record struct OwnerKey(string Owner, long First, long Second) : IComparable<OwnerKey>
{
    public int CompareTo(OwnerKey other)
    {
        var order = TextOrder.Compare(Owner, other.Owner);
        if (order == 0)
            order = First.CompareTo(other.First);
        return order == 0 ? Second.CompareTo(other.Second) : order;
    }
}

/// <summary>What falls due: by the time, then by what the table says.</summary>
internal readonly record struct DueKey<TKey>(DateTimeOffset At, TKey Key) : IComparable<DueKey<TKey>>
    where TKey : struct, IComparable<TKey>
{
    public int CompareTo(DueKey<TKey> other)
    {
        var order = At.CompareTo(other.At);
        return order == 0 ? Key.CompareTo(other.Key) : order;
    }
}

/// <summary>A text among others.</summary>
internal readonly record struct TextKey(string Text) : IComparable<TextKey>
{
    public int CompareTo(TextKey other) => TextOrder.Compare(Text, other.Text);
}

/// <summary>A contribution to a window.</summary>
internal readonly record struct ContributionKey(WindowKey Window, DateTimeOffset At, long Sequence)
    : IComparable<ContributionKey>
{
    public int CompareTo(ContributionKey other)
    {
        var order = new InstanceKey(Window.Scenario, Window.SessionId, 0)
            .CompareTo(new InstanceKey(other.Window.Scenario, other.Window.SessionId, 0));
        if (order == 0)
            order = TextOrder.Compare(Window.Name, other.Window.Name);
        if (order == 0)
            order = At.CompareTo(other.At);
        return order == 0 ? Sequence.CompareTo(other.Sequence) : order;
    }
}
