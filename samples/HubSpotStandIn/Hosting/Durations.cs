using System.Globalization;

namespace HubSpotStandIn.Hosting;

// 200ms 2s 1.5s 1m
internal static class Durations
{
    private static readonly (string Unit, double Milliseconds)[] Units = [("ms", 1), ("s", 1_000), ("m", 60_000)];

    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = TimeSpan.Zero;
        foreach (var (unit, milliseconds) in Units)
        {
            if (text.EndsWith(unit, StringComparison.Ordinal) && double.TryParse(
                text[..^unit.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            {
                if (number * milliseconds > TimeSpan.FromDays(1).TotalMilliseconds)
                {
                    return false;
                }
                duration = TimeSpan.FromMilliseconds(number * milliseconds);
                return true;
            }
        }
        return false;
    }
}
