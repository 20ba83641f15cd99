using HerogiDsl.Testing.Conformance;

namespace HerogiDsl.Testing.Tests.Conformance;

/// <summary>Every rule, for every store.</summary>
public sealed class StoreConformanceTests
{
    private static readonly Dictionary<string, StoreRule> Rules = StoreConformance.Rules.ToDictionary(static rule => rule.Name);

    public static TheoryData<string> RuleNames => [.. Rules.Keys];

    [Theory]
    [MemberData(nameof(RuleNames))]
    public void TheStoreInMemoryObeys(string rule) => Rules[rule].Check(new MemoryPlace());

    [Theory]
    [MemberData(nameof(RuleNames))]
    public void TheSqliteStoreObeys(string rule) => Rules[rule].Check(new SqlitePlace());
}
