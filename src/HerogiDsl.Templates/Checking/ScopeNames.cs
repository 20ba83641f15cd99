namespace HerogiDsl.Templates.Checking;

/// <summary>The names that no template may give another value: what the language puts in scope, and Scriban's libraries.</summary>
internal static class ScopeNames
{
    private static readonly HashSet<string> Libraries =
        new(StringComparer.Ordinal) { "array", "date", "html", "math", "object", "regex", "string", "timespan" };

    public static bool IsLibrary(string name) => Libraries.Contains(name);

    public static bool Contains(string name) => name is "event" or "session" or "meta" or "config" or "secret";
}
