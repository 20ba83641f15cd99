using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using HerogiDsl.Runtime.Storage;
using HerogiDsl.Testing.Simulation;

namespace HerogiDsl.Testing.Tests.Simulation;

/// <summary>
/// Knows what must hold, from what becomes safe in the store, what the senders were told and what the network saw. It
/// works with its own picture of everything, and asks the engine nothing.
/// </summary>
internal sealed partial class Ledger(SimulatedTime time, SimulatedNetwork network)
{
    private readonly Dictionary<(string Scenario, string SessionId), InstanceLedger> _instances = [];
    private readonly Dictionary<long, InstanceLedger> _owners = [];
    private readonly Dictionary<long, OutboxRow> _calls = [];
    private readonly HashSet<long> _begun = [];
    private readonly Dictionary<long, ScheduledRow> _scheduled = [];
    private readonly Dictionary<(string Scenario, string Event, long Number), long> _accepted = [];
    private readonly HashSet<string> _ids = [];
    private readonly Dictionary<InstanceLedger, LedgerStep> _steps = [];
    private long _sequence;
    private OutboxRow? _answered;
    private TimerRow? _fired;
    private ScheduledRow? _delivered;
    private bool _mayCount;

    /// <summary>What does not hold; null as long as all does.</summary>
    public string? Problem { get; private set; }

    /// <summary>What there was: the outcomes of steps, unknown answers, ids that were known.</summary>
    public HashSet<string> Seen { get; } = [];

    public IEnumerable<InstanceLedger> Instances => _instances.Values;

    public IReadOnlyDictionary<long, OutboxRow> Calls => _calls;

    public IReadOnlyDictionary<long, ScheduledRow> Scheduled => _scheduled;

    /// <summary>What was done by hand.</summary>
    public HandLedger ByHand { get; } = new();

    /// <summary>The last place that was given.</summary>
    public long Latest => _sequence;

    /// <summary>Whether nothing is left that has to be done at once.</summary>
    public bool IsQuiet => _calls.Count == 0 && _instances.Values.All(instance => instance.Waiting.Count == 0);

    public void Report(string problem) => Problem ??= problem;

    /// <summary>Whether an event has come to a scenario.</summary>
    public bool HasAccepted(string scenario, string @event, long number) => PlaceOf(scenario, @event, number) > 0;

    /// <summary>The place that an event was given in a scenario; 0 where it has not come to it.</summary>
    public long PlaceOf(string scenario, string @event, long number) =>
        _accepted.GetValueOrDefault((scenario, @event, number));

    /// <summary>A call leaves, or an action begins.</summary>
    public void Begun(string sessionId, OutboxRow? call)
    {
        if (call is null && !_calls.Values.Any(row => row.SessionId == sessionId && row.Kind == OutboxKind.Action))
            Report($"an action of '{sessionId}' is begun that is not asked for any more");
        // One that was marked before its session was erased is under way.
        if (call is not null && !_calls.ContainsKey(call.Id) && (call.IsRepeatable || !_begun.Contains(call.Id)))
            Report($"the call {call.Id} of '{sessionId}' is made, which is not asked for any more");
    }

    /// <summary>A transaction is safe.</summary>
    public void Committed(IReadOnlyList<StoreWrite> writes)
    {
        _steps.Clear();
        _mayCount = false;
        foreach (var write in writes)
            Apply(write);
        ExpectAnswered();
        ExpectDelivered();
        foreach (var step in _steps.Values)
            Judge(step);
    }

    private void Judge(LedgerStep step)
    {
        if (StepRules.FindProblem(step) is { } problem)
            Report($"{step.Instance}: {problem}");
    }

    // What follows in the transaction is done by somebody else.
    private void End(InstanceLedger instance)
    {
        if (_steps.Remove(instance, out var step))
            Judge(step);
    }

    private void Apply(StoreWrite write)
    {
        switch (write)
        {
            case InboxAdded added:
                Add(added.Row with { });
                break;
            case InboxRemoved removed:
                Done(removed.Sequence, isDeferred: false);
                break;
            case InboxDeferred deferred:
                Done(deferred.Sequence, isDeferred: true);
                break;
            case DeferredReleased or DeferredDropped or DueTimersDropped:
                ApplyToWaiting(write);
                break;
            case InstanceSaved or InstanceRemoved or HistoryAdded:
                ApplyToInstance(write);
                break;
            case SessionErased or HistoryErased or HistoryForgotten:
                ApplyErasing(write);
                break;
            case OutboxAdded or OutboxRemoved or CallBegun or CallPostponed or TotalAdded:
                ApplyToCalls(write);
                break;
            case TimerAdded or TimerRemoved or TimersRemoved:
                ApplyToTimers(write);
                break;
            case ScheduledAdded or ScheduledRemoved or ScheduledCancelled:
                ApplyToScheduled(write);
                break;
            case IdAdded id when id.WasNew != _ids.Add(id.EventId):
                Report($"the id '{id.EventId}' is {(id.WasNew ? "taken for a new one again" : "known, and nobody has sent it")}");
                break;
            case IdAdded { WasNew: false }:
                Seen.Add("known id");
                break;
        }
    }

    private void Add(InboxRow row)
    {
        if (row.Sequence <= _sequence)
            Report($"the place {row.Sequence} is given twice");
        _sequence = row.Sequence;
        var step = StepOf(row.Scenario, row.SessionId);
        if (row is { Kind: InboxKind.Timer, Visit: 0 })
        {
            End(step.Instance);
            step = StepOf(row.Scenario, row.SessionId);
            step.Seat = row.Sequence;
        }

        step.Instance.Waiting.Add(row.Sequence, row);
        _owners.Add(row.Sequence, step.Instance);
        switch (row.Kind)
        {
            case InboxKind.Event when !_accepted.TryAdd((row.Scenario, row.Event ?? "", NumberIn(row.Payload)), row.Sequence):
                Report($"'{row.Event}' {NumberIn(row.Payload)} comes to {step.Instance} twice");
                break;
            case InboxKind.Event when row.Event == "Echo" && _delivered is { } due && due.SessionId == row.SessionId:
                _delivered = null;
                break;
            case InboxKind.Event when row.Event == "Echo":
                Report($"'Echo' comes to {step.Instance} without having been scheduled");
                break;
            case InboxKind.Event when row.Event == "Note":
                StepOf("Orders", row.SessionId).Notes++;
                break;
            case InboxKind.Timer when step.Seat == row.Sequence:
                break;
            case InboxKind.Timer when _fired is not { } fired || fired.Visit != row.Visit || fired.Timer != row.Timer:
                Report($"a timer of {step.Instance} fires that was not there");
                break;
            case InboxKind.Timer:
                _fired = null;
                break;
            case InboxKind.Answer or InboxKind.Failure:
                Answered(row);
                break;
        }
    }

    private void Answered(InboxRow row)
    {
        if (_answered is not { } call || call.Visit != row.Visit || call.SessionId != row.SessionId || call.Label != row.Label)
        {
            Report($"an answer comes to '{row.SessionId}' that nobody has asked for, or for the second time");
            return;
        }

        _answered = null;
        if (call.Kind == OutboxKind.Action)
            return;
        var mayHave = !call.IsRepeatable && network.Attempts.Any(attempt => attempt.Row.Id == call.Id && attempt.MayHaveHappened);
        var isUnknown = Encoding.UTF8.GetString(row.Payload.Span).Contains("\"unknown\":true", StringComparison.Ordinal);
        if (isUnknown)
            Seen.Add("unknown");
        if (mayHave && !isUnknown)
            Report($"the call {call.Id} may have happened, and its answer does not say so");
        if (isUnknown && !mayHave && (call.IsRepeatable || !_begun.Contains(call.Id)))
            Report($"the call {call.Id} certainly did not happen, or may be repeated, and its answer is 'unknown'");
    }

    private void ExpectAnswered()
    {
        if (_answered is { Returns: not null } call)
            Report($"the answer to the call {call.Id} of '{call.SessionId}' is lost");
        _answered = null;
    }

    private void ExpectDelivered()
    {
        if (_fired is { } timer)
            Report($"the timer {timer} is gone, and has not fired");
        if (_delivered is { } row)
            Report($"the scheduled event {row.Id} of '{row.SessionId}' is gone, and was not delivered");
        _fired = null;
        _delivered = null;
    }

    private void Done(long sequence, bool isDeferred)
    {
        if (!_owners.TryGetValue(sequence, out var instance) || !instance.Waiting.Remove(sequence, out var row))
        {
            Report($"the row {sequence} is judged twice, or was never there");
            return;
        }

        var step = StepOf(instance.Scenario, instance.SessionId);
        if (sequence == step.Seat || (row.Kind == InboxKind.Failure && (step.IsRetried || step.Seat > 0)))
            return;
        if (instance.Waiting.Count > 0 && instance.Waiting.First().Key < sequence)
            Report($"{instance}: the row {sequence} is judged before {instance.Waiting.First().Key}, which came first");
        if (step.Done is not null)
            Report($"{instance}: two rows are judged at once");
        step.Done = row;
        step.WasDeferred = isDeferred;
        if (isDeferred)
            instance.Deferred.Add(sequence, row with { WasDeferred = true });
        else
            _owners.Remove(sequence);
    }

    private void ApplyToWaiting(StoreWrite write)
    {
        switch (write)
        {
            case DeferredReleased released:
                var instance = StepOf(released.Scenario, released.SessionId).Instance;
                foreach (var (sequence, row) in instance.Deferred)
                    instance.Waiting.Add(sequence, row);
                instance.Deferred.Clear();
                break;
            case DeferredDropped dropped:
                var step = StepOf(dropped.Scenario, dropped.SessionId);
                step.HasDroppedDeferred = true;
                step.Instance.Deferred.Clear();
                break;
            case DueTimersDropped due when StepOf(due.Scenario, due.SessionId) is { Seat: > 0 } put:
                foreach (var row in put.Instance.Waiting.Values.Where(row => row.Kind == InboxKind.Timer).ToList())
                    put.Instance.Waiting.Remove(row.Sequence);
                break;
            default:
                Report("timers that have fallen due are dropped, where nobody has put the session elsewhere");
                break;
        }
    }

    private void ApplyToInstance(StoreWrite write)
    {
        switch (write)
        {
            case InstanceSaved saved:
                var step = StepOf(saved.Row.Scenario, saved.Row.SessionId);
                step.Saved = saved.Row;
                step.Instance.Visit = saved.Row.Visit;
                break;
            case InstanceRemoved removed:
                StepOf(removed.Scenario, removed.SessionId).IsRemoved = true;
                break;
            case HistoryAdded told:
                Tell(StepOf(told.Row.Scenario, told.Row.SessionId), told.Row);
                break;
        }
    }

    private void Tell(LedgerStep step, HistoryRow row)
    {
        step.History.Add(row);
        Seen.Add(row.Outcome);
        ByHand.Told(step.Instance, row);
        if (row.Outcome == "put" && !ByHand.TakeAsked(row))
            Report($"{step.Instance} is put into '{row.To}', and nobody has asked for that");
        if (row.Outcome == "put")
            End(step.Instance);
    }

    private void ApplyToCalls(StoreWrite write)
    {
        switch (write)
        {
            case OutboxAdded asked:
                _calls.Add(asked.Row.Id, asked.Row with { });
                StepOf(asked.Row.Scenario, asked.Row.SessionId).Calls++;
                break;
            case OutboxRemoved { WasThere: false } or CallPostponed { WasThere: false }:
                _mayCount = false;
                Seen.Add("gone");
                break;
            case TotalAdded { Name: not Totals.Stale } total
                when !_mayCount && !total.Name.StartsWith("ended/", StringComparison.Ordinal):
                Report($"'{total.Name}' is counted for a call that is gone");
                break;
            case OutboxRemoved removed:
                ExpectAnswered();
                _mayCount = true;
                if (!_calls.Remove(removed.Id, out _answered))
                    Report($"the call {removed.Id} is answered twice");
                break;
            case CallBegun begun when _calls.ContainsKey(begun.Id):
                _begun.Add(begun.Id);
                break;
            case CallPostponed postponed:
                _begun.Remove(postponed.Id);
                _mayCount = true;
                Seen.Add("again");
                if (!_calls.ContainsKey(postponed.Id))
                    Report($"the call {postponed.Id} is put off, and was never there");
                break;
        }
    }

    private void ApplyToTimers(StoreWrite write)
    {
        switch (write)
        {
            case TimerAdded added:
                var step = StepOf(added.Row.Scenario, added.Row.SessionId);
                step.Timers++;
                if (!step.Instance.Timers.TryAdd((added.Row.Visit, added.Row.Timer), added.Row))
                    Report($"the timer {added.Row} is started twice");
                break;
            case TimerRemoved removed:
                ExpectDelivered();
                Seen.Add("fired");
                var fired = StepOf(removed.Row.Scenario, removed.Row.SessionId).Instance.Timers;
                if (!fired.Remove((removed.Row.Visit, removed.Row.Timer), out _fired))
                    Report($"the timer {removed.Row} fires twice");
                else if (_fired.DueAt > time.Latest)
                    Report($"the timer {removed.Row} fires too soon");
                break;
            case TimersRemoved all:
                StepOf(all.Scenario, all.SessionId).Instance.Timers.Clear();
                break;
        }
    }

    private void ApplyToScheduled(StoreWrite write)
    {
        switch (write)
        {
            case ScheduledAdded added:
                _scheduled.Add(added.Row.Id, added.Row with { });
                StepOf(added.Row.Scenario, added.Row.SessionId).Scheduled++;
                break;
            case ScheduledRemoved removed:
                ExpectDelivered();
                Seen.Add("delivered");
                if (!_scheduled.Remove(removed.Id, out _delivered))
                    Report($"the scheduled event {removed.Id} is delivered twice");
                else if (_delivered.DueAt > time.Latest)
                    Report($"the scheduled event {removed.Id} is delivered too soon");
                break;
            case ScheduledCancelled cancelled:
                foreach (var row in _scheduled.Values.Where(row => row.SessionId == cancelled.SessionId
                    && row.Scenario == cancelled.Scenario && row.Event == cancelled.Event).ToList())
                    _scheduled.Remove(row.Id);
                break;
        }
    }

    private LedgerStep StepOf(string scenario, string sessionId)
    {
        ref var instance = ref CollectionsMarshal.GetValueRefOrAddDefault(_instances, (scenario, sessionId), out _);
        instance ??= new InstanceLedger(scenario, sessionId);
        if (!_steps.TryGetValue(instance, out var step))
            _steps.Add(instance, step = new LedgerStep(instance));
        return step;
    }

    /// <summary>The number of an event: each has its own.</summary>
    public static long NumberIn(ReadOnlyMemory<byte> payload)
    {
        var json = payload.Span;
        var start = json.IndexOf("\"n\":"u8) + 4;
        var length = json[start..].IndexOfAny((byte)',', (byte)'}');
        return long.Parse(json.Slice(start, length), CultureInfo.InvariantCulture);
    }
}
