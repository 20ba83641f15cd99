using System.Collections.Immutable;
using HerogiDsl.Compiler.Tests.RandomScenarios.Model;
using HerogiDsl.Compiler.Tests.RandomScenarios.Rules;

namespace HerogiDsl.Compiler.Tests.RandomScenarios.Generation;

/// <summary>A scenario for each seed: first the graph, then, when it is known what leads where, what stands in it.</summary>
internal sealed class ScenarioGenerator
{
    private readonly Dice _dice;
    private readonly ImmutableArray<EventDecl> _events;
    private readonly ImmutableArray<Datum> _data;
    private readonly string[] _states;
    private readonly int _ends;
    private readonly List<ActionModel> _actions = [];
    private readonly ExpressionGenerator _guards;
    private readonly Views _narrowing;

    // Pipelines of calls, in which nothing else happens.
    private readonly bool _isPipeline;
    private int _labels;

    private ScenarioGenerator(ulong seed)
    {
        _dice = new Dice(seed);
        _events = DrawEvents();
        _data = DrawData();
        _states = [.. "ABCDEF".Take(2 + _dice.Roll(4)).Select(letter => letter.ToString())];
        _isPipeline = _dice.Chance(6) && _events.Any(declared => declared.IsAnswer);
        _ends = !_isPipeline && _dice.Chance(60) ? 1 : 0;
        _narrowing = new Views(new ScenarioModel(_events, _data, [], [], [], [], []), new HashSet<string>());
        _guards = new ExpressionGenerator(_dice, _events, _data, _narrowing);
    }

    public static ScenarioModel Generate(ulong seed) => new ScenarioGenerator(seed).Generate();

    private ScenarioModel Generate()
    {
        var states = _states.Select((name, index) => DrawState(name, index >= _states.Length - _ends)).ToArray();
        var start = Sorted([.. Enumerable.Range(0, 1 + _dice.Roll(2)).Select(_ => DrawOrdinary(isStart: true))]);
        Connect(states, ref start);
        var hasAnywhere = !_isPipeline && _dice.Chance(30);
        var graph = new ScenarioModel(
            _events,
            _data,
            [.. _actions],
            start,
            [.. states],
            hasAnywhere ? DrawAnywhere() : [],
            hasAnywhere && _dice.Chance(40) ? [DrawDefer()] : []) { IsOnce = _dice.Chance(8) };
        return new ScenarioFiller(_dice, graph).Fill();
    }

    // Most states are led to by one before them.
    private void Connect(StateModel[] states, ref ImmutableArray<Transition> start)
    {
        start = start.SetItem(0, start[0] with { Target = _states[0] });
        for (var i = 1; i < states.Length; i++)
        {
            var before = _dice.Roll(i);
            if (states[before].Transitions.IsEmpty || _dice.Chance(12))
                continue;
            var index = _dice.Roll(states[before].Transitions.Length);
            var changed = states[before].Transitions[index] with { Target = _states[i] };
            states[before] = states[before] with { Transitions = states[before].Transitions.SetItem(index, changed) };
        }
    }

    private ImmutableArray<EventDecl> DrawEvents()
    {
        var ordinary = new[] { "Go", "Tick", "Stop" }.Take(1 + _dice.Roll(3))
            .Select(name => new EventDecl(name, Origin.Ordinary, DrawFields(isConflicting: _dice.Chance(10))));
        var answers = new List<EventDecl>();
        if (_dice.Chance(45))
            answers.Add(new EventDecl("Got", Origin.Http, []));
        if (_dice.Chance(55))
        {
            var others = DrawFields(isConflicting: false).Where(field => field.Name != "a");
            answers.Add(new EventDecl("Saved", Origin.HttpAs, [new Field("a", Kind.Number, false), .. others]));
        }

        if (_dice.Chance(15))
            answers.Add(new EventDecl("Mailed", Origin.Smtp, []));
        return [.. ordinary, .. answers];
    }

    private ImmutableArray<Field> DrawFields(bool isConflicting) =>
    [
        .. new Field[]
        {
            new("a", isConflicting ? Kind.Text : Kind.Number, false),
            new("b", Kind.Text, false),
            new("c", Kind.Text, true),
            new("d", Kind.Number, true),
        }.Where(_ => _dice.Chance(45)),
    ];

    private ImmutableArray<Datum> DrawData() =>
    [
        .. new Datum[]
        {
            new("n", Kind.Number, false, new Number(0)),
            new("s", Kind.Text, false, null),
            new("k", Kind.Number, false, null),
            new("t", Kind.Text, true, _dice.Chance(20) ? new Words("x") : null),
            new("u", Kind.Number, true, null),
            new("f", Kind.Flag, false, new Flag(false)),
        }.Where(_ => _dice.Chance(45)).Take(4),
        .. _dice.Chance(20) ? DrawAggregates() : [],
    ];

    private IEnumerable<Datum> DrawAggregates()
    {
        var counted = _dice.Pick([.. _events.Where(declared => !declared.IsAnswer)]);
        string[] functions = counted.Member("a") is { Kind: Kind.Number } ? ["count", "sum", "max"] : ["count"];
        var function = _dice.Pick(functions);
        var isNull = function == "max";
        yield return new Datum("g", Kind.Number, isNull, isNull ? null : new Number(0))
        {
            Counted = new Aggregate(function, counted.Name, _dice.Chance(30)),
        };
    }

    private StateModel DrawState(string name, bool isEnd)
    {
        if (isEnd)
            return new StateModel(name, true, [], [], [], []);
        var calls = new List<Stmt>();
        var transitions = new List<Transition>();
        EventDecl[] answers = [.. _events.Where(declared => declared.IsAnswer)];
        for (var i = answers.Length == 0 ? 0 : _isPipeline ? 1 : _dice.Roll(3); i > 0; i--)
        {
            var answer = _dice.Pick(answers);
            var isSecond = transitions.Any(transition => transition.Trigger is On on && on.Event == answer.Name);
            if (!isSecond || _dice.Chance(40))
                AskAndWait(answer, isSecond && _dice.Chance(90), calls, transitions);
        }

        for (var i = _isPipeline ? 0 : _dice.Roll(3); i > 0; i--)
            transitions.Insert(_dice.Roll(transitions.Count + 1), DrawOrdinary(isStart: false));
        for (var i = !_isPipeline && _dice.Chance(40) ? 1 + _dice.Roll(2) : 0; i > 0; i--)
            transitions.Add(DrawTimer());
        if (_dice.Chance(5) && transitions.Count > 0)
            transitions.Add(Again(_dice.Pick(transitions)));
        ImmutableArray<Defer> defers = _dice.Chance(25) ? [DrawDefer()] : [];
        return new StateModel(name, false, Within(calls), Sorted(transitions), [], defers);
    }

    // What is taken without a guard comes last of its kind, mostly.
    private ImmutableArray<Transition> Sorted(List<Transition> transitions)
    {
        if (_dice.Chance(10))
            return [.. transitions];
        var sorted = transitions.OrderBy(transition => transition.Trigger is After after ? after.Seconds : 0)
            .ThenBy(transition => transition.Trigger is OnAny)
            .ThenBy(transition => transition.Guard is null)
            .ThenBy(transition => transition.Trigger is On { Label: null });
        var kept = new List<Transition>();
        foreach (var transition in sorted)
        {
            if (!kept.Any(earlier => earlier.Guard is null && (earlier.Trigger == transition.Trigger
                || (earlier is { Trigger: After, Target: not null } && transition.Trigger is After))))
            {
                kept.Add(transition);
            }
        }

        return [.. kept];
    }

    // Some calls stand in an action, some under a condition.
    private ImmutableArray<Stmt> Within(List<Stmt> calls)
    {
        if (calls.Count == 0)
            return [];
        if (_dice.Chance(12))
        {
            var action = new ActionModel("ask" + _actions.Count, null, Kind.Text, [.. calls]);
            _actions.Add(action);
            return [new Run(action.Name, null)];
        }

        return _dice.Chance(10)
            ? [new If([new Branch(_guards.Condition(new Surround(View.Unchecked, null, 4)), [.. calls])], [])]
            : [.. calls];
    }

    private void AskAndWait(EventDecl answer, bool isLabelled, List<Stmt> calls, List<Transition> transitions)
    {
        var label = isLabelled || _dice.Chance(20) ? $"call{_labels++}" : null;
        var method = answer.Origin == Origin.Smtp ? "email" : _dice.Pick(["get", "post", "put", "patch"]);
        var isHttp = method != "email";
        if (!_dice.Chance(2))
            calls.Add(new Call(label, method, answer.Name, isHttp && _dice.Chance(25), isHttp && _dice.Chance(10), null));
        else
            label = null;
        var from = label is not null && (isLabelled || _dice.Chance(70)) ? label : null;
        for (var i = _dice.Roll(3); i > 0; i--)
            transitions.Add(Wait(answer, from, DrawGuard(answer)));
        if (_dice.Chance(75))
            transitions.Add(Wait(answer, from, null));
    }

    private Transition Wait(EventDecl answer, string? from, Expr? guard) =>
        new(new On(answer.Name, from), guard, [], guard is null && _dice.Chance(50) ? null : DrawTarget());

    private Expr DrawGuard(EventDecl brought)
    {
        var around = new Surround(_narrowing.OfTrigger(new Transition(new On(brought.Name, null), null, [], null)), null, 2);
        if (!brought.IsAnswer || _dice.Chance(25))
            return _guards.Condition(around);
        var first = _guards.OfOutcome(brought);
        return _dice.Roll(8) switch
        {
            0 => new And(first, _guards.OfOutcome(brought)),
            1 => new Or(first, _guards.OfOutcome(brought)),
            2 => new Not(first),
            3 => new And(first, _guards.Condition(around with { View = View.Unchecked }, 1)),
            _ => first,
        };
    }

    private Transition DrawOrdinary(bool isStart)
    {
        EventDecl[] ordinary = [.. _events.Where(declared => !declared.IsAnswer)];
        var brought = _dice.Pick(ordinary);
        Trigger trigger = _dice.Chance(6) ? new OnAny() : new On(brought.Name, null);
        var view = _narrowing.OfTrigger(new Transition(trigger, null, [], null));
        var guard = _dice.Chance(isStart ? 15 : 30) ? _guards.Condition(new Surround(view, null, 2)) : null;
        return new Transition(trigger, guard, [], !isStart && _dice.Chance(20) ? null : DrawTarget());
    }

    private Transition DrawTimer()
    {
        Trigger trigger = _dice.Chance(6) ? new Every("0 9 * * *") : new After(_dice.Pick([10, 20, 30]));
        var guard = _dice.Chance(25) ? _guards.Condition(new Surround(new View(View.None, false), null, 1)) : null;
        return new Transition(trigger, guard, [], _dice.Chance(10) ? null : DrawTarget());
    }

    private ImmutableArray<Transition> DrawAnywhere()
    {
        var found = new List<Transition> { DrawOrdinary(isStart: false) };
        if (_dice.Chance(25))
            found.Add(DrawOrdinary(isStart: false));
        if (_dice.Chance(15))
            found.Add(DrawTimer());
        EventDecl[] answers = [.. _events.Where(declared => declared.IsAnswer)];
        if (answers.Length > 0 && _dice.Chance(20))
        {
            var answer = _dice.Pick(answers);
            found.Add(Wait(answer, null, _dice.Chance(50) ? DrawGuard(answer) : null));
        }

        return [.. found];
    }

    // The same words once more, perhaps to somewhere else.
    private Transition Again(Transition transition) =>
        new(transition.Trigger, transition.Guard, [], _dice.Chance(50) ? DrawTarget() : transition.Target);

    private Defer DrawDefer()
    {
        EventDecl[] likely = [.. _events.Where(declared => !declared.IsAnswer || _dice.Chance(10))];
        return new Defer(_dice.Pick(likely).Name, _dice.Chance(50));
    }

    private string DrawTarget() => _dice.Pick(_states);
}
