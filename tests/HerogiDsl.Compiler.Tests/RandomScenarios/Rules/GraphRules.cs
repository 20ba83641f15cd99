using System.Collections.Immutable;
using HerogiDsl.Compiler.Tests.RandomScenarios.Model;

namespace HerogiDsl.Compiler.Tests.RandomScenarios.Rules;

/// <summary>An id, and the line at which it is told.</summary>
internal readonly record struct Told(string Id, int Line);

/// <summary>What the language's description says of a scenario's states and transitions.</summary>
internal sealed class GraphRules
{
    private readonly ScenarioModel _scenario;
    private readonly IReadOnlyDictionary<object, int> _lines;
    private readonly ImmutableArray<StateModel> _states;

    public GraphRules(ScenarioModel scenario, IReadOnlyDictionary<object, int> lines)
    {
        _scenario = scenario;
        _lines = lines;
        _states = [.. scenario.States.Where(state => !state.IsEnd)];
        Reachable = Following(null);
    }

    /// <summary>Every state and end that some path from the start leads to.</summary>
    public IReadOnlySet<string> Reachable { get; }

    public IEnumerable<Told> Told() =>
    [
        .. Declarations(),
        .. _states.Where(IsDeadEnd).Select(state => At("HRG3003", state)),
        .. Shadowed(_scenario.Start, isAnywhere: false),
        .. _states.SelectMany(state => Shadowed(state.Transitions, isAnywhere: false)),
        .. Shadowed(_scenario.Anywhere, isAnywhere: true),
        .. Waits(),
        .. _scenario.States.SelectMany(NotAwaited),
        .. _states.SelectMany(Ambiguous),
        .. AnswerLoops(),
        .. _states.Where(state => Ignored(state).Any()).Select(state => At("HRG3018", state)),
        .. _scenario.States.SelectMany(state => Useless(state.Defers, state.Transitions, isAnywhere: false)),
        .. Useless(_scenario.AnywhereDefers, _scenario.Anywhere, isAnywhere: true),
    ];

    /// <summary>Every state that some path from here leads to; from the start for null.</summary>
    public IReadOnlySet<string> Following(StateModel? from)
    {
        var found = new HashSet<string>();
        var waiting = new Stack<StateModel?>([from]);
        while (waiting.TryPop(out var next))
        {
            foreach (var target in _scenario.Leaving(next).Select(transition => transition.Target).OfType<string>().Where(found.Add))
                waiting.Push(_scenario.State(target));
        }

        return found;
    }

    /// <summary>The ordinary events that other states take, and this one lets go without a word.</summary>
    public IEnumerable<string> Ignored(StateModel state)
    {
        var all = _scenario.Anywhere.Concat(state.Transitions);
        if (all.Any(transition => transition.Trigger is OnAny))
            return [];
        var known = all.Select(EventOf)
            .Concat(state.Defers.Concat(_scenario.AnywhereDefers).Select(defer => defer.Event));
        return _states.SelectMany(other => other.Transitions).Select(EventOf).OfType<string>()
            .Where(name => !_scenario.Event(name).IsAnswer)
            .Distinct()
            .Except(known.OfType<string>());
    }

    private static string? EventOf(Transition transition) => (transition.Trigger as On)?.Event;

    private Told At(string id, object part) => new(id, _lines[part]);

    private IEnumerable<Told> Declarations() =>
    [
        .. _scenario.Events.Where(declared => !Usage.MentionsEvent(_scenario, declared)).Select(declared => At("HRG1013", declared)),
        .. _scenario.Data.Where(datum => datum.Counted is null && !Usage.ReadsDatum(_scenario, datum))
            .Select(datum => At(Usage.SetsDatum(_scenario, datum) ? "HRG3016" : "HRG1013", datum)),
        .. _scenario.Actions
            .Where(action => !Usage.StatementsOf(_scenario).Any(statement => statement is Run run && run.Action == action.Name))
            .Select(action => At("HRG1013", action)),
    ];

    private bool IsDeadEnd(StateModel state) =>
        _scenario.Leaving(state).All(transition => transition.Target is null || transition.Target == state.Name);

    private IEnumerable<Told> Shadowed(ImmutableArray<Transition> list, bool isAnywhere) => list
        .Where((later, index) => list.Take(index)
            .Any(earlier => !(isAnywhere && IsPassedOver(earlier, later)) && TakesAll(earlier, later)))
        .Select(later => At("HRG3005", later));

    // In the very state that it leads to, a transition of `anywhere` does not hold.
    private bool IsPassedOver(Transition earlier, Transition later) =>
        earlier.Target is { } target && target != later.Target && !_scenario.State(target).IsEnd;

    private bool TakesAll(Transition earlier, Transition later)
    {
        var isSame = earlier.Guard is null
            || (later.Guard is not null && ScenarioPrinter.Show(earlier.Guard) == ScenarioPrinter.Show(later.Guard));
        return (earlier.Trigger, later.Trigger) switch
        {
            // A timer that only stays does not end the visit.
            (After first, After second) => earlier is { Guard: null, Target: not null } && first.Seconds <= second.Seconds,
            (Every first, Every second) => isSame && earlier.Target is not null && first.Cron == second.Cron,
            (OnAny, OnAny) => isSame,
            (OnAny, On second) => isSame && !_scenario.Event(second.Event).IsAnswer,
            (On first, On second) => first.Event == second.Event && (first.Label is null || first.Label == second.Label)
                && (isSame || CoversOutcomes(earlier, later, _scenario.Event(first.Event))),
            _ => false,
        };
    }

    private static bool CoversOutcomes(Transition earlier, Transition later, EventDecl brought)
    {
        if (!brought.IsAnswer)
            return false;
        var own = Outcomes.Of(brought).Where(outcome => Outcomes.Judge(later.Guard, outcome) != false).ToArray();
        return own.Length > 0 && own.All(outcome => Outcomes.Judge(earlier.Guard, outcome) == true);
    }

    private IEnumerable<Told> Waits()
    {
        var all = _states.ToDictionary(state => state.Name, state => Calls.In(_scenario, state));
        var places = _states.Select(state => (state.Transitions, Asked: all[state.Name]))
            .Append((_scenario.Anywhere, [.. all.Values.SelectMany(asked => asked)]))
            .Append((_scenario.Start, []));
        return places.SelectMany(place => place.Transitions
            .Where(transition => transition.Trigger is On on && _scenario.Event(on.Event).IsAnswer
                && !place.Asked.Any(asked => asked.IsFor(transition)))
            .Select(transition => At("HRG3009", transition)));
    }

    private IEnumerable<Told> NotAwaited(StateModel state) => Calls.In(_scenario, state)
        .Where(asked => !IsDeferred(state, asked) && !_scenario.Leaving(state).Any(asked.IsFor))
        .Select(asked => At("HRG3010", asked.Call));

    private bool IsDeferred(StateModel state, Asked asked) =>
        state.Defers.Concat(_scenario.AnywhereDefers).Any(defer => defer.Event == asked.Call.Returns);

    private IEnumerable<Told> Ambiguous(StateModel state) => state.Transitions
        .Where(transition => transition.Trigger is On { Label: null } on && _scenario.Event(on.Event).IsAnswer
            && Calls.Most(_scenario, state.Statements, on.Event) > 1)
        .Select(transition => At("HRG3011", transition));

    private IEnumerable<Told> AnswerLoops()
    {
        var told = new HashSet<string>();
        foreach (var state in _states.Where(state => Reachable.Contains(state.Name)))
        {
            var round = Following(state);
            if (round.Count > 1 && round.All(name => GoesRound(_scenario.State(name), state)) && !round.Overlaps(told))
            {
                told.UnionWith(round);
                yield return At("HRG3013", state);
            }
        }
    }

    private bool GoesRound(StateModel state, StateModel first) => !state.IsEnd && Following(state).Contains(first.Name)
        && _scenario.Leaving(state).Where(transition => transition.Target is not null)
            .All(transition => transition.Trigger is On on && _scenario.Event(on.Event).IsAnswer);

    private IEnumerable<Told> Useless(
        ImmutableArray<Defer> defers, ImmutableArray<Transition> transitions, bool isAnywhere) => defers
        .Where(defer =>
        {
            var declared = _scenario.Event(defer.Event);
            var takers = transitions.Where(transition => transition.Guard is null && transition.Trigger.Takes(declared)).ToArray();
            // In the very state that it leads to, a transition of `anywhere` does not hold, and the `defer` does.
            var isTaken = isAnywhere
                ? _states.All(state => takers.Any(taker => taker.Target != state.Name))
                : takers.Length > 0;
            return declared.IsAnswer || isTaken
                || !_scenario.AllTransitions.Any(transition => transition.Trigger.Takes(declared));
        })
        .Select(defer => At("HRG3020", defer));
}
