using System.Collections.Concurrent;
using System.Globalization;
using HerogiDsl.Compiler.Tests.RandomScenarios.Generation;
using HerogiDsl.Compiler.Tests.RandomScenarios.Model;

namespace HerogiDsl.Compiler.Tests.RandomScenarios;

/// <summary>
/// Random scenarios, run by an interpreter of the language's description: what the compiler claims of them is what
/// happens. Scenario n is drawn from the seed n; <c>HEROGI_SEED</c> names the first, <c>HEROGI_SCENARIOS</c> how many,
/// <c>HEROGI_WORKERS</c> how many are tried at a time.
/// </summary>
public sealed class RandomScenarioTests
{
    private const int MostShown = 12;

    private static readonly ulong s_first = Setting("HEROGI_SEED", 1);

    private static readonly long s_count = (long)Setting("HEROGI_SCENARIOS", 10_000);

    private static readonly int s_workers = (int)Setting("HEROGI_WORKERS", 2);

    [Fact]
    public void WhatTheCompilerClaimsIsWhatHappens()
    {
        var found = new ConcurrentDictionary<string, Report>(StringComparer.Ordinal);
        Parallel.For(0L, s_count, new ParallelOptions { MaxDegreeOfParallelism = s_workers }, index =>
        {
            if (found.Count < MostShown && Try(s_first + (ulong)index) is { } report)
                found.TryAdd(report.Found.Kind, report);
        });
        if (!found.IsEmpty)
            Assert.Fail(string.Join('\n', found.Values.OrderBy(report => report.Text.Length)));
    }

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
