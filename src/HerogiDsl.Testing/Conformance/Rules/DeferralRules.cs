using HerogiDsl.Runtime.Storage;
using static HerogiDsl.Testing.Conformance.SampleRows;

namespace HerogiDsl.Testing.Conformance.Rules;

/// <summary>What is deferred keeps its place, and waits for nobody until it is released.</summary>
internal static class DeferralRules
{
    public static IReadOnlyList<StoreRule> All { get; } =
    [
        new(ADeferredRowDoesNotWait),
        new(AReleasedRowHasItsPlaceAgainAndIsKnownAsDeferred),
        new(OnlyTheInstanceIsReleased),
        new(OnlyDeferredRowsOfTheInstanceAreDropped),
        new(WhatIsDeferredIsFoundByItsName),
        new(DeferralsOutliveTheStore),
    ];

    private static InboxRow[] WriteThree(StoreBench bench)
    {
        InboxRow[] rows = [Event(name: "First"), Event(name: "Second"), Event(name: "Third")];
        bench.Write(tables => Array.ForEach(rows, tables.Inbox.Add));
        return rows;
    }

    private static void ADeferredRowDoesNotWait(StoreBench bench)
    {
        var rows = WriteThree(bench);
        bench.Write(tables => tables.Inbox.Defer(rows[0].Sequence));
        Expect.Same(
            new[] { "Second", "Third" }, Names(bench.Read(static tables => tables.Inbox.ReadWaiting(0, 10))), "the others wait");
        Expect.Same(
            new[] { "Second", "Third" },
            Names(bench.Read(static tables => tables.Inbox.ReadWaiting(Scenario, Session))),
            "the instance's others wait");
        Expect.Same(
            new[] { "Second" }, Names(bench.Read(static tables => tables.Inbox.ReadWaiting(0, 1))), "a page is filled all the same");
    }

    private static void AReleasedRowHasItsPlaceAgainAndIsKnownAsDeferred(StoreBench bench)
    {
        var rows = WriteThree(bench);
        bench.Write(tables => tables.Inbox.Defer(rows[2].Sequence));
        bench.Write(tables => tables.Inbox.Defer(rows[0].Sequence));
        var released = bench.Write(static tables => tables.Inbox.Release(Scenario, Session));
        Expect.Same(
            new[] { rows[0] with { WasDeferred = true }, rows[2] with { WasDeferred = true } },
            released,
            "released rows come in order and are known as deferred");
        Expect.Same(
            new[] { rows[0] with { WasDeferred = true }, rows[1], rows[2] with { WasDeferred = true } },
            bench.Read(static tables => tables.Inbox.ReadWaiting(0, 10)),
            "released rows wait again, in their places");
        Expect.Same(
            0, bench.Write(static tables => tables.Inbox.Release(Scenario, Session).Count), "they are released once");
    }

    private static void OnlyTheInstanceIsReleased(StoreBench bench)
    {
        InboxRow[] rows = [Event(name: "Mine"), Event("other", "Theirs"), Event(name: "Elsewhere", scenario: "Other")];
        bench.Write(tables =>
        {
            Array.ForEach(rows, tables.Inbox.Add);
            foreach (var row in rows)
                tables.Inbox.Defer(row.Sequence);
        });
        bench.Write(static tables => tables.Inbox.Release(Scenario, Session));
        Expect.Same(
            new[] { "Mine" },
            Names(bench.Read(static tables => tables.Inbox.ReadWaiting(0, 10))),
            "those of other sessions and scenarios stay deferred");
    }

    private static void OnlyDeferredRowsOfTheInstanceAreDropped(StoreBench bench)
    {
        var rows = WriteThree(bench);
        var other = Event("other", "Theirs");
        bench.Write(tables =>
        {
            tables.Inbox.Add(other);
            tables.Inbox.Defer(other.Sequence);
            tables.Inbox.Defer(rows[1].Sequence);
        });
        bench.Write(static tables => tables.Inbox.RemoveDeferred(Scenario, Session));
        Expect.Same(0, bench.Write(static tables => tables.Inbox.Release(Scenario, Session).Count), "the deferred one is gone");
        Expect.Same(1, bench.Write(static tables => tables.Inbox.Release(Scenario, "other").Count), "the other's stays");
        Expect.Same(
            new[] { "First", "Third", "Theirs" },
            Names(bench.Read(static tables => tables.Inbox.ReadWaiting(0, 10))),
            "what waits stays");
    }

    private static void WhatIsDeferredIsFoundByItsName(StoreBench bench)
    {
        var rows = WriteThree(bench);
        bench.Write(tables => tables.Inbox.Defer(rows[0].Sequence));
        Expect.True(Has(Scenario, Session, "First"), "a deferred event is found");
        Expect.True(!Has(Scenario, Session, "Second"), "one that waits is not deferred");
        Expect.True(!Has(Scenario, Session, "first"), "names are told apart by case");
        Expect.True(!Has(Scenario, "other", "First"), "it is not another session's");
        Expect.True(!Has("Other", Session, "First"), "it is not another scenario's");

        bool Has(string scenario, string session, string name) =>
            bench.Read(tables => tables.Inbox.HasDeferred(scenario, session, name));
    }

    private static void DeferralsOutliveTheStore(StoreBench bench)
    {
        var rows = WriteThree(bench);
        bench.Write(tables => tables.Inbox.Defer(rows[1].Sequence));
        bench.Reopen();
        Expect.Same(
            new[] { "First", "Third" }, Names(bench.Read(static tables => tables.Inbox.ReadWaiting(0, 10))), "it is still deferred");
        bench.Write(static tables => tables.Inbox.Release(Scenario, Session));
        bench.Crash();
        Expect.Same(
            new[] { rows[0], rows[1] with { WasDeferred = true }, rows[2] },
            bench.Read(static tables => tables.Inbox.ReadWaiting(0, 10)),
            "it is still released, and known as deferred");
    }

    private static string?[] Names(IEnumerable<InboxRow> rows) => [.. rows.Select(static row => row.Event)];
}
