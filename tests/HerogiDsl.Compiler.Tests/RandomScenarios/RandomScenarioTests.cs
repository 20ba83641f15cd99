using System.Collections.Concurrent;
using System.Globalization;

namespace HerogiDsl.Compiler.Tests.RandomScenarios;

/// <summary>
/// Random scenarios, run by an interpreter of the language's description: what the compiler claims of them is what
/// happens. Scenario n is drawn from the seed n; <c>HEROGI_SEED</c> names the first, <c>HEROGI_SCENARIOS</c> how many.
/// </summary>
public sealed class RandomScenarioTests
{
    private const int MostShown = 12;

    private static readonly ulong s_first = Setting("HEROGI_SEED", 1);

    private static readonly int s_count = (int)Setting("HEROGI_SCENARIOS", 10_000);

    [Fact]
    public void WhatTheCompilerClaimsIsWhatHappens()
    {
        var found = new ConcurrentDictionary<string, Report>(StringComparer.Ordinal);
        Parallel.For(0, s_count, new ParallelOptions { MaxDegreeOfParallelism = Workers }, (index, loop) =>
        {
            var seed = s_first + (ulong)index;
            if (found.Count >= MostShown || Try(seed) is not { } report)
                return;
            found.TryAdd(report.Found.Kind, report);
        });
        if (!found.IsEmpty)
            Assert.Fail(string.Join('\n', found.Values.OrderBy(report => report.Text.Length)));
    }

    private static int Workers => (int)Setting("HEROGI_WORKERS", 2);

    private static Report? Try(ulong seed)
    {
        try
        {
            return Trial.Find(seed);
        }
        catch (Exception exception)
        {
            var text = ScenarioPrinter.Print(ScenarioGenerator.Generate(seed)).Text;
            return new Report(seed, new Contradiction("an exception", exception.ToString()), text, []);
        }
    }

    private static ulong Setting(string name, ulong otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value
            ? ulong.Parse(value, CultureInfo.InvariantCulture)
            : otherwise;
}
