namespace HerogiDsl.Testing.Conformance;

/// <summary>What the rules say of a store.</summary>
internal static class Expect
{
    public static void True(bool condition, string rule)
    {
        if (!condition)
            throw new ConformanceException(rule);
    }

    /// <summary>Two values, or rows, are the same in everything.</summary>
    public static void Same(object? expected, object? actual, string rule)
    {
        var (wanted, found) = (RowText.Of(expected), RowText.Of(actual));
        if (wanted != found)
            throw new ConformanceException($"{rule}\nexpected {Shorten(wanted)}\nfound    {Shorten(found)}");
    }

    /// <summary>Two values are the same, whatever their order.</summary>
    public static void SameSet<T>(IEnumerable<T> expected, IEnumerable<T> actual, string rule) =>
        Same(
            expected.Select(static one => RowText.Of(one)).Order(StringComparer.Ordinal).ToArray(),
            actual.Select(static one => RowText.Of(one)).Order(StringComparer.Ordinal).ToArray(),
            rule);

    public static void Throws(Action action, string rule)
    {
        try
        {
            action();
        }
        catch (Exception exception) when (exception is not ConformanceException)
        {
            return;
        }

        throw new ConformanceException(rule);
    }

    private static string Shorten(string text) => text.Length <= 4000 ? text : $"{text[..4000]}… ({text.Length} characters)";
}
