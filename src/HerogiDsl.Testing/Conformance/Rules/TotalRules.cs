namespace HerogiDsl.Testing.Conformance.Rules;

/// <summary>Counters count on.</summary>
internal static class TotalRules
{
    public static IReadOnlyList<StoreRule> All { get; } = [new(CountersAddUp), new(CountersOutliveTheStore)];

    private static void CountersAddUp(StoreBench bench)
    {
        Expect.Same(0, bench.Read(static tables => tables.Totals.Read().Count), "nothing is counted");
        bench.Write(static tables =>
        {
            tables.Totals.Add("calls", 2);
            tables.Totals.Add("mails", 1);
            tables.Totals.Add("calls", 3);
            tables.Totals.Add("Calls", 0);
        });
        bench.Write(static tables => tables.Totals.Add("calls", long.MaxValue - 5));
        Expect.SameSet(
            [
                KeyValuePair.Create("Calls", 0L),
                KeyValuePair.Create("calls", long.MaxValue),
                KeyValuePair.Create("mails", 1L),
            ],
            bench.Read(static tables => tables.Totals.Read()),
            "each counter has its sum");
    }

    private static void CountersOutliveTheStore(StoreBench bench)
    {
        bench.Write(static tables => tables.Totals.Add("calls", 2));
        bench.Reopen();
        bench.Write(static tables => tables.Totals.Add("calls", 1));
        bench.Crash();
        Expect.SameSet(
            [KeyValuePair.Create("calls", 3L)], bench.Read(static tables => tables.Totals.Read()), "it counts on");
    }
}
