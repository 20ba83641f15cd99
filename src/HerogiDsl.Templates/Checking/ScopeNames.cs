namespace HerogiDsl.Templates.Checking;

/// <summary>The names that the language puts in scope, and that no template may give another value.</summary>
internal static class ScopeNames
{
    public static bool Contains(string name) => name is "event" or "session" or "meta" or "config" or "secret";
}
