namespace HerogiDsl.Runtime.Storage;

/// <summary>The names of the counters.</summary>
internal static class Totals
{
    public const string Calls = "calls";
    public const string Retries = "retries";
    public const string Unknown = "unknown";
    public const string Failed = "failed";
    public const string Mails = "mails";
    public const string Stale = "stale";

    private const string EndedPrefix = "ended/";

    public static string EndedIn(string scenario, string end) => $"{EndedPrefix}{scenario}/{end}";

    public static (string Scenario, string End)? TryReadEnded(string name)
    {
        if (!name.StartsWith(EndedPrefix, StringComparison.Ordinal))
            return null;
        var slash = name.LastIndexOf('/');
        return (name[EndedPrefix.Length..slash], name[(slash + 1)..]);
    }
}
