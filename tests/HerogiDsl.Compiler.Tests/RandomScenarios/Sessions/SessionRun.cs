using System.Collections.Immutable;
using HerogiDsl.Compiler.Tests.RandomScenarios.Generation;
using HerogiDsl.Compiler.Tests.RandomScenarios.Model;
using HerogiDsl.Compiler.Tests.RandomScenarios.Rules;

namespace HerogiDsl.Compiler.Tests.RandomScenarios.Sessions;

/// <summary>
/// One session of a scenario, given events, answers and timers by chance: section 6 of the language's description, over
/// the tests' own model. It knows nothing of the compiler.
/// </summary>
internal sealed class SessionRun(
    ScenarioModel scenario, IReadOnlyDictionary<object, int> lines, Dice dice, Observed observed)
{
    private readonly Happenings _happenings = new(scenario, dice);
    private readonly List<Instance> _inbox = [];
    private readonly List<Instance> _deferred = [];
    private readonly List<Transition> _timers = [];
    private Dictionary<string, object?> _data = [];
    private readonly List<(Call Call, int Visit)> _asked = [];
    private List<Instance> _sent = [];
    private List<Instance> _scheduled = [];
    private readonly List<Instance> _counted = [];
    private bool _isClosed;
    private StateModel? _state;
    private int _visit;

    public void Run(int steps)
    {
        Begin();
        for (var i = 0; i < steps && !_isClosed; i++)
        {
            var isAnswerDue = _asked.Count > 0 && dice.Chance(45);
            if (isAnswerDue)
            {
                var index = dice.Roll(_asked.Count);
                var (call, visit) = _asked[index];
                _asked.RemoveAt(index);
                Give(_happenings.Answer(call, visit));
            }
            else if (_scheduled.Count > 0 && dice.Chance(20))
            {
                var due = _scheduled[0];
                _scheduled.RemoveAt(0);
                Give(due);
            }
            else if (_timers.Count > 0 && dice.Chance(20))
            {
                Fire();
            }
            else if (_inbox.Count > 0 && dice.Chance(70))
            {
                var next = _inbox[0];
                _inbox.RemoveAt(0);
                Give(next);
            }
            else if (_happenings.Any() is { } happened)
            {
                Give(happened);
            }
        }
    }

    private void Begin()
    {
        _state = null;
        _visit++;
        _data = [];
        foreach (var datum in scenario.Data.Where(datum => datum.MayBeNull || datum.Default is not null))
            _data[datum.Name] = datum.Default is null ? null : new Evaluation(_data, null, observed).Value(datum.Default);
        _deferred.Clear();
        _timers.Clear();
        _asked.Clear();
    }

    private void Give(Instance instance)
    {
        observed.Tell($"{_state?.Name ?? "start"} <- {instance}");
        if (instance.Asked is { } asked && asked.Visit != _visit)
            return;
        var visit = _visit;
        if (!instance.Declared.IsAnswer)
            _counted.Add(instance);
        Attempt(() => Judge(instance), instance);
        for (var again = 0; visit != _visit && _deferred.Count > 0 && again < 5; again++)
        {
            // Each is judged in its turn; one that moves the session on begins the round anew.
            visit = _visit;
            Instance[] deferred = [.. _deferred];
            _deferred.Clear();
            foreach (var late in deferred)
            {
                if (late.Asked is { } waiting && waiting.Visit != _visit)
                    continue;
                observed.Tell($"{_state?.Name ?? "start"} <- {late}, which was put off");
                Attempt(() => Judge(late), late);
            }
        }
    }

    // The earliest of the `after`s; an `every` at any time.
    private void Fire()
    {
        var afters = _timers.Where(timer => timer.Trigger is After).OrderBy(timer => ((After)timer.Trigger).Seconds).Take(1);
        Transition[] due = [.. afters, .. _timers.Where(timer => timer.Trigger is Every)];
        var timer = dice.Pick(due);
        if (timer.Trigger is After)
            _timers.RemoveAt(_timers.FindIndex(active => ReferenceEquals(active, timer)));
        observed.Tell($"{_state?.Name} <- timer of line {lines[timer]}");
        Transition[] together = timer.Trigger is Every ? [.. _timers.Where(other => other.Trigger == timer.Trigger)] : [timer];
        Attempt(() => Fire(together), null);
    }

    // What falls due at one moment does so in the order written, as long as the visit lasts.
    private void Fire(Transition[] together)
    {
        var visit = _visit;
        foreach (var timer in together.TakeWhile(_ => visit == _visit))
        {
            if (At(lines[timer], null).Holds(timer.Guard))
                Take(timer, null);
        }
    }

    private void Attempt(Action step, Instance? instance)
    {
        _sent = [];
        Count();
        try
        {
            step();
            _inbox.AddRange(_sent.Take(8));
        }
        catch (FaultException fault)
        {
            observed.Tell($"  faults: {fault.Id} in line {_line}");
            if (fault.Id != "fail")
                observed.Faults.Add(new Told(fault.Id, _line));
            // It is faulted, and waits for somebody: another session begins.
            _scheduled = [];
            _counted.Clear();
            Begin();
            return;
        }

        if (_state is not null)
            observed.Rests.Add((_state.Name, new Dictionary<string, object?>(_data)));
        else if (instance is not null)
            Begin();
    }

    // The window of an aggregate is kept whether or not the session is in the scenario, and moves on.
    private void Count()
    {
        if (_counted.Count > 1 && dice.Chance(20))
            _counted.RemoveAt(0);
        foreach (var datum in scenario.Data)
        {
            if (datum.Counted is not { } from)
                continue;
            var brought = _counted.Where(instance => instance.Declared.Name == from.Event).ToArray();
            var values = from.Function == "count" ? [] : brought.Select(instance => (long?)instance.Members["a"]).ToArray();
            _data[datum.Name] = from.Function switch
            {
                "count" => (long)brought.Length,
                "sum" => values.Sum(),
                _ => values.Max(),
            };
        }
    }

    private int _line;

    private Evaluation At(int line, Instance? instance, object? parameter = null)
    {
        _line = line;
        return new Evaluation(_data, instance, observed) { Line = line, Parameter = parameter };
    }

    // The first that holds decides.
    private void Judge(Instance instance)
    {
        if (_state is not { } state)
        {
            TakeFirst(scenario.Start, instance);
            return;
        }

        var others = scenario.Anywhere.Where(transition => transition.Target != state.Name);
        if (TakeFirst(state.Transitions, instance) || PutOff(state.Defers, instance)
            || TakeFirst(others, instance) || PutOff(scenario.AnywhereDefers, instance))
        {
            return;
        }

        if (instance.Asked is { } asked)
            observed.Untaken.Add((state.Name, instance.Declared.Name, lines[asked.Call]));
    }

    private bool TakeFirst(IEnumerable<Transition> list, Instance instance)
    {
        foreach (var transition in list.Where(transition => transition.Trigger.Takes(instance.Declared)))
        {
            if (transition.Trigger is On { Label: { } label } && label != instance.Asked?.Call.Label)
                continue;
            if (!At(lines[transition], instance).Holds(transition.Guard))
                continue;
            if (_state is not null)
                observed.Taken.Add((_state.Name, instance.Declared.Name));
            Take(transition, instance);
            return true;
        }

        return false;
    }

    private bool PutOff(ImmutableArray<Defer> defers, Instance instance)
    {
        if (defers.FirstOrDefault(defer => defer.Event == instance.Declared.Name) is not { } found)
            return false;
        observed.Done.Add(found);
        if (!found.IsIgnore && _deferred.Count < 10)
            _deferred.Add(instance);
        return true;
    }

    private void Take(Transition transition, Instance? instance)
    {
        observed.Done.Add(transition);
        if (transition.Target is not { } name)
        {
            Do(transition.Do, instance, null);
            return;
        }

        var (from, target) = (_state, scenario.State(name));
        Do(from?.Exit ?? [], instance, null);
        _visit++;
        Do(transition.Do, instance, null);
        _state = target;
        Do(target.Statements, instance, null);
        observed.Entered.Add(name);
        observed.Moves.Add((from?.Name ?? "start", name));
        observed.Tell($"  -> {name}");
        if (target.IsEnd)
        {
            _isClosed = scenario.IsOnce;
            Begin();
            return;
        }

        _timers.Clear();
        _timers.AddRange(scenario.Leaving(target).Where(candidate => candidate.Trigger.IsTimer));
    }

    private void Do(ImmutableArray<Stmt> statements, Instance? instance, object? parameter)
    {
        foreach (var statement in statements)
        {
            var here = At(lines[statement], instance, parameter);
            switch (statement)
            {
                case Set set:
                    _data[set.Datum] = scenario.Datum(set.Datum).MayBeNull ? here.Value(set.Value) : here.Need(set.Value);
                    break;
                case If @if:
                    var taken = @if.Branches.FirstOrDefault(branch => At(lines[branch], instance, parameter).Holds(branch.Condition));
                    Do(taken?.Then ?? @if.Else, instance, parameter);
                    break;
                case Log log:
                    foreach (var hole in log.Holes)
                        here.Value(hole);
                    break;
                case Send send:
                    Post(send, here);
                    break;
                case Cancel cancel:
                    _scheduled.RemoveAll(instance => instance.Declared.Name == cancel.Event);
                    break;
                case Call call:
                    Ask(call, here);
                    break;
                case Run run:
                    var argument = run.Argument is null ? null : here.Need(run.Argument);
                    Do(scenario.Action(run.Action).Body, instance, argument);
                    break;
                case Fail:
                    throw new FaultException("fail");
            }
        }
    }

    private void Post(Send send, Evaluation here)
    {
        var declared = scenario.Event(send.Event);
        var members = declared.Fields.ToDictionary(field => field.Name, field =>
        {
            var given = send.Payload.FirstOrDefault(part => part.Field == field.Name).Value;
            return given is null ? null : field.MayBeNull ? here.Value(given) : here.Need(given);
        });
        if (!send.IsForOther)
            (send.IsLater ? _scheduled : _sent).Add(new Instance(declared, members, null));
    }

    private void Ask(Call call, Evaluation here)
    {
        if (call.Hole is not null && (call.Condition is null || here.Value(call.Condition) is not null)
            && here.Value(call.Hole) is null && call.Method != "email")
        {
            observed.Faults.Add(new Told("HRG4007", here.Line));
        }

        foreach (var hole in call.Json)
            here.Value(hole);
        if (call.Returns is not null)
            _asked.Add((call, _visit));
    }
}
