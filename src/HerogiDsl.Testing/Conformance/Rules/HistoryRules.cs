using HerogiDsl.Runtime.Storage;
using static HerogiDsl.Testing.Conformance.SampleRows;

namespace HerogiDsl.Testing.Conformance.Rules;

/// <summary>What happened is told in the order it happened.</summary>
internal static class HistoryRules
{
    public static IReadOnlyList<StoreRule> All { get; } =
    [
        new(AStepComesBackAsItWent),
        new(ASessionsHistoryIsReadInOrderPageByPage),
        new(ASessionsHistoryMayBeReadOfOneScenario),
        new(OldHistoryIsForgottenAPieceAtATime),
        new(IdsRiseThoughOlderRowsAreForgotten),
    ];

    private static void AStepComesBackAsItWent(StoreBench bench)
    {
        HistoryRow[] rows =
        [
            Step() with
            {
                From = "A",
                To = "B",
                Transition = 4,
                Sets = Json("""["total",1]"""),
                Asked = Json("""["POST /a"]"""),
                Logs = Json("""["x"]"""),
                Reason = "why",
                Position = "shop.herogi(3,5)",
            },
            Step(outcome: "stayed") with { Event = null },
            Step() with { Sets = Json(""), Asked = Json("[]") },
        ];
        bench.Write(tables => Array.ForEach(rows, tables.History.Add));
        var read = bench.Read(static tables => tables.History.Read(Session, null, 0, 10));
        Expect.Same(rows, read.Select(static row => row with { Id = 0 }).ToArray(), "a step comes back as it was written");
        Expect.True(read.All(static row => row.Id > 0), "each has an id above 0, which stands for the beginning");
    }

    private static void ASessionsHistoryIsReadInOrderPageByPage(StoreBench bench)
    {
        bench.Write(static tables =>
        {
            for (var i = 0; i < 5; i++)
            {
                tables.History.Add(Step(outcome: $"o{i}"));
                tables.History.Add(Step("other"));
            }
        });
        var read = new List<string>();
        for (long after = 0; read.Count <= 5;)
        {
            var page = bench.Read(tables => tables.History.Read(Session, null, after, 2));
            Expect.True(page.Count <= 2, "a page is not longer than its limit");
            if (page.Count == 0)
                break;
            read.AddRange(page.Select(static row => row.Outcome));
            after = page[^1].Id;
        }

        Expect.Same(new[] { "o0", "o1", "o2", "o3", "o4" }, read.ToArray(), "page by page, each step once, in order");
        Expect.Same(0, bench.Read(static tables => tables.History.Read("nobody", null, 0, 10).Count), "nothing of nobody");
        Expect.Same(0, bench.Read(static tables => tables.History.Read(Session, null, 0, 0).Count), "a page of none is empty");
    }

    private static void ASessionsHistoryMayBeReadOfOneScenario(StoreBench bench)
    {
        bench.Write(static tables =>
        {
            tables.History.Add(Step(outcome: "here"));
            tables.History.Add(Step(outcome: "there", scenario: "Other"));
            tables.History.Add(Step(outcome: "here again"));
        });
        Expect.Same(new[] { "here", "here again" }, Outcomes(Scenario, 10), "those of the scenario");
        Expect.Same(new[] { "there" }, Outcomes("Other", 10), "those of the other");
        Expect.Same(new[] { "here" }, Outcomes(Scenario, 1), "no more than the limit");
        Expect.Same(new[] { "here", "there", "here again" }, Outcomes(null, 10), "those of all");

        string[] Outcomes(string? scenario, int limit) =>
            [.. bench.Read(tables => tables.History.Read(Session, scenario, 0, limit)).Select(static row => row.Outcome)];
    }

    private static void OldHistoryIsForgottenAPieceAtATime(StoreBench bench)
    {
        bench.Write(static tables =>
        {
            for (var i = 0; i < 6; i++)
                tables.History.Add(Step($"s{i % 2}", $"o{i}") with { At = Noon.AddMinutes(i) });
        });
        Expect.Same(0, Forget(0, 10), "nothing is older");
        Expect.Same(2, Forget(5, 2), "no more than the limit");
        Expect.Same(new[] { "o2", "o4" }, Outcomes("s0"), "the oldest have gone");
        Expect.Same(2, Forget(4, 10), "those before the time, not the one of that time");
        Expect.Same(0, Forget(4, 10), "they are forgotten once");
        Expect.Same(new[] { "o4" }, Outcomes("s0"), "what is not older stays");
        Expect.Same(new[] { "o5" }, Outcomes("s1"), "the newest stay");
        Expect.Same(1, Forget(4.00002, 10), "it goes a moment later");

        int Forget(double beforeMinute, int limit) =>
            bench.Write(tables => tables.History.RemoveBefore(Noon.AddMinutes(beforeMinute), limit));

        string[] Outcomes(string session) =>
            [.. bench.Read(tables => tables.History.Read(session, null, 0, 10)).Select(static row => row.Outcome)];
    }

    private static void IdsRiseThoughOlderRowsAreForgotten(StoreBench bench)
    {
        bench.Write(static tables =>
        {
            tables.History.Add(Step());
            tables.History.Add(Step() with { At = Noon.AddMinutes(1) });
        });
        var last = bench.Read(static tables => tables.History.Read(Session, null, 0, 10))[^1].Id;
        bench.Write(static tables => tables.History.RemoveBefore(Noon.AddMinutes(1), 10));
        bench.Reopen();
        bench.Write(static tables => tables.History.Add(Step(outcome: "new")));
        Expect.Same(
            new[] { "new" },
            bench.Read(tables => tables.History.Read(Session, null, last, 10)).Select(static row => row.Outcome).ToArray(),
            "whoever read up to the last finds the new one");
    }
}
