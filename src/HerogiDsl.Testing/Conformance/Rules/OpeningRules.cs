using static HerogiDsl.Testing.Conformance.SampleRows;

namespace HerogiDsl.Testing.Conformance.Rules;

/// <summary>What is safe is there when the store is opened again, by the one process that runs it.</summary>
internal static class OpeningRules
{
    public static IReadOnlyList<StoreRule> All { get; } =
    [
        new(WhatIsCommittedOutlivesTheStore),
        new(WhatIsCommittedOutlivesACrash),
        new(ACrashForgetsTheTransactionUnderWay),
        new(AnEndForgetsTheTransactionUnderWay),
        new(ANumberIsNeverGivenTwice),
        new(TheIdStaysAndIsNotEmpty),
        new(AStoreIsForOneAtATime),
        new(BeforeItIsOpenAndAfterItsEndAStoreDoesNothing),
    ];

    private static void WhatIsCommittedOutlivesTheStore(StoreBench bench)
    {
        bench.Write(TransactionRules.WriteEverywhere);
        var before = bench.Read(TransactionRules.Describe);
        bench.Reopen();
        Expect.Same(before, bench.Read(TransactionRules.Describe), "what is committed is there when the store is opened again");
        Expect.True(
            !bench.Write(static tables => tables.AcceptedIds.TryAdd("e1", Noon, Noon)), "an accepted id is still known");
    }

    private static void WhatIsCommittedOutlivesACrash(StoreBench bench)
    {
        bench.Write(TransactionRules.WriteEverywhere);
        var before = bench.Read(TransactionRules.Describe);
        bench.Crash();
        Expect.Same(before, bench.Read(TransactionRules.Describe), "what is committed is there after a crash");
    }

    private static void ACrashForgetsTheTransactionUnderWay(StoreBench bench)
    {
        bench.Write(TransactionRules.WriteEverywhere);
        var before = bench.Read(TransactionRules.Describe);
        bench.Store.Begin();
        bench.Store.Writing.Inbox.Add(Event());
        bench.Store.Writing.Instances.Remove(Scenario, Session);
        bench.Crash();
        Expect.Same(before, bench.Read(TransactionRules.Describe), "a crash forgets what is not committed");
        bench.Write(static tables => tables.Inbox.Add(Event()));
        Expect.Same(2, bench.Read(static tables => tables.Inbox.ReadWaiting(0, 10).Count), "the next unit is kept");
    }

    private static void AnEndForgetsTheTransactionUnderWay(StoreBench bench)
    {
        var empty = bench.Read(TransactionRules.Describe);
        bench.Store.Begin();
        TransactionRules.WriteEverywhere(bench.Store.Writing);
        bench.Reopen();
        Expect.Same(empty, bench.Read(TransactionRules.Describe), "a store that ends forgets what is not committed");
    }

    private static void ANumberIsNeverGivenTwice(StoreBench bench)
    {
        var given = new List<long>();
        for (var i = 0; i < 3; i++)
        {
            var (row, call, later) = (Event(), Call(), Later());
            bench.Write(tables =>
            {
                tables.Inbox.Add(row);
                tables.Outbox.Add(call);
                tables.Scheduled.Add(later);
                tables.Inbox.Remove(row.Sequence);
                tables.Outbox.Remove(call.Id);
                tables.Scheduled.Remove(later.Id);
            });
            given.AddRange([row.Sequence, call.Id, later.Id]);
            if (i == 0)
                bench.Reopen();
            else
                bench.Crash();
        }

        Expect.Same(given.Distinct().Order().ToArray(), given.ToArray(), "numbers rise, though nothing is left that has one");
        Expect.True(given[0] > 0, "the first number is above 0, which stands for the beginning");
    }

    private static void TheIdStaysAndIsNotEmpty(StoreBench bench)
    {
        var id = bench.Store.Id;
        Expect.True(id.Length > 0, "a store has an id");
        bench.Reopen();
        Expect.Same(id, bench.Store.Id, "the id is that of the place");
        bench.Crash();
        Expect.Same(id, bench.Store.Id, "the id outlives a crash");
    }

    private static void AStoreIsForOneAtATime(StoreBench bench)
    {
        using var second = bench.Place.Make();
        Expect.Throws(second.Open, "a place whose store is open is refused to another");
        bench.Write(TransactionRules.WriteEverywhere);
        Expect.Same(1, bench.Read(static tables => tables.Inbox.ReadWaiting(0, 10).Count), "the first goes on");
        bench.Store.Dispose();
        second.Open();
        Expect.Same(1, second.Read(static tables => tables.Inbox.ReadWaiting(0, 10).Count), "it is free once the first has ended");
    }

    private static void BeforeItIsOpenAndAfterItsEndAStoreDoesNothing(StoreBench bench)
    {
        using (var closed = bench.Place.Make())
        {
            Expect.Throws(closed.Begin, "a store that is not open begins nothing");
            Expect.Throws(() => _ = closed.Writing, "a store that is not open has nothing to write to");
        }

        bench.Store.Dispose();
        bench.Store.Rollback();
        bench.Store.Dispose();
        Expect.Throws(() => bench.Read(TransactionRules.Describe), "a store that has ended reads nothing");
        Expect.Throws(() => _ = bench.Store.Writing, "a store that has ended has nothing to write to");
    }
}
