using System.Globalization;
using HerogiDsl.Testing.Simulation;

namespace HerogiDsl.Testing.Tests.Simulation;

/// <summary>Those who drop what has faulted a session, put sessions elsewhere, erase them, and look at lists.</summary>
internal sealed class Operators(World world, SeededRandom random)
{
    private static readonly OperatorNote Note = new("Ada", "it is simulated");

    private static readonly Dictionary<string, string[]> StatesOf = new(StringComparer.Ordinal)
    {
        ["Orders"] = ["Open", "Posting", "Fetching", "Mailing", "Judging", "Holding"],
        ["Notes"] = ["Hearing", "Waiting"],
    };

    public void Plan(TimeSpan until)
    {
        // Not in each world: sessions that nobody touches live longest.
        if (random.OneIn(3))
            Some(until, 4, () => Choose(one => one.IsFaulted, Skip));
        if (random.OneIn(3))
            Some(until, 4, () => Choose(static _ => true, Put));
        if (random.OneIn(3))
            Some(until, 3, () => Choose(static _ => true, Erase));
        if (random.OneIn(8))
            Some(until, 3, List);
    }

    private void Some(TimeSpan until, int most, Action happen)
    {
        for (var count = random.Between(1, most); count > 0; count--)
        {
            world.At(until * (random.Below(10_000) / 10_000.0), () =>
            {
                if (!world.IsCalm)
                    happen();
            });
        }
    }

    private void Choose(Func<InstanceLedger, bool> condition, Action<SimulatedProcess, InstanceLedger> act)
    {
        var instances = world.Ledger.Instances.Where(condition).ToList();
        if (world.Running is { } process && instances.Count > 0)
            act(process, random.Pick(instances));
    }

    private void Skip(SimulatedProcess process, InstanceLedger one)
    {
        var key = ("skipped", one.Scenario, one.SessionId);
        world.Trace.Note("skip");
        Do(process, key, () => process.Operator.SkipAsync(one.SessionId, one.Scenario, random.OneIn(2) ? Note : null));
    }

    private void Put(SimulatedProcess process, InstanceLedger one)
    {
        var key = ("put", one.Scenario, one.SessionId);
        var (state, count) = (random.Pick(StatesOf[one.Scenario]), random.Below(1000));
        world.Trace.Note("put", count);
        world.Ledger.ByHand.AskToPut(one.Scenario, one.SessionId, state, count);
        var data = string.Create(
            CultureInfo.InvariantCulture, $"{{\"count\":{count}{(one.Scenario == "Orders" ? ",\"told\":0" : "")}}}");
        Do(process, key, async () =>
        {
            await process.Operator.MoveAsync(one.SessionId, new MoveTarget(one.Scenario, state, data), Note);
            return true;
        });
    }

    private void Erase(SimulatedProcess process, InstanceLedger one)
    {
        world.Trace.Note("erase");
        Do(process, ("erased", "", one.SessionId), async () =>
        {
            await process.Operator.EraseAsync(one.SessionId);
            return true;
        });
    }

    /// <summary>Does something, which must be safe when it says that it is done.</summary>
    private void Do(SimulatedProcess process, (string What, string Scenario, string SessionId) key, Func<Task<bool>> work)
    {
        var before = world.Ledger.ByHand.CountOf(key.What, key.Scenario, key.SessionId);
        Try(process, async () =>
        {
            if (await work() && world.Ledger.ByHand.CountOf(key.What, key.Scenario, key.SessionId) == before)
                world.Ledger.Report($"'{key.SessionId}' is told to be {key.What} in '{key.Scenario}', and is not");
        });
    }

    private void List()
    {
        if (world.Running is not { } process)
            return;
        Try(process, async () =>
        {
            string? after = null;
            var pageSize = random.Between(1, 3);
            while (await process.Monitor.ListInstancesAsync(new InstanceFilter("Orders"), after, pageSize) is { Count: > 0 } page)
            {
                foreach (var one in page)
                {
                    if (after is not null && string.CompareOrdinal(one.SessionId, after) <= 0)
                        world.Ledger.Report($"'{one.SessionId}' is listed after '{after}'");
                    after = one.SessionId;
                }
            }
        });
    }

    private void Try(SimulatedProcess process, Func<Task> work) => process.Do(async () =>
    {
        try
        {
            await work();
        }
        catch (Exception exception) when (exception is IOException or InvalidOperationException or SimulatedCrashException)
        {
            // Nobody knows whether it is done.
        }
        catch (Exception exception)
        {
            world.Ledger.Report($"by hand: {exception}");
        }
    });
}
