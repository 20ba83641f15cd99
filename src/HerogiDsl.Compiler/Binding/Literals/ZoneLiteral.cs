namespace HerogiDsl.Compiler.Binding.Literals;

/// <summary>Names of time zones, as IANA gives them.</summary>
internal static class ZoneLiteral
{
    // Where the machine that builds knows no IANA names at all, none can be refused.
    private static readonly Lazy<bool> KnowsZones = new(() => Exists("Europe/Berlin") && Exists("America/New_York"));

    public static bool IsUnknown(string zone) => KnowsZones.Value && (IsWindowsName(zone) || !Exists(zone));

    // Some machines know 'W. Europe Standard Time' and 'UTC-02' as well; others, which may run the program, do not.
    private static bool IsWindowsName(string zone) =>
        zone.Contains(' ') || zone.StartsWith("UTC-", StringComparison.Ordinal) || zone.StartsWith("UTC+", StringComparison.Ordinal);

    private static bool Exists(string zone)
    {
        if (zone == "UTC")
            return true;
        try
        {
            return zone.Length > 0 && TimeZoneInfo.FindSystemTimeZoneById(zone) is not null;
        }
        catch (Exception exception) when (exception is TimeZoneNotFoundException or InvalidTimeZoneException
            or System.Security.SecurityException or UnauthorizedAccessException or System.IO.IOException)
        {
            return false;
        }
    }
}
