using System.Collections.Immutable;
using HerogiDsl.Compiler.Tests.RandomScenarios.Model;

namespace HerogiDsl.Compiler.Tests.RandomScenarios.Generation;

/// <summary>Takes away from a scenario what it can be without, as long as something stays true of it.</summary>
internal static class Shrinker
{
    public static ScenarioModel Shrink(ScenarioModel scenario, Func<ScenarioModel, bool> stays)
    {
        while (Smaller(scenario).Where(IsWhole).FirstOrDefault(stays) is { } smaller)
            scenario = smaller;
        return scenario;
    }

    // What it names must be there.
    private static bool IsWhole(ScenarioModel scenario)
    {
        var states = scenario.States.Select(state => state.Name).ToHashSet();
        var actions = scenario.Actions.Select(action => action.Name).ToHashSet();
        var data = scenario.Data.Select(datum => datum.Name).ToHashSet();
        var labels = Usage.StatementsOf(scenario).OfType<Call>().Select(call => call.Label).ToHashSet();
        return scenario.Start.Length > 0
            && scenario.Data.All(datum => datum.Counted is not { Function: not "count" } counted
                || scenario.Event(counted.Event).Member("a") is not null)
            && scenario.AllTransitions.All(transition => transition.Target is null || states.Contains(transition.Target))
            && scenario.AllTransitions.All(transition => transition.Trigger is not On { Label: { } label } || labels.Contains(label))
            && Usage.StatementsOf(scenario).All(statement => statement is not Run run || actions.Contains(run.Action))
            && scenario.Events.Select(declared => declared.Name).ToHashSet() is var events
            && scenario.AllTransitions.All(transition => transition.Trigger is not On on || events.Contains(on.Event))
            && Usage.StatementsOf(scenario).All(statement => statement switch
            {
                Call { Returns: { } answer } => events.Contains(answer),
                Send send => events.Contains(send.Event) && HasFields(scenario.Event(send.Event), send),
                Cancel cancel => events.Contains(cancel.Event),
                Set set => data.Contains(set.Datum),
                _ => true,
            })
            && scenario.States.SelectMany(state => state.Defers).Concat(scenario.AnywhereDefers).All(defer => events.Contains(defer.Event))
            && Usage.ExpressionsOf(scenario).All(expression => expression switch
            {
                SessionRead read => data.Contains(read.Name),
                IsEvent test => events.Contains(test.Event),
                _ => true,
            });
    }

    private static bool HasFields(EventDecl declared, Send send) =>
        send.Payload.All(part => declared.Fields.Any(field => field.Name == part.Field));

    private static IEnumerable<ScenarioModel> Smaller(ScenarioModel scenario) =>
    [
        .. scenario.States.Select(state => Without(scenario, state)),
        .. Lists(scenario.Anywhere, Transitions).Select(anywhere => scenario with { Anywhere = anywhere }),
        .. Lists(scenario.Start, Transitions).Select(start => scenario with { Start = start }),
        .. Lists(scenario.States, States).Select(states => scenario with { States = states }),
        .. Lists(scenario.Actions, Actions).Select(actions => scenario with { Actions = actions }),
        .. Lists(scenario.AnywhereDefers, _ => []).Select(defers => scenario with { AnywhereDefers = defers }),
        .. Lists(scenario.Data, Data).Select(data => scenario with { Data = data }),
        .. Lists(scenario.Events, Events).Select(events => scenario with { Events = events }),
    ];

    private static ScenarioModel Without(ScenarioModel scenario, StateModel gone)
    {
        ImmutableArray<Transition> Left(ImmutableArray<Transition> list) =>
            [.. list.Where(transition => transition.Target != gone.Name)];
        return scenario with
        {
            Start = Left(scenario.Start),
            Anywhere = Left(scenario.Anywhere),
            States =
            [
                .. scenario.States.Where(state => state != gone)
                    .Select(state => state with { Transitions = Left(state.Transitions) }),
            ],
        };
    }

    // One item less, or one item smaller.
    private static IEnumerable<ImmutableArray<T>> Lists<T>(ImmutableArray<T> list, Func<T, IEnumerable<T>> smaller)
    {
        for (var i = 0; i < list.Length; i++)
        {
            yield return list.RemoveAt(i);
            foreach (var item in smaller(list[i]))
                yield return list.SetItem(i, item);
        }
    }

    private static IEnumerable<StateModel> States(StateModel state) =>
    [
        .. Statements(state.Statements).Select(statements => state with { Statements = statements }),
        .. Lists(state.Transitions, Transitions).Select(transitions => state with { Transitions = transitions }),
        .. Statements(state.Exit).Select(exit => state with { Exit = exit }),
        .. Lists(state.Defers, _ => []).Select(defers => state with { Defers = defers }),
    ];

    private static IEnumerable<ActionModel> Actions(ActionModel action) =>
        Statements(action.Body).Select(body => action with { Body = body });

    private static IEnumerable<Datum> Data(Datum datum) =>
        datum.Default is null || datum.Counted is not null ? [] : [datum with { Default = null }];

    private static IEnumerable<EventDecl> Events(EventDecl declared) =>
        Lists(declared.Fields, _ => []).Select(fields => declared with { Fields = fields });

    private static IEnumerable<Transition> Transitions(Transition transition)
    {
        if (transition.Guard is { } guard)
        {
            yield return transition with { Guard = null };
            foreach (var smaller in Expressions(guard))
                yield return transition with { Guard = smaller };
        }

        if (transition.Trigger is On { Label: not null } on)
            yield return transition with { Trigger = on with { Label = null } };
        foreach (var smaller in Statements(transition.Do))
            yield return transition with { Do = smaller };
    }

    private static IEnumerable<ImmutableArray<Stmt>> Statements(ImmutableArray<Stmt> list)
    {
        for (var i = 0; i < list.Length; i++)
        {
            if (list[i] is If @if)
            {
                foreach (var branch in @if.Branches)
                    yield return list.RemoveAt(i).InsertRange(i, branch.Then);
            }
        }

        foreach (var smaller in Lists(list, Statements))
            yield return smaller;
    }

    private static IEnumerable<Stmt> Statements(Stmt statement) => statement switch
    {
        If @if =>
        [
            .. @if.Branches.Length == 1 ? [] : Lists(@if.Branches, _ => []).Select(branches => @if with { Branches = branches }),
            .. @if.Branches.SelectMany((branch, index) => Statements(branch.Then)
                .Select(then => @if with { Branches = @if.Branches.SetItem(index, branch with { Then = then }) })),
            .. @if.Branches.SelectMany((branch, index) => Expressions(branch.Condition)
                .Select(condition => @if with { Branches = @if.Branches.SetItem(index, branch with { Condition = condition }) })),
            .. Statements(@if.Else).Select(@else => @if with { Else = @else }),
        ],
        Set set => Expressions(set.Value).Select(value => set with { Value = value }),
        Log log => Lists(log.Holes, _ => []).Select(holes => log with { Holes = holes }),
        Call { Condition: not null } call => [call with { Condition = null }],
        Call { Hole: not null } call => [call with { Hole = null }],
        Call { Json.IsEmpty: false } call => [call with { Json = [] }],
        Send { IsLater: true } send => [send with { IsLater = false }],
        _ => [],
    };

    // Of the same type as before.
    private static IEnumerable<Expr> Expressions(Expr expression) => expression switch
    {
        And and =>
        [
            and.Left,
            and.Right,
            .. Expressions(and.Left).Select(left => and with { Left = left }),
            .. Expressions(and.Right).Select(right => and with { Right = right }),
        ],
        Or or =>
        [
            or.Left,
            or.Right,
            .. Expressions(or.Left).Select(left => or with { Left = left }),
            .. Expressions(or.Right).Select(right => or with { Right = right }),
        ],
        Not not => Expressions(not.Operand).Prepend(not.Operand),
        Plus plus => [plus.Left, plus.Right],
        Coalesce coalesce => [coalesce.Right],
        Choose choose => Expressions(choose.Condition).Select(condition => (Expr)(choose with { Condition = condition }))
            .Concat([choose.Then, choose.Else]),
        _ => [],
    };
}
