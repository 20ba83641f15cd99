namespace HerogiDsl.Compiler.Diagnostics.Catalog;

/// <summary>The second line of a message: the likeliest name, and what there is.</summary>
internal static class WayOut
{
    private const int Shown = 8;

    /// <summary>Names that are not looked through, as too many were already: there is no second line then.</summary>
    public static IReadOnlyCollection<string> Untold { get; } = new List<string>();

    /// <summary>"did you mean 'x'? its states are 'a', 'x'"; <paramref name="whenNone"/> where nothing exists.</summary>
    public static string? Of(string name, IReadOnlyCollection<string> existing, string listed, string whenNone)
    {
        if (ReferenceEquals(existing, Untold))
            return null;
        if (existing.Count == 0)
            return whenNone.Length == 0 ? null : whenNone;
        var nearest = Suggestion.Nearest(name, existing);
        var list = $"{listed} {List(existing)}";
        if (nearest is null)
            return list;
        return existing.Count == 1 ? $"did you mean '{nearest}'?" : $"did you mean '{nearest}'? {list}";
    }

    /// <summary>'a', 'b' and 3 more.</summary>
    public static string List(IReadOnlyCollection<string> names)
    {
        var shown = names.OrderBy(name => name, StringComparer.Ordinal).Take(Shown).Select(name => $"'{name}'");
        var more = names.Count - Shown;
        return string.Join(", ", shown) + (more > 0 ? $" and {more} more" : "");
    }

    /// <summary>"an 'int'", "a 'string'".</summary>
    public static string A(string type) =>
        (type.Length > 0 && "aeiouAEIOU".IndexOf(type[0]) >= 0 ? "an '" : "a '") + type + "'";

    /// <summary>"1 argument", "2 arguments".</summary>
    public static string Count(int count, string noun) =>
        count == 1 ? $"1 {noun}" : count == 0 ? $"no {noun}s" : $"{count} {noun}s";
}
