using HerogiDsl.Runtime.Storage;
using static HerogiDsl.Testing.Conformance.SampleRows;

namespace HerogiDsl.Testing.Conformance.Rules;

/// <summary>What falls due is found by its time, the oldest first.</summary>
internal static class TimerRules
{
    public static IReadOnlyList<StoreRule> All { get; } =
    [
        new(ATimerComesBackAsItWent),
        new(TheOldestIsDueFirst),
        new(OfOneMomentAStatesTimersComeInTheOrderWritten),
        new(ATimerOfTheSameNumberIsReplaced),
        new(AllTimersOfAnInstanceGo),
        new(OneTimerGoes),
        new(TheNextOneDueIsFound),
    ];

    private static void ATimerComesBackAsItWent(StoreBench bench)
    {
        TimerRow[] rows =
        [
            Timer(0),
            Timer(1, 1) with { Every = new CronSchedule("0 9 * * 1", "Europe/Zurich") },
            Timer(2, 2) with { Visit = 1L << 50 },
        ];
        bench.Write(tables => Array.ForEach(rows, tables.Timers.Add));
        Expect.Same(rows, bench.Read(static tables => tables.Timers.ReadDue(Noon.AddDays(1), 10)), "timers come back as they were written");
    }

    private static void TheOldestIsDueFirst(StoreBench bench)
    {
        bench.Write(static tables =>
        {
            foreach (var minute in (int[])[3, 1, 4, 0, 2])
                tables.Timers.Add(Timer(0, minute, $"s{minute}"));
        });
        Expect.Same(new[] { "s0", "s1", "s2" }, Due(2, 10), "those of the time and before, the oldest first");
        Expect.Same(new[] { "s0", "s1" }, Due(4, 2), "no more than the limit");
        Expect.Same(Array.Empty<string>(), Due(-1, 10), "none is due yet");
        Expect.Same(Array.Empty<string>(), Due(4, 0), "a page of none is empty");

        string[] Due(int minute, int limit) =>
            [.. bench.Read(tables => tables.Timers.ReadDue(Noon.AddMinutes(minute), limit)).Select(static row => row.SessionId)];
    }

    private static void OfOneMomentAStatesTimersComeInTheOrderWritten(StoreBench bench)
    {
        bench.Write(static tables =>
        {
            foreach (var number in (int[])[2, 0, 10, 1])
                tables.Timers.Add(Timer(number));
        });
        Expect.Same(
            new[] { 0, 1, 2, 10 },
            bench.Read(static tables => tables.Timers.ReadDue(Noon, 10)).Select(static row => row.Timer).ToArray(),
            "a timer's number is its place in the state");
    }

    private static void ATimerOfTheSameNumberIsReplaced(StoreBench bench)
    {
        bench.Write(static tables => tables.Timers.Add(Timer(0, 1) with { Every = new CronSchedule("* * * * *", "UTC") }));
        var next = Timer(0, 5) with { Visit = 99 };
        bench.Write(tables => tables.Timers.Add(next));
        Expect.Same(new[] { next }, bench.Read(static tables => tables.Timers.ReadDue(Noon.AddDays(1), 10)), "only the last one is there");
        Expect.Same(0, bench.Read(static tables => tables.Timers.ReadDue(Noon.AddMinutes(2), 10).Count), "the old time is forgotten");
    }

    private static void AllTimersOfAnInstanceGo(StoreBench bench)
    {
        var (other, elsewhere) = (Timer(0, 0, "other"), Timer(0, 1, scenario: "Other"));
        bench.Write(tables =>
        {
            tables.Timers.Add(Timer(0));
            tables.Timers.Add(Timer(1, 5));
            tables.Timers.Add(other);
            tables.Timers.Add(elsewhere);
        });
        bench.Write(static tables => tables.Timers.Remove(Scenario, Session));
        bench.Write(static tables => tables.Timers.Remove(Scenario, "nobody"));
        Expect.Same(
            new[] { other, elsewhere }, bench.Read(static tables => tables.Timers.ReadDue(Noon.AddDays(1), 10)), "the others stay");
    }

    private static void OneTimerGoes(StoreBench bench)
    {
        bench.Write(static tables =>
        {
            tables.Timers.Add(Timer(0));
            tables.Timers.Add(Timer(1));
        });
        bench.Write(static tables =>
        {
            tables.Timers.Remove(Timer(0));
            tables.Timers.Remove(Timer(7));
        });
        Expect.Same(new[] { Timer(1) }, bench.Read(static tables => tables.Timers.ReadDue(Noon, 10)), "the other stays");
    }

    private static void TheNextOneDueIsFound(StoreBench bench)
    {
        Expect.Same(null, bench.Read(static tables => tables.Timers.FindNextDue()), "none is set");
        bench.Write(static tables =>
        {
            tables.Timers.Add(Timer(0, 5));
            tables.Timers.Add(Timer(1, 2));
            tables.Timers.Add(Timer(2, 9));
        });
        Expect.Same(Noon.AddMinutes(2), bench.Read(static tables => tables.Timers.FindNextDue()), "the earliest");
        bench.Write(static tables => tables.Timers.Remove(Timer(1, 2)));
        Expect.Same(Noon.AddMinutes(5), bench.Read(static tables => tables.Timers.FindNextDue()), "then the next");
        bench.Reopen();
        Expect.Same(Noon.AddMinutes(5), bench.Read(static tables => tables.Timers.FindNextDue()), "still so after the store's end");
    }
}
