namespace HerogiDsl.Compiler.Binding.Literals;

/// <summary>Cron expressions of five fields, as the runtime's Cronos reads them.</summary>
internal static class CronLiteral
{
    private static readonly CronField Minute = new(0, 59, []);

    private static readonly CronField Hour = new(0, 23, []);

    private static readonly CronField Day = new(1, 31, []);

    private static readonly CronField Month =
        new(1, 12, ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]);

    // Sunday is 0, and 7 as well.
    private static readonly CronField Weekday = new(0, 7, ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"]);

    /// <summary>What is wrong with an expression; null where nothing is.</summary>
    public static string? FindFault(string cron)
    {
        var fields = cron.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length != 5)
            return $"a cron expression has five fields (minute, hour, day, month, weekday), this one has {fields.Length}";
        if (Minute.Parse(fields[0]) is null)
            return $"'{fields[0]}' is no minute: 0 to 59, '*', 'a-b', 'a,b' or '*/n'";
        if (Hour.Parse(fields[1]) is null)
            return $"'{fields[1]}' is no hour: 0 to 23, '*', 'a-b', 'a,b' or '*/n'";
        if (ParseDays(fields[2]) is not { } days)
            return $"'{fields[2]}' is no day of the month: 1 to 31, '*', 'a-b', 'a,b', '*/n', 'L', 'L-n', '15W' or 'LW'";
        if (Month.Parse(fields[3]) is not { } months)
            return $"'{fields[3]}' is no month: 1 to 12, JAN to DEC, '*', 'a-b', 'a,b' or '*/n'";
        if (ParseWeekdays(fields[4], days) is not { } both)
            return $"'{fields[4]}' is no weekday: 0 to 7, SUN to SAT, '*', 'a-b', 'a,b', '*/n', 'FRIL' or 'MON#2'";
        return both.EverComes(months) ? null : "it never fires: no such month has such a day";
    }

    // examples: 1-5  L  L-3  LW  15W
    private static CronDays? ParseDays(string field)
    {
        var upper = field.ToUpperInvariant();
        if (!upper.StartsWith("L", StringComparison.Ordinal))
        {
            var isNearest = upper.EndsWith("W", StringComparison.Ordinal);
            var days = isNearest ? Day.ParseValue(upper.Substring(0, upper.Length - 1)) : Day.Parse(upper);
            return days is { } bits ? new CronDays(bits) { IsNearestWorkday = isNearest } : null;
        }

        var isWorkday = upper.EndsWith("W", StringComparison.Ordinal);
        var offset = upper.Substring(1, upper.Length - (isWorkday ? 2 : 1));
        if (offset.Length == 0)
            return new CronDays(0) { FromLast = 0, IsNearestWorkday = isWorkday };
        return offset[0] == '-' && CronField.Number(offset.Substring(1)) is { } back && back <= 30
            ? new CronDays(0) { FromLast = back, IsNearestWorkday = isWorkday }
            : null;
    }

    // examples: MON-FRI  FRIL  MON#2
    private static CronDays? ParseWeekdays(string field, CronDays days)
    {
        var upper = field.ToUpperInvariant();
        if (upper.EndsWith("L", StringComparison.Ordinal))
        {
            return Weekday.ParseValue(upper.Substring(0, upper.Length - 1)) is { } last
                ? days with { Weekdays = last, IsLastOfItsKind = true }
                : null;
        }

        var parts = upper.Split('#');
        if (parts.Length == 1)
            return Weekday.Parse(upper) is { } bits ? days with { Weekdays = bits } : null;
        return parts.Length == 2 && Weekday.ParseValue(parts[0]) is { } one && CronField.Number(parts[1]) is { } nth and >= 1 and <= 5
            ? days with { Weekdays = one, Nth = nth }
            : null;
    }
}
