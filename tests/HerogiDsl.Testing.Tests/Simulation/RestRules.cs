using HerogiDsl.Runtime.Storage;
using HerogiDsl.Testing.Simulation;

namespace HerogiDsl.Testing.Tests.Simulation;

/// <summary>What must hold when everything has come to rest.</summary>
internal static class RestRules
{
    private static readonly string[] Scenarios = ["Notes", "Orders"];

    public static string? FindProblem(Ledger ledger, IStore store, SimulatedNetwork network, DateTimeOffset now)
    {
        store.Open();
        return FindInCalls(network) ?? FindInActions(network) ?? FindDue(ledger, now)
            ?? store.Read(tables => FindInStore(ledger, tables));
    }

    private static string? FindInCalls(SimulatedNetwork network)
    {
        foreach (var attempts in network.Attempts.GroupBy(attempt => attempt.Row.Id).Select(tries => tries.ToList()))
        {
            var row = attempts[0].Row;
            if (!row.IsRepeatable && attempts.SkipLast(1).Any(attempt => attempt.MayHaveHappened))
                return $"the call {row.Id} of '{row.SessionId}' is repeated although it may have happened";
            if (attempts.Any(attempt => !attempt.Row.Request.Span.SequenceEqual(row.Request.Span)))
                return $"the call {row.Id} of '{row.SessionId}' is repeated with another key, body or header";
        }

        return null;
    }

    private static string? FindInActions(SimulatedNetwork network) => network.Actions
        .GroupBy(attempt => attempt.Key)
        .Where(attempts => attempts.Select(attempt => attempt.Asked).Distinct().Count() > 1)
        .Select(attempts => $"the action '{attempts.Key}' is repeated with other arguments")
        .FirstOrDefault();

    private static string? FindDue(Ledger ledger, DateTimeOffset now)
    {
        // The engine looks at the clock once an hour at least, and the clock was set last before that.
        var past = now - TimeSpan.FromMinutes(1);
        if (ledger.Scheduled.Values.FirstOrDefault(row => row.DueAt < past) is { } scheduled)
            return $"the scheduled event {scheduled.Id} of '{scheduled.SessionId}' is not delivered";
        return ledger.Instances.SelectMany(instance => instance.Timers.Values).FirstOrDefault(timer => timer.DueAt < past) is { } timer
            ? $"the timer {timer} does not fire"
            : null;
    }

    private static string? FindInStore(Ledger ledger, IStoreTables tables)
    {
        if (tables.Inbox.ReadWaiting(0, 1000).Count is var waiting and > 0)
            return $"{waiting} rows wait in the store that nobody knows of";
        if (tables.Outbox.ListConnections().Count > 0)
            return "a call waits in the store that nobody knows of";
        if (FindUnknown(ledger, tables) is { } unknown)
            return unknown;
        foreach (var instance in ledger.Instances)
        {
            var row = tables.Instances.Find(instance.Scenario, instance.SessionId);
            if (row?.State != instance.State)
                return $"{instance} is in '{row?.State}', and '{instance.State}' is right";
            if (row is not null && row.Deferred != instance.Deferred.Count)
                return $"{instance} has deferred {row.Deferred} events, and {instance.Deferred.Count} is right";
            var steps = tables.History.Read(instance.SessionId, instance.Scenario, 0, 10_000).Count;
            if (steps != instance.Steps)
                return $"the history of {instance} has {steps} rows, and {instance.Steps} is right";
        }

        return null;
    }

    // What is in the store and should not be: an erased session leaves nothing.
    private static string? FindUnknown(Ledger ledger, IStoreTables tables)
    {
        var pending = tables.CountPending();
        var timers = ledger.Instances.Sum(instance => instance.Timers.Count);
        var deferred = ledger.Instances.Sum(instance => instance.Deferred.Count);
        if ((pending.Timers, pending.Scheduled, pending.Deferred) != (timers, ledger.Scheduled.Count, deferred))
            return $"{pending} are in the store; {timers} timers, {ledger.Scheduled.Count} scheduled and {deferred} deferred are right";
        foreach (var scenario in Scenarios)
        {
            var listed = tables.Instances.List(new InstanceQuery(scenario, null, null), "", 1000).Select(row => row.SessionId);
            var known = ledger.Instances.Where(one => one.Scenario == scenario && one.State is not null).Select(one => one.SessionId);
            if (!listed.SequenceEqual(known.Order(StringComparer.Ordinal)))
                return $"{string.Join(',', listed)} are in '{scenario}', and {string.Join(',', known)} are right";
        }

        return ledger.ByHand.Erased
            .Where(id => ledger.Instances.All(instance => instance.SessionId != id))
            .Where(id => tables.History.Read(id, null, 0, 1).Count > 0
                || Scenarios.Any(scenario => tables.Aggregates.Read(scenario, id).Count > 0))
            .Select(id => $"the session '{id}' is erased, and its history or windows are not")
            .FirstOrDefault();
    }
}
