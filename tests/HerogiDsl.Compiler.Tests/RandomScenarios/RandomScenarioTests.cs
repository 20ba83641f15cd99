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

    [Fact]
    public void Statistics()
    {
        var ids = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var (errorFree, clean, lines) = (0, 0, 0);
        long print = 0, compile = 0, rules = 0, run = 0;
        for (var seed = 1UL; seed <= 2000; seed++)
        {
            var t = System.Diagnostics.Stopwatch.GetTimestamp();
            var scenario = ScenarioGenerator.Generate(seed);
            var printed = ScenarioPrinter.Print(scenario);
            var t2 = System.Diagnostics.Stopwatch.GetTimestamp();
            var claims = Claims.Of(printed.Text);
            var t3 = System.Diagnostics.Stopwatch.GetTimestamp();
            var c = new Contradictions(scenario, claims, printed.Lines);
            _ = c.WithTheDescription().Count();
            var t4 = System.Diagnostics.Stopwatch.GetTimestamp();
            for (var i = 0; i < 3; i++)
            {
                var o = new Observed();
                new SessionRun(scenario, printed.Lines, new Dice((seed * 31) + (ulong)i), o).Run(18);
                _ = c.With(o).Count();
            }
            var t5 = System.Diagnostics.Stopwatch.GetTimestamp();
            print += t2 - t; compile += t3 - t2; rules += t4 - t3; run += t5 - t4;
            lines += printed.Text.Count(ch => ch == '\n');
            if (!claims.HasErrors) errorFree++;
            if (claims.Messages.Count == 0) clean++;
            foreach (var told in claims.Messages.Keys)
                ids[told.Id] = ids.GetValueOrDefault(told.Id) + 1;
        }

        Assert.Fail($"{errorFree} {clean} lines {lines / 2000} gen {print / 2000000}us compile {compile / 2000000} rules {rules / 2000000} run {run / 2000000} " + string.Join(' ', ids));
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
