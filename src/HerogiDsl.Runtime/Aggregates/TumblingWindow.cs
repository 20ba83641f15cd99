using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Runtime.Aggregates;

/// <summary>Windows that follow each other, aligned to the epoch in UTC. What is counted is all that is known.</summary>
internal sealed class TumblingWindow : Window
{
    private readonly DateTimeOffset _start;

    public TumblingWindow(AggregateDefinition definition, WindowKey key, WindowRow? row, DateTimeOffset time)
        : base(definition, key, row, time)
    {
        var length = (long)Length.TotalMilliseconds;
        var now = Time.ToUnixTimeMilliseconds();
        _start = DateTimeOffset.FromUnixTimeMilliseconds(now - (((now % length) + length) % length));
        if (!Resume() || Oldest != _start)
            Clear();
    }

    protected override DateTimeOffset ExpiresAt => Later(_start, Length);

    public override void Add(decimal value, long sequence)
    {
        Tally = Tally.Add(value);
        Oldest = _start;
        Newest = Time;
        Change = Describe();
    }
}
