using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Runtime.Aggregates;

/// <summary>One aggregate of one session, as a step sees and changes it.</summary>
internal abstract class Window
{
    // Nothing shorter is told apart: times are whole milliseconds.
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);

    private readonly AggregateDefinition _definition;

    /// <summary>Opens a window at the time of a step.</summary>
    /// <param name="definition">The aggregate.</param>
    /// <param name="key">Whose window it is.</param>
    /// <param name="row">As it is stored; null for none.</param>
    /// <param name="time">When what is judged was accepted.</param>
    protected Window(AggregateDefinition definition, WindowKey key, WindowRow? row, DateTimeOffset time)
    {
        _definition = definition;
        Key = key;
        Tally = new Tally(definition.Function);
        Time = row?.AsOf > time ? row.AsOf : time;
        Oldest = Newest = Time;
        Row = row;
    }

    public AggregateDefinition Definition => _definition;

    /// <summary>What the step changes; null for nothing.</summary>
    public WindowChange? Change { get; protected set; }

    /// <summary>The aggregate; null for nothing.</summary>
    public decimal? Number => Tally.ToNumber();

    protected WindowKey Key { get; }

    protected WindowRow? Row { get; }

    /// <summary>When the step is: not before a time that the window has seen, even where the clock was set back.</summary>
    protected DateTimeOffset Time { get; }

    protected TimeSpan Length => _definition.Over < Shortest ? Shortest : _definition.Over;

    protected Tally Tally { get; set; }

    protected DateTimeOffset Oldest { get; set; }

    protected DateTimeOffset Newest { get; set; }

    /// <summary>Counts the event being judged.</summary>
    public abstract void Add(decimal value, long sequence);

    /// <summary>Takes over what is stored, unless another build counted something else under this name.</summary>
    protected bool Resume()
    {
        if (Row is null || Row.Text != _definition.Text)
            return false;
        Tally = Tally.Read(_definition.Function, Row);
        Oldest = Row.Oldest;
        Newest = Row.Newest;
        return Tally.Count > 0;
    }

    /// <summary>Begins anew: nothing that is stored counts.</summary>
    protected void Clear()
    {
        var hadSome = Row is { Count: > 0 };
        Tally = new Tally(_definition.Function);
        Oldest = Newest = Time;
        if (hadSome)
            Change = Describe() with { IsCleared = true };
    }

    /// <summary>The window as it is to be stored.</summary>
    protected WindowChange Describe() => (Change ?? new WindowChange(Blank())) with { Row = Blank() };

    /// <summary>A time so much later, or the last one there is.</summary>
    protected static DateTimeOffset Later(DateTimeOffset time, TimeSpan by) =>
        by > DateTimeOffset.MaxValue - time ? DateTimeOffset.MaxValue : time + by;

    /// <summary>When what is counted counts no more.</summary>
    protected abstract DateTimeOffset ExpiresAt { get; }

    private WindowRow Blank() => new(Key)
    {
        Text = _definition.Text,
        AsOf = Time,
        Oldest = Oldest,
        Newest = Newest,
        Count = Tally.Count,
        Value = Tally.ToText(),
        ExpiresAt = ExpiresAt,
    };
}
