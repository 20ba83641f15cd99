using System.Text.RegularExpressions;
using HerogiDsl.Architecture.Tests.Repository;

namespace HerogiDsl.Architecture.Tests.Documentation;

/// <summary>The page that leads from each rule of the language to its test names tests that exist, and each test of a rule.</summary>
public sealed partial class RulePageTests
{
    private const string Page = "docs/contributing/rules.md";
    private const string Folder = "tests/HerogiDsl.Testing.Tests/Rules";
    private const int Patience = 10_000;

    [Fact]
    public void EachTestThatThePageNamesExists()
    {
        var named = Named();
        Assert.True(named.Count > 50, $"{Page} names {named.Count} tests");
        var sources = RepositoryFiles.Below("tests", "Tests.cs");
        Findings.AssertNone(named.Where(test => !Exists(test, sources)), $"tests that {Page} names, and that do not exist");
    }

    [Fact]
    public void EachTestOfARuleStandsOnThePage()
    {
        var tests = RepositoryFiles.Below(Folder, "Tests.cs").SelectMany(file => Test().Matches(RepositoryFiles.Read(file))
            .Select(match => $"{Path.GetFileNameWithoutExtension(file)}.{match.Groups["name"].Value}"));
        Findings.AssertNone(tests.Except(Named()), $"tests of rules that {Page} does not name");
    }

    [Fact]
    public void EachRuleHasAClassNamedAfterIt() => Findings.AssertNone(
        Enumerable.Range(1, 11).Select(rule => $"Rule{rule:00}")
            .Where(rule => !RepositoryFiles.Below(Folder, "Tests.cs")
                .Any(file => Path.GetFileName(file).StartsWith(rule, StringComparison.Ordinal))),
        "rules without a class of tests");

    [Theory]
    [InlineData("LinkTests.EveryLinkLeadsSomewhere", true)]
    [InlineData("LinkTests.NoSuchTest", false)]
    [InlineData("NoSuchTests.EveryLinkLeadsSomewhere", false)]
    public void AMissingTestIsFound(string test, bool exists) =>
        Assert.Equal(exists, Exists(test, RepositoryFiles.Below("tests", "Tests.cs")));

    private static HashSet<string> Named() =>
        [.. Name().Matches(RepositoryFiles.Read(Page)).Select(match => match.Groups["test"].Value)];

    private static bool Exists(string test, IReadOnlyList<string> sources)
    {
        var parts = test.Split('.');
        return sources
            .Where(file => Path.GetFileNameWithoutExtension(file) == parts[0])
            .Any(file => Test().Matches(RepositoryFiles.Read(file)).Any(match => match.Groups["name"].Value == parts[1]));
    }

    [GeneratedRegex(@"`(?<test>\w+Tests\.\w+)`", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Name();

    [GeneratedRegex(
        @"\[(Fact|Theory)[^\n]*\]\s(.*\n)*?\s+public (async )?(void|Task) (?<name>\w+)\(",
        RegexOptions.ExplicitCapture,
        Patience)]
    private static partial Regex Test();
}
