using HerogiDsl.Testing.Simulation;

namespace HerogiDsl.Testing.Tests.Simulation;

/// <summary>An engine that is broken on purpose is caught: or else the worlds that find nothing would prove nothing.</summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    private const int Worlds = 400;

    private static readonly Dictionary<string, Action<DiskFaults>> Mutations = new(StringComparer.Ordinal)
    {
        ["an event is acknowledged before it is safe"] = faults => faults.Pretends = Sometimes<InboxAdded>(10),
        ["a step is not committed"] = faults => faults.Pretends = Sometimes<HistoryAdded>(10),
        ["an answer is not committed"] = faults => faults.Pretends = Sometimes<OutboxRemoved>(5),
        ["the id of an event is forgotten"] = faults => faults.Forgets = write => write is IdAdded,
        ["a judged event stays in the inbox"] = faults => faults.Forgets = Each<InboxRemoved>(10),
        ["an accepted event is not written"] = faults => faults.Forgets = Each<InboxAdded>(10),
        ["a deferred event is not put aside"] = faults => faults.Forgets = Each<InboxDeferred>(2),
        ["deferred events are not judged again"] = faults => faults.Forgets = Each<DeferredReleased>(1),
        ["deferred events outlive their instance"] = faults => faults.Forgets = Each<DeferredDropped>(1),
        ["a state is not saved"] = faults => faults.Forgets = Each<InstanceSaved>(10),
        ["an ended instance stays"] = faults => faults.Forgets = Each<InstanceRemoved>(2),
        ["a step is not told"] = faults => faults.Forgets = Each<HistoryAdded>(10),
        ["a call is not written"] = faults => faults.Forgets = Each<OutboxAdded>(5),
        ["an answered call stays in the outbox"] = faults => faults.Forgets = Each<OutboxRemoved>(5),
        ["nobody knows that a call was begun"] = faults => faults.Forgets = write => write is CallBegun,
        ["a call is published twice"] = faults => faults.ShowsTwice = true,
        ["a timer is not started"] = faults => faults.Forgets = Each<TimerAdded>(5),
        ["a timer that has fired stays"] = faults => faults.Forgets = Each<TimerRemoved>(3),
        ["the timers of a state outlive it"] = faults => faults.Forgets = Each<TimersRemoved>(1),
        ["a scheduled event is not written"] = faults => faults.Forgets = Each<ScheduledAdded>(2),
        ["a session is not erased"] = faults => faults.Forgets = Each<SessionErased>(2),
        ["the erasing of a session is not committed"] = faults => faults.Pretends = Sometimes<SessionErased>(1),
        ["nobody hears which calls were erased"] = faults => faults.HidesErasedCalls = true,
        ["what is dropped by hand is not"] = faults => faults.Pretends = Told("skipped"),
        ["a session is not put where it was to be"] = faults => faults.Pretends = Told("put"),
        ["a scheduled event that was delivered stays"] = faults => faults.Forgets = Each<ScheduledRemoved>(1),
    };

    public static TheoryData<string> Names => [.. Mutations.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void ABrokenEngineIsCaught(string mutation)
    {
        var report = Simulations.Run(Worlds, Mutations[mutation]);

        output.WriteLine($"after {report.Worlds} worlds: {report.Problem}");
        Assert.NotNull(report.Problem);
    }

    private static Func<StoreWrite, bool> Each<T>(int nth)
        where T : StoreWrite
    {
        var count = 0;
        return write => write is T && ++count % nth == 0;
    }

    private static Func<IReadOnlyList<StoreWrite>, bool> Told(string outcome) =>
        writes => writes.Any(write => write is HistoryAdded told && told.Row.Outcome == outcome);

    private static Func<IReadOnlyList<StoreWrite>, bool> Sometimes<T>(int nth)
        where T : StoreWrite
    {
        var count = 0;
        return writes => writes.Any(static write => write is T) && ++count % nth == 0;
    }
}
