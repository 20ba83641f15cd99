namespace HerogiDsl.Compiler.Binding.Literals;

/// <summary>The days that a cron expression names by their number and by their weekday; a day has to be both.</summary>
/// <param name="Days">The days of the month, a bit each.</param>
internal sealed record CronDays(ulong Days)
{
    private static readonly int[] DaysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

    /// <summary>How many days before the last of the month; null where the days have numbers.</summary>
    public int? FromLast { get; init; }

    /// <summary>Whether a Saturday or Sunday gives way to the nearest workday of the month.</summary>
    public bool IsNearestWorkday { get; init; }

    /// <summary>The weekdays, a bit each; Sunday is 0, and 7 as well.</summary>
    public ulong Weekdays { get; init; }

    /// <summary>Whether only the last such weekday of a month counts.</summary>
    public bool IsLastOfItsKind { get; init; }

    /// <summary>Which such weekday of a month counts; 0 for each.</summary>
    public int Nth { get; init; }

    /// <summary>Whether one of these months ever has such a day: months begin with every weekday, and February has a 29th.</summary>
    public bool EverComes(ulong months)
    {
        for (var month = 1; month <= 12; month++)
        {
            if ((months & (1UL << month)) == 0)
                continue;
            var length = DaysInMonth[month - 1];
            for (var weekdayOfFirst = 0; weekdayOfFirst < 7; weekdayOfFirst++)
            {
                if (ComesIn(length, weekdayOfFirst) || (month == 2 && ComesIn(length + 1, weekdayOfFirst)))
                    return true;
            }
        }

        return false;
    }

    private bool ComesIn(int length, int weekdayOfFirst)
    {
        for (var day = 1; day <= length; day++)
        {
            var isNamed = FromLast is { } back ? day == length - back : (Days & (1UL << day)) != 0;
            if (isNamed && IsWeekday(IsNearestWorkday ? Workday(day, length, weekdayOfFirst) : day, length, weekdayOfFirst))
                return true;
        }

        return false;
    }

    private bool IsWeekday(int day, int length, int weekdayOfFirst)
    {
        if ((IsLastOfItsKind && day + 7 <= length) || (Nth > 0 && (day - 1) / 7 != Nth - 1))
            return false;
        var weekday = WeekdayOf(day, weekdayOfFirst);
        return (Weekdays & (1UL << weekday)) != 0 || (weekday == 0 && (Weekdays & (1UL << 7)) != 0);
    }

    private static int Workday(int day, int length, int weekdayOfFirst) => WeekdayOf(day, weekdayOfFirst) switch
    {
        6 => day == 1 ? day + 2 : day - 1,
        0 => day == length ? day - 2 : day + 1,
        _ => day,
    };

    private static int WeekdayOf(int day, int weekdayOfFirst) => (weekdayOfFirst + day - 1) % 7;
}
