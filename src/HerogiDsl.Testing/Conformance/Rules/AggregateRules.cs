using HerogiDsl.Runtime.Storage;
using static HerogiDsl.Testing.Conformance.SampleRows;

namespace HerogiDsl.Testing.Conformance.Rules;

/// <summary>Windows and what counts in them.</summary>
internal static class AggregateRules
{
    public static IReadOnlyList<StoreRule> All { get; } =
    [
        new(AWindowComesBackAsItWentAndIsReplaced),
        new(ContributionsAreShownByTimeThenSequence),
        new(ContributionsOfOtherWindowsAreNotShown),
        new(TheFirstContributionAfterATimeIsFound),
        new(ContributionsAreShownBackUntilToldToStop),
        new(WhatHasLeftIsGone),
        new(WhatIsOutdoneIsGone),
        new(AClearedWindowHoldsOnlyWhatIsAdded),
        new(NumbersAreExact),
    ];

    /// <summary>Writes contributions at the minutes told; each has its place as its sequence.</summary>
    private static void Add(StoreBench bench, WindowKey key, params int[] minutes) => bench.Write(tables =>
    {
        for (var i = 0; i < minutes.Length; i++)
            tables.Aggregates.Apply(new WindowChange(Row(key)) { Added = Contribution(i, minutes[i]) });
    });

    private static void AWindowComesBackAsItWentAndIsReplaced(StoreBench bench)
    {
        Expect.Same(0, bench.Read(static tables => tables.Aggregates.Read(Scenario, Session).Count), "there is no window");
        var full = Row(Window(name: "a")) with
        {
            Text = "max amount within 7 days",
            AsOf = Noon.AddMilliseconds(1),
            Oldest = Noon.AddDays(-7),
            Newest = Noon.AddDays(1),
            Count = long.MaxValue,
            Value = "-79228162514264337593543950335",
        };
        var other = Row(Window(name: "b"));
        bench.Write(tables =>
        {
            tables.Aggregates.Apply(new WindowChange(Row(Window(name: "a"))));
            tables.Aggregates.Apply(new WindowChange(full));
            tables.Aggregates.Apply(new WindowChange(other));
            tables.Aggregates.Apply(new WindowChange(Row(Window("other"))));
            tables.Aggregates.Apply(new WindowChange(Row(Window(scenario: "Other"))));
        });
        Expect.SameSet(
            [full, other], bench.Read(static tables => tables.Aggregates.Read(Scenario, Session)), "a session's windows, as last written");
    }

    private static void ContributionsAreShownByTimeThenSequence(StoreBench bench)
    {
        Add(bench, Window(), 5, 1, 3, 1, 9);
        Expect.Same(new[] { 1L, 3, 2, 0 }, UpTo(bench, 5), "by time, then by sequence; that of the time included");
        Expect.Same(new[] { 1L, 3, 2 }, UpTo(bench, 4.99999), "that of the next moment is not");
        Expect.Same(Array.Empty<long>(), UpTo(bench, 0), "none is so old");
        bench.Reopen();
        Expect.Same(new[] { 1L, 3, 2, 0, 4 }, UpTo(bench, 60), "all of them");
    }

    private static void ContributionsOfOtherWindowsAreNotShown(StoreBench bench)
    {
        WindowKey[] others = [Window("other"), Window(name: "other"), Window(scenario: "Other")];
        foreach (var other in others)
            Add(bench, other, 1);
        Expect.Same(Array.Empty<long>(), UpTo(bench, 60), "another session's, window's and scenario's");
        Expect.Same(null, bench.Read(static tables => tables.Aggregates.FindAfter(Window(), Noon)), "nor found");
        Expect.Same(Array.Empty<long>(), Back(bench, 9), "nor shown back");
        bench.Write(static tables => tables.Aggregates.Apply(
            new WindowChange(Row(Window())) { IsCleared = true, Left = Noon.AddDays(1), Outdone = Contribution(0) }));
        foreach (var other in others)
        {
            Expect.True(
                bench.Read(tables => tables.Aggregates.FindAfter(other, Noon)) is not null, "nor taken away");
        }
    }

    private static void TheFirstContributionAfterATimeIsFound(StoreBench bench)
    {
        Add(bench, Window(), 5, 1, 3, 3);
        Expect.Same(Contribution(2, 3), After(1), "not the one of that time, and of one moment the first");
        Expect.Same(Contribution(1, 1), After(-5), "the first of all");
        Expect.Same(Contribution(0, 5), After(4.99999), "the last");
        Expect.Same(null, After(5), "there is none");

        ContributionRow? After(double minute) =>
            bench.Read(tables => tables.Aggregates.FindAfter(Window(), Noon.AddMinutes(minute)));
    }

    private static void ContributionsAreShownBackUntilToldToStop(StoreBench bench)
    {
        Add(bench, Window(), 5, 1, 3, 3);
        Expect.Same(new[] { 0L, 3, 2, 1 }, Back(bench, 9), "the newest first");
        Expect.Same(new[] { 0L, 3 }, Back(bench, 2), "no more than asked for");
    }

    private static void WhatHasLeftIsGone(StoreBench bench)
    {
        Add(bench, Window(), 5, 1, 3, 4);
        bench.Write(static tables => tables.Aggregates.Apply(new WindowChange(Row(Window())) { Left = Noon.AddMinutes(3) }));
        Expect.Same(new[] { 3L, 0 }, UpTo(bench, 60), "that of the time has left, too");
    }

    private static void WhatIsOutdoneIsGone(StoreBench bench)
    {
        Add(bench, Window(), 1, 3, 3, 5);
        bench.Write(static tables => tables.Aggregates.Apply(
            new WindowChange(Row(Window())) { Outdone = Contribution(2, 3), Added = Contribution(9, 6) }));
        Expect.Same(new[] { 0L, 1, 9 }, UpTo(bench, 60), "from the first outdone one to the end; what is added comes after");
    }

    private static void AClearedWindowHoldsOnlyWhatIsAdded(StoreBench bench)
    {
        Add(bench, Window(), 1, 3);
        // One that is there already: first the window is cleared, then it is added.
        bench.Write(static tables => tables.Aggregates.Apply(
            new WindowChange(Row(Window())) { IsCleared = true, Added = Contribution(1, 3) }));
        Expect.Same(new[] { 1L }, UpTo(bench, 60), "all earlier ones go");
    }

    private static void NumbersAreExact(StoreBench bench)
    {
        decimal[] numbers = [decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m, 1.50m, -0.10m, 0m];
        bench.Write(tables =>
        {
            for (var i = 0; i < numbers.Length; i++)
                tables.Aggregates.Apply(new WindowChange(Row(Window())) { Added = new ContributionRow(Noon, i, numbers[i]) });
        });
        var read = new List<decimal>();
        bench.Read(tables =>
        {
            tables.Aggregates.ReadUpTo(Window(), Noon, row => read.Add(row.Value));
            return true;
        });
        Expect.Same(numbers, read.ToArray(), "to the last digit, zeros at the end included");
    }

    private static long[] UpTo(StoreBench bench, double minute)
    {
        var shown = new List<long>();
        bench.Read(tables =>
        {
            tables.Aggregates.ReadUpTo(Window(), Noon.AddMinutes(minute), row => shown.Add(row.Sequence));
            return true;
        });
        return [.. shown];
    }

    private static long[] Back(StoreBench bench, int atMost)
    {
        var shown = new List<long>();
        bench.Read(tables =>
        {
            tables.Aggregates.ReadBack(Window(), row =>
            {
                shown.Add(row.Sequence);
                return shown.Count < atMost;
            });
            return true;
        });
        return [.. shown];
    }
}
