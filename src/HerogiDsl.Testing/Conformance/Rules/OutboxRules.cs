using HerogiDsl.Runtime.Storage;
using static HerogiDsl.Testing.Conformance.SampleRows;

namespace HerogiDsl.Testing.Conformance.Rules;

/// <summary>What is to be sent waits for its connection, and is answered once.</summary>
internal static class OutboxRules
{
    public static IReadOnlyList<StoreRule> All { get; } =
    [
        new(ACallComesBackAsItWent),
        new(CallsAreReadByConnectionInOrderPageByPage),
        new(ACallIsRemovedOnce),
        new(ACallIsMarkedAsBegun),
        new(APostponedCallIsNotBegun),
        new(WhatIsNotThereIsNotChanged),
        new(ConnectionsThatCallsWaitForAreListed),
        new(PendingIsCountedByKind),
    ];

    private static void ACallComesBackAsItWent(StoreBench bench)
    {
        foreach (var kind in Enum.GetValues<OutboxKind>())
        {
            var full = Call("crm", kind) with
            {
                Returns = "Created",
                Label = "create",
                IsRepeatable = true,
                IsBegun = true,
                Tries = 7,
                DueAt = Noon.AddMilliseconds(1),
                AskedAt = Noon.AddDays(-1),
                Position = "shop.herogi(3,5)",
                Visit = 1L << 50,
            };
            var bare = Call("crm", kind);
            bench.Write(tables =>
            {
                tables.Outbox.Add(full);
                tables.Outbox.Add(bare);
            });
            Expect.Same(
                new[] { full, bare },
                bench.Read(tables => tables.Outbox.Read("crm", full.Id - 1, 10)),
                "a call comes back as it was written");
        }
    }

    private static void CallsAreReadByConnectionInOrderPageByPage(StoreBench bench)
    {
        var rows = Enumerable.Range(0, 6).Select(static i => Call(i % 3 == 2 ? "mail" : "crm", session: $"s{9 - i}")).ToArray();
        bench.Write(tables => Array.ForEach(rows, tables.Outbox.Add));
        Expect.Same(new[] { "s9", "s8" }, Sessions("crm", 0, 2), "the first page, in order");
        Expect.Same(new[] { "s6", "s5" }, Sessions("crm", rows[1].Id, 9), "the rest");
        Expect.Same(new[] { "s7", "s4" }, Sessions("mail", 0, 9), "those of the other connection");
        Expect.Same(Array.Empty<string>(), Sessions("CRM", 0, 9), "connections are told apart by case");
        Expect.Same(Array.Empty<string>(), Sessions("crm", 0, 0), "a page of none is empty");
        Expect.Same(Array.Empty<string>(), Sessions("crm", rows[^1].Id, 9), "there is no more");

        string[] Sessions(string connection, long after, int limit) =>
            [.. bench.Read(tables => tables.Outbox.Read(connection, after, limit)).Select(static row => row.SessionId)];
    }

    private static void ACallIsRemovedOnce(StoreBench bench)
    {
        var (row, other) = (Call(), Call());
        bench.Write(tables =>
        {
            tables.Outbox.Add(row);
            tables.Outbox.Add(other);
        });
        Expect.True(bench.Write(tables => tables.Outbox.Remove(row.Id)), "it was there");
        Expect.True(!bench.Write(tables => tables.Outbox.Remove(row.Id)), "its second answer does not count");
        Expect.True(!bench.Write(static tables => tables.Outbox.Remove(1_000_000)), "what never was is not removed");
        Expect.Same(new[] { other }, bench.Read(static tables => tables.Outbox.Read("crm", 0, 10)), "the other stays");
    }

    private static void ACallIsMarkedAsBegun(StoreBench bench)
    {
        var (row, other) = (Call() with { Tries = 2 }, Call());
        bench.Write(tables =>
        {
            tables.Outbox.Add(row);
            tables.Outbox.Add(other);
        });
        bench.Write(tables => tables.Outbox.MarkBegun(row.Id));
        bench.Crash();
        Expect.Same(
            new[] { row with { IsBegun = true }, other },
            bench.Read(static tables => tables.Outbox.Read("crm", 0, 10)),
            "it is known as begun, and nothing else has changed");
    }

    private static void APostponedCallIsNotBegun(StoreBench bench)
    {
        var (row, other) = (Call() with { IsBegun = true }, Call() with { IsBegun = true });
        bench.Write(tables =>
        {
            tables.Outbox.Add(row);
            tables.Outbox.Add(other);
        });
        bench.Write(tables => tables.Outbox.Postpone(row.Id, 3, Noon.AddMinutes(7)));
        Expect.Same(
            new[] { row with { IsBegun = false, Tries = 3, DueAt = Noon.AddMinutes(7) }, other },
            bench.Read(static tables => tables.Outbox.Read("crm", 0, 10)),
            "it keeps its place, with the tries and the time told");
    }

    private static void WhatIsNotThereIsNotChanged(StoreBench bench)
    {
        bench.Write(static tables =>
        {
            tables.Outbox.MarkBegun(17);
            tables.Outbox.Postpone(17, 1, Noon);
        });
        Expect.Same(0, bench.Read(static tables => tables.Outbox.Read("crm", 0, 10).Count), "nothing comes of it");
    }

    private static void ConnectionsThatCallsWaitForAreListed(StoreBench bench)
    {
        Expect.Same(0, bench.Read(static tables => tables.Outbox.ListConnections().Count), "none waits");
        var last = Call("slack");
        bench.Write(tables =>
        {
            tables.Outbox.Add(Call("crm"));
            tables.Outbox.Add(Call("mail", OutboxKind.Email));
            tables.Outbox.Add(Call("crm"));
            tables.Outbox.Add(last);
        });
        Expect.SameSet(["crm", "mail", "slack"], bench.Read(static tables => tables.Outbox.ListConnections()), "each once");
        bench.Write(tables => tables.Outbox.Remove(last.Id));
        Expect.SameSet(["crm", "mail"], bench.Read(static tables => tables.Outbox.ListConnections()), "those with calls");
    }

    private static void PendingIsCountedByKind(StoreBench bench)
    {
        Expect.Same(
            new PendingCounts(0, 0, 0, 0, 0, 0), bench.Read(static tables => tables.CountPending()), "nothing waits");
        InboxRow[] events = [Event(), Event(), DueTimer(), Event()];
        bench.Write(tables =>
        {
            Array.ForEach(events, tables.Inbox.Add);
            tables.Inbox.Defer(events[0].Sequence);
            for (var i = 0; i < 6; i++)
                tables.Outbox.Add(Call("crm", i < 1 ? OutboxKind.Http : i < 3 ? OutboxKind.Email : OutboxKind.Action));
            for (var i = 0; i < 4; i++)
                tables.Timers.Add(Timer(i));
            for (var i = 0; i < 5; i++)
                tables.Scheduled.Add(Later());
        });
        Expect.Same(
            new PendingCounts(3, 1, 1, 2, 4, 5) { Actions = 3 },
            bench.Read(static tables => tables.CountPending()),
            "each kind of waiting is counted");
    }
}
