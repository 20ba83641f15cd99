namespace HerogiDsl;

/// <summary>What the aggregates of a session are at a step, under the types of the language.</summary>
/// <param name="find">Gives the number of an aggregate; null for nothing.</param>
public readonly struct AggregateValues(Func<string, decimal?> find)
{
    /// <summary>An <c>int</c>; 0 of nothing.</summary>
    /// <exception cref="OverflowException">It is too large.</exception>
    public long Int(string name) => IntOrNull(name) ?? 0;

    /// <summary>A <c>decimal</c>; 0 of nothing.</summary>
    /// <exception cref="OverflowException">It is too large.</exception>
    public decimal Decimal(string name) => DecimalOrNull(name) ?? 0;

    /// <summary>An <c>int?</c>.</summary>
    /// <exception cref="OverflowException">It is too large.</exception>
    public long? IntOrNull(string name) => find(name) is { } number ? decimal.ToInt64(number) : null;

    /// <summary>A <c>decimal?</c>.</summary>
    /// <exception cref="OverflowException">It is too large.</exception>
    public decimal? DecimalOrNull(string name) => find(name);

    /// <summary>A <c>datetime?</c>, in UTC.</summary>
    public DateTimeOffset? DateTime(string name) =>
        IntOrNull(name) is { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <summary>A <c>date?</c>.</summary>
    public DateOnly? Date(string name) => IntOrNull(name) is { } days ? DateOnly.FromDayNumber((int)days) : null;

    /// <summary>A <c>duration?</c>.</summary>
    public TimeSpan? Duration(string name) => IntOrNull(name) is { } ticks ? new TimeSpan(ticks) : null;

    /// <summary>What a <c>datetime</c> contributes.</summary>
    public static decimal? Number(DateTimeOffset? value) => value?.UtcTicks;

    /// <summary>What a <c>date</c> contributes.</summary>
    public static decimal? Number(DateOnly? value) => value?.DayNumber;

    /// <summary>What a <c>duration</c> contributes.</summary>
    public static decimal? Number(TimeSpan? value) => value?.Ticks;
}
