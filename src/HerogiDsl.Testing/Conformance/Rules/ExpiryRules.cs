using HerogiDsl.Runtime.Storage;
using static HerogiDsl.Testing.Conformance.SampleRows;

namespace HerogiDsl.Testing.Conformance.Rules;

/// <summary>Windows in which nothing counts any more are forgotten, but not while somebody may still ask.</summary>
internal static class ExpiryRules
{
    public static IReadOnlyList<StoreRule> All { get; } =
    [
        new(AnExpiredWindowIsForgotten),
        new(ExpiredWindowsAreForgottenAPieceAtATime),
        new(AnEventYetToBeJudgedHoldsTheWindows),
        new(AHeldInstanceKeepsItsWindows),
    ];

    private static void Add(StoreBench bench, WindowKey key, int contributions, int expiresAfterMinutes) =>
        bench.Write(tables =>
        {
            tables.Aggregates.Apply(new WindowChange(Row(key, expiresAfterMinutes)));
            for (var i = 0; i < contributions; i++)
                tables.Aggregates.Apply(new WindowChange(Row(key, expiresAfterMinutes)) { Added = Contribution(i) });
        });

    private static bool Forget(StoreBench bench, double minute, int limit = 100) =>
        bench.Write(tables => tables.Aggregates.RemoveExpired(Scenario, Noon.AddMinutes(minute), limit));

    private static bool IsThere(StoreBench bench, string session = Session, string scenario = Scenario) =>
        bench.Read(tables => tables.Aggregates.Read(scenario, session).Count > 0);

    private static int CountContributions(StoreBench bench, string session = Session)
    {
        var count = 0;
        bench.Read(tables =>
        {
            tables.Aggregates.ReadBack(Window(session), _ => ++count > 0);
            return true;
        });
        return count;
    }

    private static void AnExpiredWindowIsForgotten(StoreBench bench)
    {
        Add(bench, Window(), 3, 10);
        Add(bench, Window("young"), 1, 20);
        Add(bench, Window(scenario: "Other"), 1, 10);
        Expect.True(!Forget(bench, 9.99999), "there is nothing to forget");
        Expect.True(IsThere(bench), "it has not expired");
        Expect.True(!Forget(bench, 10), "there is no more to forget");
        Expect.True(!IsThere(bench), "it has expired");
        Expect.Same(0, CountContributions(bench), "its contributions go with it");
        Expect.True(IsThere(bench, "young") && CountContributions(bench, "young") == 1, "the other session's has not expired");
        Expect.True(IsThere(bench, scenario: "Other"), "the other scenario was not asked for");
    }

    private static void ExpiredWindowsAreForgottenAPieceAtATime(StoreBench bench)
    {
        Add(bench, Window("a"), 5, 1);
        Add(bench, Window("b"), 0, 2);
        Expect.True(Forget(bench, 5, 3), "there is more");
        Expect.Same(2, CountContributions(bench, "a"), "the limit counts contributions");
        Expect.True(IsThere(bench, "a"), "the window goes last");
        Expect.True(Forget(bench, 5, 3), "there may be more");
        Expect.True(!IsThere(bench, "a") && IsThere(bench, "b"), "the limit counts windows, too; the one that expired first goes first");
        Expect.True(!Forget(bench, 5, 3), "there is no more");
        Expect.True(!IsThere(bench, "b"), "all is forgotten");
    }

    private static void AnEventYetToBeJudgedHoldsTheWindows(StoreBench bench)
    {
        Add(bench, Window("a"), 1, 5);
        Add(bench, Window("b"), 1, 15);
        InboxRow[] rows =
        [
            Event("x", scenario: "Other") with { AcceptedAt = Noon },
            DueTimer("x"),
            Event("x") with { AcceptedAt = Noon.AddMinutes(10) },
            Event("x") with { AcceptedAt = Noon.AddMinutes(3) },
        ];
        bench.Write(tables => Array.ForEach(rows, tables.Inbox.Add));
        Forget(bench, 60);
        Expect.True(!IsThere(bench, "a"), "it had expired when the first event of the scenario that waits was accepted");
        Expect.True(IsThere(bench, "b"), "it may count for the event that waits");
        bench.Write(tables =>
        {
            tables.Inbox.Remove(rows[3].Sequence);
            tables.Inbox.Defer(rows[2].Sequence);
        });
        Forget(bench, 60);
        Expect.True(!IsThere(bench, "b"), "a deferred event has been judged");
    }

    private static void AHeldInstanceKeepsItsWindows(StoreBench bench)
    {
        foreach (var status in Enum.GetValues<InstanceStatus>())
        {
            Add(bench, Window($"{status}"), 1, 5);
            bench.Write(tables =>
            {
                tables.Instances.Save(Instance($"{status}") with { Status = status });
                // What waits for a held instance holds only that one's windows.
                if (status is InstanceStatus.Faulted or InstanceStatus.Incompatible)
                    tables.Inbox.Add(Event($"{status}") with { AcceptedAt = Noon.AddMinutes(-1) });
            });
        }

        Forget(bench, 60);
        Expect.True(!IsThere(bench, nameof(InstanceStatus.Active)), "nothing holds an active one's");
        Expect.True(!IsThere(bench, nameof(InstanceStatus.Ended)), "nothing holds an ended one's");
        Expect.True(IsThere(bench, nameof(InstanceStatus.Faulted)), "a faulted one is tried again some day");
        Expect.True(IsThere(bench, nameof(InstanceStatus.Incompatible)), "an incompatible one goes on some day");
    }
}
