namespace HerogiDsl.Runtime.Tests.Support;

/// <summary>Tables of the repository's documents.</summary>
internal static class Documents
{
    /// <summary>The cells of a table's rows, without the back quotes.</summary>
    public static IReadOnlyList<string[]> Table(string document, string head)
    {
        var lines = File.ReadAllLines(Path.Combine(Root(), document));
        var rows = lines.SkipWhile(line => !line.StartsWith(head, StringComparison.Ordinal)).Skip(2)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Trim('|', ' ').Split(" | ").Select(cell => cell.Trim().Trim('`')).ToArray())
            .ToArray();
        Assert.NotEmpty(rows);
        return rows;
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "HerogiDsl.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("the folder of HerogiDsl.sln");
        return folder;
    }
}
