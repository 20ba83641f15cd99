using static HerogiDsl.Testing.Conformance.SampleRows;

namespace HerogiDsl.Testing.Conformance.Rules;

/// <summary>An event's id is accepted once, for as long as it is known.</summary>
internal static class AcceptedIdRules
{
    public static IReadOnlyList<StoreRule> All { get; } =
    [
        new(AnIdIsAcceptedOnce),
        new(AnIdThatIsNoLongerKnownIsAcceptedAgain),
        new(OldIdsAreForgottenAPieceAtATime),
    ];

    private static void AnIdIsAcceptedOnce(StoreBench bench)
    {
        Expect.True(Add(bench, "a", 0, 0), "it is new");
        Expect.True(!Add(bench, "a", 1, 0), "it is known");
        Expect.True(Add(bench, "A", 1, 0), "ids are told apart by case");
        bench.Crash();
        Expect.True(!Add(bench, "a", 2, 0), "it is known after a crash");
        Expect.True(
            !bench.Write(static tables => tables.AcceptedIds.TryAdd("b", Noon, Noon) && tables.AcceptedIds.TryAdd("b", Noon, Noon)),
            "within a unit, too");
    }

    private static void AnIdThatIsNoLongerKnownIsAcceptedAgain(StoreBench bench)
    {
        Add(bench, "a", 0, 0);
        Expect.True(!Add(bench, "a", 5, 0), "known since its very time, it is known");
        Expect.True(Add(bench, "a", 10, 1), "older than what is known, it is new");
        Expect.True(!Add(bench, "a", 12, 10), "it is known from its new time on");
        Expect.True(Add(bench, "a", 12, 10.00002), "a moment later it is not");
    }

    private static void OldIdsAreForgottenAPieceAtATime(StoreBench bench)
    {
        foreach (var minute in (int[])[3, 0, 2, 1, 4])
            Add(bench, $"e{minute}", minute, minute);
        Expect.Same(0, Forget(0, 10), "none is older");
        Expect.Same(2, Forget(4, 2), "no more than the limit");
        Expect.True(!Add(bench, "e2", 9, 0), "the oldest have gone, not this one");
        Expect.True(Add(bench, "e0", 9, 0), "the oldest are forgotten");
        Expect.Same(2, Forget(4, 10), "those before the time, not the one of that time");
        Expect.True(!Add(bench, "e4", 9, 0), "what is not older is known");
        Expect.Same(0, Forget(4, 10), "they are forgotten once");
        Expect.Same(1, Forget(4.00002, 10), "it goes a moment later");

        int Forget(double beforeMinute, int limit) =>
            bench.Write(tables => tables.AcceptedIds.RemoveBefore(Noon.AddMinutes(beforeMinute), limit));
    }

    private static bool Add(StoreBench bench, string id, int minute, double knownSinceMinute) =>
        bench.Write(tables => tables.AcceptedIds.TryAdd(id, Noon.AddMinutes(minute), Noon.AddMinutes(knownSinceMinute)));
}
