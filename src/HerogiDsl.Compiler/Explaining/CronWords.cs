using System.Globalization;

namespace HerogiDsl.Compiler.Explaining;

/// <summary>The usual time tables in words; the others as they are written.</summary>
internal static class CronWords
{
    private static readonly string[] Days =
        ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    // example: "0 9 * * 1-5" is every day from Monday to Friday at 09:00
    public static string Of(string cron, string zone)
    {
        var fields = cron.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var said = fields.Length == 5 ? Of(fields) : null;
        return (said ?? $"by the time table {Wording.Quoted(cron)}") + $" ({zone} time)";
    }

    private static string? Of(string[] fields)
    {
        if (fields[3] != "*")
            return OfYear(fields);
        if (fields[2] == "*" && fields[4] == "*" && fields[1] == "*")
            return OfMinutes(fields[0]);
        if (Number(fields[0], 59) is not { } minute || Number(fields[1], 23) is not { } hour)
            return null;
        var time = string.Format(CultureInfo.InvariantCulture, " at {0:00}:{1:00}", hour, minute);
        if (fields[2] == "*")
            return OfDays(fields[4]) is { } days ? days + time : null;
        return fields[4] == "*" && Number(fields[2], 31) is { } day
            ? string.Format(CultureInfo.InvariantCulture, "on day {0} of every month{1}", day, time)
            : null;
    }

    // example: "0 6 24 12 *" is every year on 24 December at 06:00
    private static string? OfYear(string[] fields) =>
        fields[4] == "*" && Number(fields[0], 59) is { } minute && Number(fields[1], 23) is { } hour
        && Number(fields[2], 31) is { } day && Number(fields[3], 12) is { } month and > 0
            ? string.Format(
                CultureInfo.InvariantCulture,
                "every year on {0} {1} at {2:00}:{3:00}",
                day,
                CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month),
                hour,
                minute)
            : null;

    private static string? OfMinutes(string minutes)
    {
        if (minutes == "*")
            return "every minute";
        if (minutes.StartsWith("*/", StringComparison.Ordinal) && Number(minutes.Substring(2), 59) is { } step)
            return $"every {Wording.Count(step, "minute")}";
        return Number(minutes, 59) switch
        {
            null => null,
            0 => "every hour",
            { } minute => $"every hour, {Wording.Count(minute, "minute")} past",
        };
    }

    private static string? OfDays(string days)
    {
        if (days == "*")
            return "every day";
        if (days.Split('-') is [var first, var last])
        {
            return Number(first, 7) is { } from && Number(last, 7) is { } to
                ? $"every day from {Days[from]} to {Days[to]}"
                : null;
        }

        var each = days.Split(',').Select(day => Number(day, 7)).ToArray();
        return each.All(day => day is not null)
            ? "every " + Wording.List(each.Select(day => Days[day ?? 0]))
            : null;
    }

    private static int? Number(string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most
            ? number
            : null;
}
