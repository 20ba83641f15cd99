using System.Globalization;
using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Runtime.Aggregates;

/// <summary>What is known of the events in a window: as much as its function needs.</summary>
internal sealed record Tally(AggregateFunction Function)
{
    private ExactSum _sum;
    private decimal _extreme;

    public long Count { get; private init; }

    private bool IsExtreme => Function is AggregateFunction.Min or AggregateFunction.Max;

    public static Tally Read(AggregateFunction function, WindowRow row)
    {
        var empty = new Tally(function);
        if (row.Count == 0)
            return empty;
        return empty.IsExtreme
            ? empty with { Count = row.Count, _extreme = decimal.Parse(row.Value, CultureInfo.InvariantCulture) }
            : empty with { Count = row.Count, _sum = ExactSum.Parse(row.Value) };
    }

    /// <summary>Whether a value hides another for good: it is no worse, and stays longer.</summary>
    public bool Outdoes(decimal value, decimal other) =>
        Function == AggregateFunction.Min ? value <= other : value >= other;

    /// <summary>Whether a value is the least or the greatest.</summary>
    public bool IsOutdoneBy(decimal value) => Count == 0 || Outdoes(value, _extreme);

    public Tally Add(decimal value) => IsExtreme
        ? this with { Count = Count + 1, _extreme = IsOutdoneBy(value) ? value : _extreme }
        : this with { Count = Count + 1, _sum = _sum.Add(value) };

    public Tally Subtract(decimal value) => this with { Count = Count - 1, _sum = _sum.Subtract(value) };

    /// <summary>The aggregate; null for nothing.</summary>
    /// <exception cref="OverflowException">It does not fit a decimal.</exception>
    public decimal? ToNumber() => Function switch
    {
        AggregateFunction.Count => Count,
        AggregateFunction.Sum => Count == 0 ? 0 : _sum.ToDecimal(),
        AggregateFunction.Avg => Count == 0 ? null : _sum.Mean(Count),
        _ => Count == 0 ? null : _extreme,
    };

    /// <summary>What the store keeps.</summary>
    public string ToText() => IsExtreme ? _extreme.ToString(CultureInfo.InvariantCulture) : _sum.ToString();
}
