namespace HerogiDsl.Architecture.Tests.Repository;

/// <summary>What a rule found, told all at once.</summary>
internal static class Findings
{
    public static void AssertNone(IEnumerable<string> findings, string rule)
    {
        var found = findings.ToList();
        Assert.True(found.Count == 0, $"{rule}:{Environment.NewLine}{string.Join(Environment.NewLine, found)}");
    }
}
