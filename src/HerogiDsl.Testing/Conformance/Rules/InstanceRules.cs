using HerogiDsl.Runtime.Storage;
using static HerogiDsl.Testing.Conformance.SampleRows;

namespace HerogiDsl.Testing.Conformance.Rules;

/// <summary>A session is in a scenario once.</summary>
internal static class InstanceRules
{
    public static IReadOnlyList<StoreRule> All { get; } =
    [
        new(AnInstanceComesBackAsItWent),
        new(SavingAgainReplaces),
        new(ARemovedInstanceIsGone),
        new(DeferralsAreCounted),
        new(AMarkLeavesTheRestUntouched),
        new(InstancesAreCountedByStateAndStatus),
        new(InstancesAreListedPageByPage),
        new(InstancesAreListedByTheirCodePoints),
        new(WhoDefersMuchIsListed),
    ];

    private static void AnInstanceComesBackAsItWent(StoreBench bench)
    {
        Expect.Same(null, bench.Read(static tables => tables.Instances.Find(Scenario, Session)), "nobody is there");
        foreach (var status in Enum.GetValues<InstanceStatus>())
        {
            var row = Instance($"s-{status}") with
            {
                Status = status,
                Reason = status == InstanceStatus.Active ? null : "why",
                Position = status == InstanceStatus.Active ? null : "shop.herogi(3,5)",
                Deferred = (int)status,
                HasTimers = status == InstanceStatus.Active,
                Visit = long.MaxValue,
            };
            bench.Write(tables => tables.Instances.Save(row));
            Expect.Same(
                row, bench.Read(tables => tables.Instances.Find(Scenario, row.SessionId)), "an instance comes back as it was saved");
        }

        Expect.Same(null, bench.Read(static tables => tables.Instances.Find("Other", "s-Active")), "it is in no other scenario");
        Expect.Same(null, bench.Read(static tables => tables.Instances.Find(Scenario, "S-Active")), "ids are told apart by case");
    }

    private static void SavingAgainReplaces(StoreBench bench)
    {
        bench.Write(static tables => tables.Instances.Save(Instance() with { Reason = "old", Deferred = 3, HasTimers = true }));
        var next = Instance(state: "Next") with { Data = Json("{}"), Visit = 13, Fingerprint = "f2" };
        bench.Write(tables => tables.Instances.Save(next));
        Expect.Same(next, bench.Read(static tables => tables.Instances.Find(Scenario, Session)), "all of it is replaced");
        Expect.Same(1, bench.Read(static tables => tables.Instances.List(new(Scenario, null, null), "", 10).Count), "it is there once");

        var stayed = next with { Data = Json("""{"n":2}"""), Visit = 14, Deferred = 2, HasTimers = true, Fingerprint = "f3" };
        bench.Write(tables => tables.Instances.Save(stayed, staysInState: true));
        Expect.Same(stayed, bench.Read(static tables => tables.Instances.Find(Scenario, Session)), "all but the state is replaced");
        var moved = stayed with { State = "Elsewhere", Status = InstanceStatus.Faulted, Reason = "why" };
        bench.Write(tables => tables.Instances.Save(moved, staysInState: true));
        Expect.Same(moved, bench.Read(static tables => tables.Instances.Find(Scenario, Session)), "a wrong hint loses nothing");
        bench.Write(tables => tables.Instances.Save(moved with { SessionId = "new" }, staysInState: true));
        Expect.True(bench.Read(static tables => tables.Instances.Find(Scenario, "new")) is not null, "not even a new row");
    }

    private static void ARemovedInstanceIsGone(StoreBench bench)
    {
        bench.Write(static tables =>
        {
            tables.Instances.Save(Instance());
            tables.Instances.Save(Instance("other"));
            tables.Instances.Save(Instance(scenario: "Other"));
        });
        bench.Write(static tables =>
        {
            tables.Instances.Remove(Scenario, Session);
            tables.Instances.Remove(Scenario, "nobody");
        });
        Expect.Same(null, bench.Read(static tables => tables.Instances.Find(Scenario, Session)), "it is gone");
        Expect.True(bench.Read(static tables => tables.Instances.Find(Scenario, "other")) is not null, "another session stays");
        Expect.True(bench.Read(static tables => tables.Instances.Find("Other", Session)) is not null, "another scenario stays");
    }

    private static void DeferralsAreCounted(StoreBench bench)
    {
        bench.Write(static tables => tables.Instances.Save(Instance()));
        bench.Write(static tables =>
        {
            tables.Instances.SetDeferred(Scenario, Session, 4);
            tables.Instances.SetDeferred(Scenario, "nobody", 4);
        });
        Expect.Same(
            Instance() with { Deferred = 4 },
            bench.Read(static tables => tables.Instances.Find(Scenario, Session)),
            "the number changes, and nothing else");
        Expect.Same(null, bench.Read(static tables => tables.Instances.Find(Scenario, "nobody")), "nobody comes of it");
    }

    private static void AMarkLeavesTheRestUntouched(StoreBench bench)
    {
        var before = Instance() with { Deferred = 2, HasTimers = true };
        bench.Write(tables => tables.Instances.Save(before));
        bench.Write(static tables =>
        {
            tables.Instances.Mark(
                Instance(state: "Unlike") with { Data = Json("null") }, InstanceStatus.Incompatible, "no such state", "a:1");
            tables.Instances.Mark(Instance("nobody"), InstanceStatus.Faulted, null, null);
        });
        Expect.Same(
            before with { Status = InstanceStatus.Incompatible, Reason = "no such state", Position = "a:1" },
            bench.Read(static tables => tables.Instances.Find(Scenario, Session)),
            "status, reason and position change, and nothing else");
        bench.Write(static tables => tables.Instances.Mark(Instance(), InstanceStatus.Active, null, null));
        Expect.Same(before, bench.Read(static tables => tables.Instances.Find(Scenario, Session)), "a mark is taken off again");
        Expect.Same(null, bench.Read(static tables => tables.Instances.Find(Scenario, "nobody")), "nobody comes of it");
    }

    private static void InstancesAreCountedByStateAndStatus(StoreBench bench)
    {
        Expect.Same(0, bench.Read(static tables => tables.Instances.CountByState().Count), "nobody is counted");
        bench.Write(static tables =>
        {
            tables.Instances.Save(Instance("a"));
            tables.Instances.Save(Instance("b"));
            tables.Instances.Save(Instance("c") with { Status = InstanceStatus.Faulted });
            tables.Instances.Save(Instance("d", "Open"));
            tables.Instances.Save(Instance("a", scenario: "Other"));
        });
        Expect.SameSet(
            [
                new StateCountRow("Other", "Waiting", InstanceStatus.Active, 1),
                new StateCountRow(Scenario, "Open", InstanceStatus.Active, 1),
                new StateCountRow(Scenario, "Waiting", InstanceStatus.Active, 2),
                new StateCountRow(Scenario, "Waiting", InstanceStatus.Faulted, 1),
            ],
            bench.Read(static tables => tables.Instances.CountByState()),
            "each scenario, state and status is counted");
    }

    private static void InstancesAreListedPageByPage(StoreBench bench)
    {
        bench.Write(static tables =>
        {
            foreach (var i in (int[])[4, 0, 3, 1, 2, 6, 5])
                tables.Instances.Save(Instance($"s{i}", i % 2 == 0 ? "Even" : "Odd"));
            tables.Instances.Save(Instance("s1", "Even", "Other"));
        });
        Expect.Same(new[] { "s0", "s1", "s2" }, List(null, "", 3), "the first page");
        Expect.Same(new[] { "s3", "s4", "s5" }, List(null, "s2", 3), "the second page");
        Expect.Same(new[] { "s6" }, List(null, "s5", 3), "the last page");
        Expect.Same(Array.Empty<string>(), List(null, "s6", 3), "there is no more");
        Expect.Same(new[] { "s2", "s4" }, List("Even", "s0", 2), "only those in a state");
        Expect.Same(Array.Empty<string>(), List("even", "", 5), "states are told apart by case");
        Expect.Same(new[] { "s2" }, List(null, "s1x", 1), "the page begins after an id that is not there");
        Expect.Same(Array.Empty<string>(), List(null, "", 0), "a page of none is empty");

        string[] List(string? state, string after, int limit) =>
            [.. bench.Read(tables => tables.Instances.List(new(Scenario, state, null), after, limit)).Select(static row => row.SessionId)];
    }

    private static void InstancesAreListedByTheirCodePoints(StoreBench bench)
    {
        string[] expected = ["A", "B", "a", "a ", "a0", "b", "ß", "é", "中", "\uFFFD", "🦆", "🦆a"];
        bench.Write(tables =>
        {
            foreach (var id in expected.Reverse())
                tables.Instances.Save(Instance(id));
        });
        var listed = new List<string>();
        while (listed.Count <= expected.Length && Next() is [var row])
            listed.Add(row.SessionId);
        Expect.Same(expected, listed.ToArray(), "ids come in the order of their code points, each once");

        IReadOnlyList<InstanceRow> Next() =>
            bench.Read(tables => tables.Instances.List(new(Scenario, null, null), listed.LastOrDefault(""), 1));
    }

    private static void WhoDefersMuchIsListed(StoreBench bench)
    {
        bench.Write(static tables =>
        {
            for (var i = 0; i < 4; i++)
                tables.Instances.Save(Instance($"s{i}") with { Deferred = i });
        });
        Expect.SameSet(
            [(Scenario, "s2"), (Scenario, "s3")],
            bench.Read(static tables => tables.Instances.ListDeferring(2)),
            "those with as many, or more");
        Expect.Same(0, bench.Read(static tables => tables.Instances.ListDeferring(4).Count), "nobody defers so much");
    }
}
