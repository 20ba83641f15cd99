using System.Globalization;

namespace HerogiDsl.Values;

/// <summary>The functions and operators of the language about times, for generated code.</summary>
public static class TimeFunctions
{
    /// <summary>The date that a text spells (<c>2026-01-31</c>); null where it spells none.</summary>
    public static DateOnly? ParseDate(string? text) => Times.TryDate(text, out var date) ? date : null;

    /// <summary>The time that a text spells (ISO 8601; UTC without an offset); null where it spells none.</summary>
    public static DateTimeOffset? ParseDateTime(string? text) => Times.TryDateTime(text, out var time) ? time : null;

    /// <summary>The date of a moment in a zone.</summary>
    public static DateOnly DateIn(DateTimeOffset time, string zone) =>
        DateOnly.FromDateTime(In(time, zone).DateTime);

    /// <summary>The hour of a moment in a zone, 0 to 23.</summary>
    public static long HourIn(DateTimeOffset time, string zone) => In(time, zone).Hour;

    /// <summary>The day of the week of a moment in a zone, 1 for Monday to 7.</summary>
    public static long WeekdayIn(DateTimeOffset time, string zone) =>
        In(time, zone).DayOfWeek is var day && day == DayOfWeek.Sunday ? 7 : (long)day;

    /// <summary>The moment of a time of day in a zone; a time that the clocks skip is taken an hour later.</summary>
    public static DateTimeOffset At(DateOnly date, string time, string zone)
    {
        if (!TimeOnly.TryParseExact(
            time, ["HH:mm", "H:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock))
        {
            throw new ScenarioFaultException($"'{time}' is no time of day such as '09:00'");
        }

        var found = Times.Zone(zone);
        var local = date.ToDateTime(clock);
        if (found.IsInvalidTime(local))
            local = local.AddHours(1);
        return new DateTimeOffset(local, found.GetUtcOffset(local));
    }

    /// <summary><c>date + duration</c>: whole days only.</summary>
    public static DateOnly Add(DateOnly date, TimeSpan duration)
    {
        if (duration.Ticks % TimeSpan.TicksPerDay != 0)
        {
            throw new ScenarioFaultException(
                $"a date moves by whole days only, not by '{TextFunctions.Text(duration)}'");
        }

        return date.AddDays(duration.Days);
    }

    /// <summary><c>date - duration</c>: whole days only.</summary>
    public static DateOnly Subtract(DateOnly date, TimeSpan duration) => Add(date, duration.Negate());

    private static DateTimeOffset In(DateTimeOffset time, string zone) =>
        TimeZoneInfo.ConvertTime(time, Times.Zone(zone));
}
