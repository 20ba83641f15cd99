using System.Text.Json;
using HerogiDsl.Runtime.Hosting;
using HerogiDsl.Runtime.Inbox;
using HerogiDsl.Runtime.Outbox;
using HerogiDsl.Runtime.Sessions;
using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Runtime.Operations;

/// <summary>A state that a session is put into.</summary>
/// <param name="State">The state with its data.</param>
/// <param name="Data">The same as it is stored.</param>
/// <param name="Timers">The timers that start.</param>
internal sealed record EnteredState(IState State, ReadOnlyMemory<byte> Data, IReadOnlyList<StartedTimer> Timers);

/// <summary>Puts a session into a state, as if a transition had led there: a new visit begins.</summary>
internal sealed class MoveWork(IScenario scenario, EnteredState target, ByHand byHand, EngineParts parts) : AwaitedWork
{
    private Instance? _after;
    private IReadOnlyList<InboxRow> _waiting = [];
    private IReadOnlyList<TimerRow> _timers = [];

    public override void Execute(IStoreTables tables)
    {
        parts.Scheduler.Overtake(byHand.SessionId);
        var before = tables.Instances.Find(scenario.Name, byHand.SessionId);
        var seat = TakeSequence(tables);
        _timers =
        [
            .. target.Timers
                .Select(timer => EffectPlanner.PlanTimer(seat, timer, (byHand.At, byHand.At), seat.Sequence))
                .OfType<TimerRow>(),
        ];
        LeaveVisit(tables);
        tables.Inbox.Release(scenario.Name, byHand.SessionId);
        _waiting = tables.Inbox.ReadWaiting(scenario.Name, byHand.SessionId);
        _after = new Instance(Enter(seat.Sequence), target.State);
        tables.Instances.Save(_after.Row);
        foreach (var timer in _timers)
            tables.Timers.Add(timer);
        if (parts.Options.History)
        {
            tables.History.Add(byHand.Tell(scenario, "put", before) with
            {
                To = target.State.StateName,
                Sets = TellData(),
            });
        }
    }

    public override void Committed()
    {
        if (_after is not null)
        {
            parts.Scheduler.Forget(byHand.SessionId, scenario.Name);
            parts.Cache.Set(scenario.Name, byHand.SessionId, _after);
            parts.Deferrals.Changed(_after.Row);
            foreach (var timer in _timers)
                parts.Timers.Started(timer.DueAt);
            parts.Scheduler.Restore(_waiting);
            parts.Scheduler.Overtake(byHand.SessionId);
        }

        base.Committed();
    }

    // A visit is the sequence of the row that begins it. Nothing is to be judged here, but the number is to be its own.
    private InboxRow TakeSequence(IStoreTables tables)
    {
        var seat = new InboxRow
        {
            Scenario = scenario.Name,
            SessionId = byHand.SessionId,
            Kind = InboxKind.Timer,
            Payload = "null"u8.ToArray(),
            AcceptedAt = byHand.At,
        };
        tables.Inbox.Add(seat);
        tables.Inbox.Remove(seat.Sequence);
        return seat;
    }

    // Answers to the visit that is left are stale; its timers, and the actions that have failed in it, are done with.
    private void LeaveVisit(IStoreTables tables)
    {
        tables.Timers.Remove(scenario.Name, byHand.SessionId);
        tables.Inbox.RemoveTimers(scenario.Name, byHand.SessionId);
        foreach (var failure in tables.Inbox.ReadWaiting(scenario.Name, byHand.SessionId).Where(row => row.Kind == InboxKind.Failure))
            tables.Inbox.Remove(failure.Sequence);
    }

    private InstanceRow Enter(long visit) => new()
    {
        Scenario = scenario.Name,
        SessionId = byHand.SessionId,
        State = target.State.StateName,
        Data = target.Data,
        Visit = visit,
        EnteredAt = byHand.At,
        Fingerprint = scenario.Fingerprint,
        HasTimers = _timers.Count > 0,
    };

    private ReadOnlyMemory<byte>? TellData()
    {
        var sets = new List<JsonElement>();
        foreach (var property in JsonBytes.Read(target.Data).EnumerateObject())
        {
            sets.Add(JsonBytes.Read(JsonBytes.Write(property.Name, static (name, writer) => writer.WriteStringValue(name))));
            sets.Add(property.Value);
        }

        return sets.Count == 0 ? null : MigratedData.ToArray(sets);
    }
}
