using HerogiDsl.Runtime.Storage;
using static HerogiDsl.Testing.Conformance.SampleRows;

namespace HerogiDsl.Testing.Conformance.Rules;

/// <summary>What is committed is there for all; what is not, is there for nobody.</summary>
internal static class TransactionRules
{
    public static IReadOnlyList<StoreRule> All { get; } =
    [
        new(ReadersSeeNothingBeforeTheCommitAndAllAfterIt),
        new(AReaderOnAnotherThreadDoesNotWaitForTheCommit),
        new(TheWriterSeesWhatItHasWritten),
        new(ARollbackTakesBackEveryTable),
        new(ARollbackRestoresWhatWasChanged),
        new(AUnitThatFailsInTheMiddleLeavesNothing),
        new(ARollbackWithNothingUnderWayDoesNothing),
        new(AnEmptyTransactionIsNoMistake),
        new(ReadersNeverSeeHalfAUnit),
    ];

    /// <summary>Something in each table.</summary>
    public static void WriteEverywhere(IStoreTables tables)
    {
        tables.Inbox.Add(Event());
        tables.Instances.Save(Instance());
        tables.History.Add(Step());
        tables.Outbox.Add(Call());
        tables.Timers.Add(Timer());
        tables.Scheduled.Add(Later());
        tables.Totals.Add("calls", 1);
        tables.AcceptedIds.TryAdd("e1", Noon, Noon);
        tables.Aggregates.Apply(new WindowChange(Row(Window())) { Added = Contribution(1) });
    }

    /// <summary>What is there of it, as a text for each table.</summary>
    public static string[] Describe(IStoreTables tables)
    {
        var contributions = new List<ContributionRow>();
        tables.Aggregates.ReadUpTo(Window(), DateTimeOffset.MaxValue, contributions.Add);
        return
        [
            RowText.Of(tables.Inbox.ReadWaiting(0, 10)),
            RowText.Of(tables.Instances.List(new(Scenario, null, null), "", 10)),
            RowText.Of(tables.History.Read(Session, null, 0, 10)),
            RowText.Of(tables.Outbox.Read("crm", 0, 10)),
            RowText.Of(tables.Timers.ReadDue(Noon.AddDays(1), 10)),
            RowText.Of(tables.Scheduled.Read(Session, 10)),
            RowText.Of(tables.Totals.Read()),
            RowText.Of(tables.Aggregates.Read(Scenario, Session)),
            RowText.Of(contributions),
            RowText.Of(tables.CountPending()),
        ];
    }

    private static void ReadersSeeNothingBeforeTheCommitAndAllAfterIt(StoreBench bench)
    {
        var empty = bench.Read(Describe);
        bench.Store.Begin();
        WriteEverywhere(bench.Store.Writing);
        Expect.Same(empty, bench.Read(Describe), "a reader sees nothing of a transaction under way");
        var written = Describe(bench.Store.Writing);
        bench.Store.Commit();
        Expect.Same(written, bench.Read(Describe), "a reader sees what is committed");
        Expect.Same(written, bench.ReadElsewhere(Describe), "a reader on another thread sees what is committed");
        Expect.True(written.Zip(empty).All(static pair => pair.First != pair.Second), "each table has kept its row");
    }

    private static void AReaderOnAnotherThreadDoesNotWaitForTheCommit(StoreBench bench)
    {
        var empty = bench.Read(Describe);
        bench.Store.Begin();
        WriteEverywhere(bench.Store.Writing);
        Expect.Same(empty, bench.ReadElsewhere(Describe), "a reader elsewhere sees nothing of a transaction under way");
        bench.Store.Commit();
    }

    private static void TheWriterSeesWhatItHasWritten(StoreBench bench) => bench.Write(tables =>
    {
        tables.Instances.Save(Instance(state: "Open"));
        Expect.Same("Open", tables.Instances.Find(Scenario, Session)?.State, "a unit reads what it wrote");
        tables.Instances.Remove(Scenario, Session);
        Expect.Same(null, tables.Instances.Find(Scenario, Session), "a unit misses what it removed");
    });

    private static void ARollbackTakesBackEveryTable(StoreBench bench)
    {
        var empty = bench.Read(Describe);
        bench.WriteAndRollBack(WriteEverywhere);
        Expect.Same(empty, bench.Read(Describe), "after a rollback nothing is there");
        Expect.True(bench.Write(static tables => tables.AcceptedIds.TryAdd("e1", Noon, Noon)), "a rollback forgets accepted ids");
    }

    private static void ARollbackRestoresWhatWasChanged(StoreBench bench)
    {
        bench.Write(WriteEverywhere);
        var before = bench.Read(Describe);
        var sequence = bench.Read(static tables => tables.Inbox.ReadWaiting(0, 1)[0].Sequence);
        var call = bench.Read(static tables => tables.Outbox.Read("crm", 0, 1)[0].Id);
        bench.WriteAndRollBack(tables =>
        {
            tables.Inbox.Defer(sequence);
            tables.Instances.Save(Instance(state: "Other"));
            tables.Instances.Mark(Instance(), InstanceStatus.Faulted, "broken", "a:1");
            tables.History.RemoveBefore(Noon.AddDays(1), 10);
            tables.Outbox.MarkBegun(call);
            tables.Timers.Add(Timer() with { DueAt = Noon.AddDays(2) });
            tables.Scheduled.Cancel(Scenario, Session, "Reminder");
            tables.Totals.Add("calls", 5);
            tables.Aggregates.Apply(new WindowChange(Row(Window()) with { Count = 9 }) { IsCleared = true });
        });
        Expect.Same(before, bench.Read(Describe), "a rollback restores what was there");
    }

    private static void AUnitThatFailsInTheMiddleLeavesNothing(StoreBench bench)
    {
        bench.Write(WriteEverywhere);
        var before = bench.Read(Describe);
        bench.Store.Begin();
        WriteEverywhereElse(bench.Store.Writing);
        // The same contribution twice is refused by every store.
        Expect.Throws(
            () => bench.Store.Writing.Aggregates.Apply(new WindowChange(Row(Window())) { Added = Contribution(1) }),
            "a contribution that is there already is refused");
        bench.Store.Rollback();
        Expect.Same(before, bench.Read(Describe), "a unit that failed leaves nothing");
        bench.Write(WriteEverywhereElse);
        Expect.Same(
            "Open", bench.Read(static tables => tables.Instances.Find(Scenario, "other")?.State), "the next unit is kept");
    }

    private static void WriteEverywhereElse(IStoreTables tables)
    {
        tables.Inbox.Add(Event("other"));
        tables.Instances.Save(Instance("other", "Open"));
    }

    private static void ARollbackWithNothingUnderWayDoesNothing(StoreBench bench)
    {
        bench.Store.Rollback();
        bench.Write(WriteEverywhere);
        var before = bench.Read(Describe);
        bench.Store.Rollback();
        Expect.Same(before, bench.Read(Describe), "a rollback after the commit does nothing");
    }

    private static void AnEmptyTransactionIsNoMistake(StoreBench bench)
    {
        bench.Write(static _ => { });
        bench.WriteAndRollBack(static _ => { });
        bench.Write(WriteEverywhere);
        Expect.Same(1, bench.Read(static tables => tables.Inbox.ReadWaiting(0, 10).Count), "the next unit is kept");
    }

    private static void ReadersNeverSeeHalfAUnit(StoreBench bench)
    {
        using var done = new CancellationTokenSource();
        var reader = Task.Factory.StartNew(
            () =>
            {
                while (!done.IsCancellationRequested)
                {
                    var count = bench.Read(static tables => tables.Inbox.ReadWaiting(0, 1000).Count);
                    Expect.True(count % 2 == 0, $"a reader sees {count} rows of units that write two each");
                }
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        for (var i = 0; i < 50; i++)
        {
            bench.Write(static tables =>
            {
                tables.Inbox.Add(Event("a"));
                tables.Inbox.Add(Event("b"));
            });
        }

        done.Cancel();
        reader.GetAwaiter().GetResult();
    }
}
