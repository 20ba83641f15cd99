using System.Collections.Concurrent;
using Cronos;

namespace HerogiDsl.Runtime.Timers;

/// <summary>When a timer that goes by a cron expression falls due.</summary>
internal static class CronClock
{
    // As many as the scenarios of the application name.
    private static readonly ConcurrentDictionary<string, CronExpression> Expressions = new(StringComparer.Ordinal);

    /// <summary>The first moment after a time; null where none comes any more.</summary>
    /// <exception cref="ScenarioFaultException">This machine does not know the zone, or cannot read the expression.</exception>
    public static DateTimeOffset? FindNext(CronSchedule schedule, DateTimeOffset after) =>
        Expressions.GetOrAdd(schedule.Cron, Parse).GetNextOccurrence(after, FindZone(schedule.Zone))?.ToUniversalTime();

    private static CronExpression Parse(string cron)
    {
        try
        {
            return CronExpression.Parse(cron, CronFormat.Standard);
        }
        catch (CronFormatException exception)
        {
            throw new ScenarioFaultException($"'{cron}' is no cron expression: {exception.Message}", exception);
        }
    }

    private static TimeZoneInfo FindZone(string zone)
    {
        try
        {
            return TimeZoneInfo.FindSystemTimeZoneById(zone);
        }
        catch (Exception exception) when (exception is TimeZoneNotFoundException or InvalidTimeZoneException)
        {
            throw new ScenarioFaultException(
                $"this machine does not know the time zone '{zone}': install its time zone data (tzdata)", exception);
        }
    }
}
