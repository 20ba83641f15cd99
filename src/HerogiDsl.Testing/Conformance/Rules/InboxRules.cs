using HerogiDsl.Runtime.Storage;
using static HerogiDsl.Testing.Conformance.SampleRows;

namespace HerogiDsl.Testing.Conformance.Rules;

/// <summary>What waits, waits in the order of acceptance.</summary>
internal static class InboxRules
{
    public static IReadOnlyList<StoreRule> All { get; } =
    [
        new(AnInboxRowComesBackAsItWent),
        new(SequencesRiseInTheOrderWritten),
        new(WaitingRowsAreReadInOrderPageByPage),
        new(AnInstanceReadsItsOwnRowsInOrder),
        new(ARemovedRowIsGoneAndTheOthersStay),
        new(OnlyTimersOfTheInstanceAreDropped),
        new(AnEmptyInboxGivesNothing),
    ];

    private static void AnInboxRowComesBackAsItWent(StoreBench bench)
    {
        foreach (var kind in Enum.GetValues<InboxKind>())
        {
            var row = new InboxRow
            {
                Scenario = Scenario,
                SessionId = $"s-{kind}",
                Kind = kind,
                Event = kind == InboxKind.Timer ? null : "Paid",
                Payload = kind == InboxKind.Timer ? default : Json("""{"a":"ä"}"""),
                AcceptedAt = Noon,
                Visit = 1L << 40,
                Label = kind == InboxKind.Answer ? "call" : null,
                Timer = kind == InboxKind.Timer ? 3 : -1,
            };
            bench.Write(tables => tables.Inbox.Add(row));
            var read = bench.Read(tables => tables.Inbox.ReadWaiting(Scenario, row.SessionId));
            Expect.Same(new[] { row }, read, "an inbox row comes back as it was written");
        }
    }

    private static void SequencesRiseInTheOrderWritten(StoreBench bench)
    {
        InboxRow[] rows = [Event("b"), Event("a"), Event("b"), Event("a", scenario: "Other")];
        bench.Write(tables =>
        {
            foreach (var row in rows)
                tables.Inbox.Add(row);
        });
        var given = rows.Select(static row => row.Sequence).ToArray();
        Expect.Same(given.Distinct().Order().ToArray(), given, "each row gets a higher sequence than the one before");
    }

    private static void WaitingRowsAreReadInOrderPageByPage(StoreBench bench)
    {
        var rows = Enumerable.Range(0, 7).Select(static i => Event($"s{i * 5 % 7}", scenario: $"X{i % 2}")).ToArray();
        bench.Write(tables => Array.ForEach(rows, tables.Inbox.Add));
        var expected = rows.Select(static row => row.Sequence).ToArray();
        Expect.Same(expected, Sequences(bench.Read(static tables => tables.Inbox.ReadWaiting(0, 100))), "in order, all of them");

        var paged = new List<long>();
        for (long after = 0; paged.Count <= rows.Length;)
        {
            var page = Sequences(bench.Read(tables => tables.Inbox.ReadWaiting(after, 3)));
            Expect.True(page.Length <= 3, "a page is not longer than its limit");
            if (page.Length == 0)
                break;
            paged.AddRange(page);
            after = page[^1];
        }

        Expect.Same(expected, paged.ToArray(), "page by page, each row once");
        Expect.Same(0, bench.Read(static tables => tables.Inbox.ReadWaiting(0, 0).Count), "a page of none is empty");
    }

    private static void AnInstanceReadsItsOwnRowsInOrder(StoreBench bench)
    {
        InboxRow[] rows = [Event(), Event("other"), DueTimer(), Event(scenario: "Other"), Event()];
        bench.Write(tables => Array.ForEach(rows, tables.Inbox.Add));
        Expect.Same(
            new[] { rows[0].Sequence, rows[2].Sequence, rows[4].Sequence },
            Sequences(bench.Read(static tables => tables.Inbox.ReadWaiting(Scenario, Session))),
            "an instance's rows, those of no other, in order");
    }

    private static void ARemovedRowIsGoneAndTheOthersStay(StoreBench bench)
    {
        InboxRow[] rows = [Event(), Event(), Event()];
        bench.Write(tables => Array.ForEach(rows, tables.Inbox.Add));
        bench.Write(tables =>
        {
            tables.Inbox.Remove(rows[1].Sequence);
            tables.Inbox.Remove(rows[1].Sequence);
            tables.Inbox.Remove(1_000_000);
            tables.Inbox.Defer(1_000_000);
        });
        Expect.Same(
            new[] { rows[0].Sequence, rows[2].Sequence },
            Sequences(bench.Read(static tables => tables.Inbox.ReadWaiting(0, 10))),
            "the others stay; what is not there is no mistake");
    }

    private static void OnlyTimersOfTheInstanceAreDropped(StoreBench bench)
    {
        InboxRow[] rows = [Event(), DueTimer(), DueTimer("other"), DueTimer(scenario: "Other"), DueTimer()];
        bench.Write(tables => Array.ForEach(rows, tables.Inbox.Add));
        bench.Write(static tables => tables.Inbox.RemoveTimers(Scenario, Session));
        Expect.Same(
            new[] { rows[0].Sequence, rows[2].Sequence, rows[3].Sequence },
            Sequences(bench.Read(static tables => tables.Inbox.ReadWaiting(0, 10))),
            "the instance's timers go, and nothing else");
    }

    private static void AnEmptyInboxGivesNothing(StoreBench bench) => bench.Write(static tables =>
    {
        Expect.Same(0, tables.Inbox.ReadWaiting(0, 10).Count, "nothing waits");
        Expect.Same(0, tables.Inbox.ReadWaiting(Scenario, Session).Count, "nothing waits for the instance");
        Expect.Same(0, tables.Inbox.Release(Scenario, Session).Count, "nothing is released");
        Expect.True(!tables.Inbox.HasDeferred(Scenario, Session, "Paid"), "nothing is deferred");
        tables.Inbox.RemoveDeferred(Scenario, Session);
        tables.Inbox.RemoveTimers(Scenario, Session);
    });

    private static long[] Sequences(IEnumerable<InboxRow> rows) => [.. rows.Select(static row => row.Sequence)];
}
