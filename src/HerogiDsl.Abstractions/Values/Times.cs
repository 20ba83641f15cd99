using System.Globalization;

namespace HerogiDsl.Values;

/// <summary>How texts spell times.</summary>
internal static class Times
{
    public static bool TryDateTime(string? text, out DateTimeOffset value) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value)
        && text?.Contains('-', StringComparison.Ordinal) == true;

    public static bool TryDate(string? text, out DateOnly value) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

    public static TimeZoneInfo Zone(string zone)
    {
        try
        {
            return TimeZoneInfo.FindSystemTimeZoneById(zone);
        }
        catch (Exception exception) when (exception is TimeZoneNotFoundException or InvalidTimeZoneException)
        {
            throw new ScenarioFaultException(
                $"there is no time zone '{zone}': use an IANA name such as 'Europe/Berlin'", exception);
        }
    }
}
