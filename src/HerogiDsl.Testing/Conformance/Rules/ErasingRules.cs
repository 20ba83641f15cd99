using HerogiDsl.Runtime.Storage;
using static HerogiDsl.Testing.Conformance.SampleRows;

namespace HerogiDsl.Testing.Conformance.Rules;

/// <summary>Of a session that is erased nothing is left; what is held is counted and listed.</summary>
internal static class ErasingRules
{
    public static IReadOnlyList<StoreRule> All { get; } =
    [
        new(NothingOfAnErasedSessionIsLeft),
        new(ASessionsHistoryIsForgottenAPieceAtATime),
        new(WhatIsHeldIsCounted),
        new(InstancesAreListedByStatus),
        new(AChangeOfACallTellsWhetherItWasThere),
    ];

    private static void NothingOfAnErasedSessionIsLeft(StoreBench bench)
    {
        var calls = new List<long>();
        bench.Write(tables =>
        {
            foreach (var session in (string[])["ada", "bob"])
                calls.Add(Fill(tables, session));
        });
        var others = bench.Read(static tables => Everything(tables, "bob"));
        var erased = new ErasedRows([], [], 0);
        bench.Write(tables => erased = tables.Erase("ada"));
        Expect.SameSet([Scenario, "Other"], erased.Instances, "its scenarios are told");
        Expect.Same(calls[..1].ToArray(), erased.Calls.ToArray(), "its calls are told");
        Expect.Same(10L, erased.Count, "all its rows are counted");
        Expect.Same("", bench.Read(static tables => Everything(tables, "ada")), "nothing is left");
        Expect.Same(others, bench.Read(static tables => Everything(tables, "bob")), "nobody else is touched");
        bench.Write(tables => erased = tables.Erase("ada"));
        Expect.Same(0L, erased.Count, "there is nothing more");
    }

    private static long Fill(IStoreTables tables, string session)
    {
        var (deferred, call) = (Event(session), Call(session: session));
        tables.Inbox.Add(deferred);
        tables.Inbox.Defer(deferred.Sequence);
        tables.Inbox.Add(Event(session));
        tables.Instances.Save(Instance(session));
        tables.Instances.Save(Instance(session, scenario: "Other"));
        tables.History.Add(Step(session));
        tables.Outbox.Add(call);
        tables.Timers.Add(Timer(session: session));
        tables.Scheduled.Add(Later(session: session));
        tables.Aggregates.Apply(new WindowChange(Row(Window(session))) { Added = Contribution(1) });
        return call.Id;
    }

    private static string Everything(IStoreTables tables, string session)
    {
        var contributions = new List<ContributionRow>();
        tables.Aggregates.ReadUpTo(Window(session), Noon.AddDays(1), contributions.Add);
        object[] rows =
        [
            .. tables.Inbox.ReadWaiting(Scenario, session),
            .. tables.Inbox.HasDeferred(Scenario, session, "Paid") ? ["deferred"] : Array.Empty<object>(),
            .. new[] { tables.Instances.Find(Scenario, session), tables.Instances.Find("Other", session) }.OfType<InstanceRow>(),
            .. tables.History.Read(session, null, 0, 10),
            .. tables.Outbox.Read("crm", 0, 10).Where(row => row.SessionId == session),
            .. tables.Timers.ReadDue(Noon.AddDays(1), 10).Where(row => row.SessionId == session),
            .. tables.Scheduled.Read(session, 10),
            .. tables.Aggregates.Read(Scenario, session),
            .. contributions.Select(static row => (object)row),
        ];
        return string.Join("\n", rows.Select(RowText.Of));
    }

    private static void ASessionsHistoryIsForgottenAPieceAtATime(StoreBench bench)
    {
        bench.Write(static tables =>
        {
            foreach (var outcome in (string[])["one", "two", "three"])
            {
                tables.History.Add(Step("ada", outcome));
                tables.History.Add(Step("bob", outcome));
            }
        });
        var removed = 0;
        bench.Write(tables => removed = tables.History.RemoveOf("ada", 2));
        Expect.Same(2, removed, "a piece goes");
        Expect.Same(new[] { "three" }, Outcomes("ada"), "the oldest first");
        bench.Write(tables => removed = tables.History.RemoveOf("ada", 2));
        Expect.Same(1, removed, "the last piece is smaller");
        Expect.Same(Array.Empty<string>(), Outcomes("ada"), "all is gone");
        Expect.Same(new[] { "one", "two", "three" }, Outcomes("bob"), "others keep theirs");

        string[] Outcomes(string session) =>
            [.. bench.Read(tables => tables.History.Read(session, null, 0, 10)).Select(static row => row.Outcome)];
    }

    private static void WhatIsHeldIsCounted(StoreBench bench)
    {
        Expect.Same((0L, 0L), bench.Read(static tables => tables.Instances.CountHeld()), "nothing is held");
        bench.Write(static tables =>
        {
            foreach (var (id, status) in Held)
                tables.Instances.Save(Instance(id) with { Status = status });
        });
        Expect.Same((2L, 1L), bench.Read(static tables => tables.Instances.CountHeld()), "faulted and incompatible ones are counted");
    }

    private static readonly (string Id, InstanceStatus Status)[] Held =
    [
        ("a", InstanceStatus.Faulted), ("b", InstanceStatus.Active), ("c", InstanceStatus.Incompatible),
        ("d", InstanceStatus.Faulted), ("e", InstanceStatus.Ended),
    ];

    private static void InstancesAreListedByStatus(StoreBench bench)
    {
        bench.Write(static tables =>
        {
            foreach (var (id, status) in Held)
                tables.Instances.Save(Instance(id, id == "d" ? "Far" : "Near") with { Status = status });
        });
        Expect.Same(new[] { "a", "d" }, List(null, InstanceStatus.Faulted, "", 9), "of every state, in the order of the ids");
        Expect.Same(new[] { "d" }, List(null, InstanceStatus.Faulted, "a", 9), "the next page");
        Expect.Same(new[] { "a" }, List("Near", InstanceStatus.Faulted, "", 9), "of one state");
        Expect.Same(new[] { "a" }, List(null, InstanceStatus.Faulted, "", 1), "no more than the limit");
        Expect.Same(new[] { "e" }, List(null, InstanceStatus.Ended, "", 9), "those that have ended");

        string[] List(string? state, InstanceStatus status, string after, int limit) =>
        [
            .. bench.Read(tables => tables.Instances.List(new(Scenario, state, status), after, limit)).Select(static row => row.SessionId),
        ];
    }

    private static void AChangeOfACallTellsWhetherItWasThere(StoreBench bench)
    {
        var call = Call();
        bench.Write(tables => tables.Outbox.Add(call));
        var (was, wasNot) = (false, true);
        bench.Write(tables =>
        {
            was = tables.Outbox.Postpone(call.Id, 1, Noon);
            wasNot = tables.Outbox.Postpone(call.Id + 100, 1, Noon);
        });
        Expect.True(was, "it was there");
        Expect.True(!wasNot, "none was there");
    }
}
