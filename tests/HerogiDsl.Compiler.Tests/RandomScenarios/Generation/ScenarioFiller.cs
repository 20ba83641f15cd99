using System.Collections.Immutable;
using HerogiDsl.Compiler.Tests.RandomScenarios.Model;
using HerogiDsl.Compiler.Tests.RandomScenarios.Rules;

namespace HerogiDsl.Compiler.Tests.RandomScenarios.Generation;

/// <summary>Puts statements into a graph, where it is known what `event` is.</summary>
internal sealed class ScenarioFiller
{
    private readonly Dice _dice;
    private readonly ScenarioModel _graph;
    private readonly Views _views;
    private readonly StatementGenerator _statements;
    private readonly ActionModel? _action;

    // Most scenarios are careful: then what is in their graphs comes to light.
    private readonly int _risk;

    public ScenarioFiller(Dice dice, ScenarioModel graph)
    {
        _dice = dice;
        _graph = graph;
        _views = new Views(graph, new GraphRules(graph, new Dictionary<object, int>()).Reachable);
        _statements = new StatementGenerator(dice, graph.Events, graph.Data, _views);
        _risk = _dice.Chance(65) ? 0 : 8;
        _action = _dice.Chance(20) ? DrawAction() : null;
    }

    public ScenarioModel Fill()
    {
        ImmutableArray<StateModel> states = [.. _graph.States.Select(Fill)];
        ImmutableArray<Transition> start = [.. _graph.Start.Select(transition => Fill(transition, isStart: true))];
        ImmutableArray<Transition> anywhere = [.. _graph.Anywhere.Select(transition => Fill(transition, isStart: false))];
        var filled = _graph with { States = states, Start = start, Anywhere = anywhere };
        var isRun = _action is not null
            && Usage.StatementsOf(filled).Any(statement => statement is Run run && run.Action == _action.Name);
        filled = isRun && _action is not null ? filled with { Actions = filled.Actions.Add(_action) } : filled;
        return _dice.Chance(20) ? filled : filled with
        {
            Events = [.. filled.Events.Where(declared => Usage.MentionsEvent(filled, declared))],
            Data = [.. filled.Data.Where(datum => Usage.ReadsDatum(filled, datum) || Usage.SetsDatum(filled, datum))],
        };
    }

    // Its body suits one of the states; others may run it as well.
    private ActionModel DrawAction()
    {
        var empty = new ActionModel("act", _dice.Chance(50) ? "given" : null, _dice.Chance(50) ? Kind.Text : Kind.Number, []);
        var around = new Surround(_views.Of(_dice.Pick(_graph.States)), empty, _risk);
        return empty with { Body = [.. _statements.Some(3, around, depth: 1)] };
    }

    private StateModel Fill(StateModel state)
    {
        var around = new Surround(_views.Of(state), null, _risk) { Proved = ProvedOnEntry(state) };
        var statements = _statements.Some(state.IsEnd ? 1 : 3, around);
        if (_action is not null && _dice.Chance(40))
            statements.Insert(_dice.Roll(statements.Count + 1), Run(_action, around));
        foreach (var call in state.Statements)
            statements.Insert(_dice.Roll(statements.Count + 1), call);
        return state with
        {
            Statements = [.. statements],
            Transitions = [.. state.Transitions.Select(transition => Fill(transition, isStart: false))],
            Exit = !state.IsEnd && _dice.Chance(12)
                ? [.. _statements.Some(2, new Surround(_views.OfExit(state), null, _risk))]
                : [],
        };
    }

    private ImmutableArray<Expr> ProvedOnEntry(StateModel state)
    {
        var ways = _graph.AllTransitions.Where(transition => transition.Target == state.Name)
            .Select(transition => ExpressionGenerator.Proved(transition.Guard, true)).ToArray();
        return ways.Length == 0 ? [] : [.. ways.Aggregate((left, right) => left.Intersect(right))];
    }

    private Run Run(ActionModel action, Surround around) => new(
        action.Name, action.Parameter is null ? null : _statements.Value(action.ParameterKind, around));

    private Transition Fill(Transition transition, bool isStart)
    {
        var around = new Surround(_views.OfDo(transition), null, _risk)
        {
            Proved = [.. ExpressionGenerator.Proved(transition.Guard, true)],
        };
        var @do = _dice.Chance(isStart ? 60 : 35) ? _statements.Some(2, around) : [];
        // Most scenarios begin with the data that they need.
        if (isStart)
        {
            foreach (var datum in _graph.Data.Where(datum => datum.Default is null && !datum.MayBeNull && !_dice.Chance(_risk * 3)))
                @do.Insert(0, new Set(datum.Name, datum.Kind == Kind.Number ? new Number(1) : new Words("x")));
        }

        if (_action is not null && _dice.Chance(5))
            @do.Add(Run(_action, around));
        EventDecl[] answers = [.. _graph.Events.Where(declared => declared.Origin is Origin.Http or Origin.HttpAs)];
        if (answers.Length > 0 && _dice.Chance(4))
            @do.Add(new Call(null, _dice.Pick(["get", "post"]), _dice.Pick(answers).Name, false, false, null));
        return transition with { Do = [.. @do] };
    }
}
