using HerogiDsl.Runtime.Storage;
using static HerogiDsl.Testing.Conformance.SampleRows;

namespace HerogiDsl.Testing.Conformance.Rules;

/// <summary>What is delivered later is found by its time, and by its session.</summary>
internal static class ScheduledRules
{
    public static IReadOnlyList<StoreRule> All { get; } =
    [
        new(AScheduledEventComesBackAsItWent),
        new(TheOldestIsDeliveredFirst),
        new(OfOneMomentTheyComeInTheOrderWritten),
        new(OneScheduledEventGoes),
        new(WhatAScenarioScheduledIsCancelled),
        new(APostponedEventFallsDueLater),
        new(TheNextOneScheduledIsFound),
        new(ASessionsEventsAreReadTheNextFirst),
    ];

    private static void AScheduledEventComesBackAsItWent(StoreBench bench)
    {
        ScheduledRow[] rows = [Later() with { To = "Other", Payload = Json("""{"a":1}""") }, Later(1)];
        bench.Write(tables => Array.ForEach(rows, tables.Scheduled.Add));
        Expect.Same(rows, bench.Read(static tables => tables.Scheduled.Read(Session, 10)), "what is scheduled comes back as it went");
        Expect.Same(
            rows, bench.Read(static tables => tables.Scheduled.ReadDue(Noon.AddDays(1), 10)), "what falls due comes back as it went");
    }

    private static void TheOldestIsDeliveredFirst(StoreBench bench)
    {
        bench.Write(static tables =>
        {
            foreach (var minute in (int[])[3, 1, 4, 0, 2])
                tables.Scheduled.Add(Later(minute, $"s{minute}"));
        });
        Expect.Same(new[] { "s0", "s1", "s2" }, Due(bench, 2, 10), "those of the time and before, the oldest first");
        Expect.Same(new[] { "s0", "s1" }, Due(bench, 4, 2), "no more than the limit");
        Expect.Same(Array.Empty<string>(), Due(bench, -0.00001, 10), "none is due yet");
        Expect.Same(Array.Empty<string>(), Due(bench, 4, 0), "a page of none is empty");
    }

    private static void OfOneMomentTheyComeInTheOrderWritten(StoreBench bench)
    {
        bench.Write(static tables =>
        {
            foreach (var session in (string[])["c", "a", "d", "b"])
                tables.Scheduled.Add(Later(0, session));
        });
        Expect.Same(new[] { "c", "a", "d", "b" }, Due(bench, 0, 10), "in the order written");
    }

    private static void OneScheduledEventGoes(StoreBench bench)
    {
        var (row, other) = (Later(), Later());
        bench.Write(tables =>
        {
            tables.Scheduled.Add(row);
            tables.Scheduled.Add(other);
        });
        bench.Write(tables =>
        {
            tables.Scheduled.Remove(row.Id);
            tables.Scheduled.Remove(1_000_000);
        });
        Expect.Same(new[] { other }, bench.Read(static tables => tables.Scheduled.Read(Session, 10)), "the other stays");
    }

    private static void WhatAScenarioScheduledIsCancelled(StoreBench bench)
    {
        bench.Write(static tables =>
        {
            tables.Scheduled.Add(Later(0));
            tables.Scheduled.Add(Later(9) with { To = "Other" });
            tables.Scheduled.Add(Later(1, name: "Kept"));
            tables.Scheduled.Add(Later(2, scenario: "Kept"));
            tables.Scheduled.Add(Later(3, "kept"));
        });
        bench.Write(static tables =>
        {
            tables.Scheduled.Cancel(Scenario, Session, "Reminder");
            tables.Scheduled.Cancel(Scenario, Session, "Unknown");
        });
        var left = bench.Read(static tables => tables.Scheduled.ReadDue(Noon.AddDays(1), 10));
        Expect.Same(
            new[] { 1, 2, 3 },
            left.Select(static row => (row.DueAt - Noon).Minutes).ToArray(),
            "other events, scenarios and sessions keep theirs");
    }

    private static void APostponedEventFallsDueLater(StoreBench bench)
    {
        var (row, other) = (Later(0, "late"), Later(1, "early"));
        bench.Write(tables =>
        {
            tables.Scheduled.Add(row);
            tables.Scheduled.Add(other);
        });
        bench.Write(tables =>
        {
            tables.Scheduled.Postpone(row.Id, Noon.AddMinutes(5));
            tables.Scheduled.Postpone(1_000_000, Noon);
        });
        Expect.Same(new[] { "early" }, Due(bench, 4, 10), "it is not due at its old time");
        Expect.Same(new[] { "early", "late" }, Due(bench, 5, 10), "it is due at its new one");
        Expect.Same(
            new[] { row with { DueAt = Noon.AddMinutes(5) } },
            bench.Read(static tables => tables.Scheduled.Read("late", 10)),
            "nothing else has changed");
    }

    private static void TheNextOneScheduledIsFound(StoreBench bench)
    {
        Expect.Same(null, bench.Read(static tables => tables.Scheduled.FindNextDue()), "nothing is scheduled");
        var first = Later(2);
        bench.Write(tables =>
        {
            tables.Scheduled.Add(Later(5));
            tables.Scheduled.Add(first);
        });
        Expect.Same(Noon.AddMinutes(2), bench.Read(static tables => tables.Scheduled.FindNextDue()), "the earliest");
        bench.Write(tables => tables.Scheduled.Remove(first.Id));
        Expect.Same(Noon.AddMinutes(5), bench.Read(static tables => tables.Scheduled.FindNextDue()), "then the next");
    }

    private static void ASessionsEventsAreReadTheNextFirst(StoreBench bench)
    {
        bench.Write(static tables =>
        {
            tables.Scheduled.Add(Later(5, name: "Third"));
            tables.Scheduled.Add(Later(1, "other"));
            tables.Scheduled.Add(Later(2, name: "First"));
            tables.Scheduled.Add(Later(2, name: "Second", scenario: "Other"));
        });
        Expect.Same(new[] { "First", "Second", "Third" }, Names(10), "the next first, of all scenarios");
        Expect.Same(new[] { "First", "Second" }, Names(2), "no more than the limit");

        string[] Names(int limit) =>
            [.. bench.Read(tables => tables.Scheduled.Read(Session, limit)).Select(static row => row.Event)];
    }

    private static string[] Due(StoreBench bench, double minute, int limit) =>
        [.. bench.Read(tables => tables.Scheduled.ReadDue(Noon.AddMinutes(minute), limit)).Select(static row => row.SessionId)];
}
