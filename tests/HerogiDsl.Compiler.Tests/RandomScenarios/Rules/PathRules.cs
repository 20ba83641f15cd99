using System.Collections.Immutable;
using HerogiDsl.Compiler.Tests.RandomScenarios.Model;

namespace HerogiDsl.Compiler.Tests.RandomScenarios.Rules;

/// <summary>
/// Walks every path of a scenario, each on its own, and tells what is read on it without being there. Nothing is merged
/// where paths meet, so that a compiler that merges too much, or too little, says something else.
/// </summary>
internal sealed class PathRules
{
    private readonly ScenarioModel _scenario;
    private readonly IReadOnlyDictionary<object, int> _lines;
    private readonly Views _views;
    private readonly Knowledge _knowledge;
    private readonly PathExpressions _expressions;
    private readonly Meetings _meetings;
    private readonly Dictionary<string, HashSet<ulong>> _entries = [];
    private readonly Dictionary<string, HashSet<ulong>> _rests = [];
    private readonly HashSet<(string State, ulong Facts)> _entered = [];

    private PathRules(ScenarioModel scenario, IReadOnlyDictionary<object, int> lines, IReadOnlySet<string> reachable, Expected expected)
    {
        _scenario = scenario;
        _lines = lines;
        _views = new Views(scenario, reachable);
        _knowledge = new Knowledge(scenario);
        _meetings = new Meetings(scenario);
        _expressions = new PathExpressions(scenario, _views, _knowledge, _meetings, expected);
    }

    /// <summary>The data certain in each state at rest, and whether they are certainly not null.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, bool>> Walk(
        ScenarioModel scenario, IReadOnlyDictionary<object, int> lines, IReadOnlySet<string> reachable, Expected expected)
    {
        var rules = new PathRules(scenario, lines, reachable, expected);
        rules.Run();
        rules._meetings.Tell(expected);
        return rules._rests.ToDictionary(pair => pair.Key, pair => rules.Certain(pair.Value));
    }

    private IReadOnlyDictionary<string, bool> Certain(HashSet<ulong> rests)
    {
        var all = rests.Aggregate(ulong.MaxValue, (left, right) => left & right);
        return _scenario.Data.Where(datum => datum.Counted is null && (all & _knowledge.Assigned(datum.Name)) != 0)
            .ToDictionary(datum => datum.Name, datum => !datum.MayBeNull || (all & _knowledge.Proved(datum.Name)) != 0);
    }

    private void Run()
    {
        var waiting = new Queue<(StateModel State, ulong Facts)>();
        foreach (var transition in _scenario.Start)
            Follow(transition, null, [_knowledge.Initial], false, waiting);
        while (waiting.TryDequeue(out var next))
            Visit(next.State, next.Facts, false, waiting);

        // What no path gets to is looked at as well, but the language says little of it.
        foreach (var state in _scenario.States.Where(state => !_entries.ContainsKey(state.Name)))
            Visit(state, _knowledge.AllAssigned, true, new Queue<(StateModel State, ulong Facts)>());
        foreach (var transition in _scenario.Anywhere)
            Take(transition, null, [_knowledge.AllAssigned], true);
        foreach (var state in _scenario.States)
            Statements(state.Exit, new Place(_views.OfExit(state), 0, true), [_knowledge.AllAssigned]);
        foreach (var state in _scenario.States.Where(state => !state.IsEnd && !_rests.ContainsKey(state.Name)))
            Leave(state, [_knowledge.AllAssigned], true, new Queue<(StateModel State, ulong Facts)>());
    }

    private void Visit(StateModel state, ulong facts, bool isUnsure, Queue<(StateModel State, ulong Facts)> waiting)
    {
        var place = new Place(_views.Of(state), 0, isUnsure);
        var after = Statements(state.Statements, place, [facts]).Select(_knowledge.OfSession).ToHashSet();
        if (state.IsEnd)
            return;
        if (isUnsure)
        {
            Leave(state, after, true, waiting);
            return;
        }

        if (!_rests.TryGetValue(state.Name, out var rests))
            _rests[state.Name] = rests = [];
        var stays = _scenario.Leaving(state).Where(transition => transition.Target is null).ToArray();
        var unseen = new Stack<ulong>(after.Where(rests.Add));
        var added = new List<ulong>(unseen);
        while (unseen.TryPop(out var rest))
        {
            var stayed = stays.SelectMany(stay => Take(stay, state, [rest], false)).Select(_knowledge.OfSession);
            foreach (var another in stayed.Where(rests.Add).ToArray())
            {
                unseen.Push(another);
                added.Add(another);
            }
        }

        Leave(state, added, false, waiting);
        if (rests.Count == 0)
            _rests.Remove(state.Name);
    }

    private void Leave(
        StateModel state, IReadOnlyCollection<ulong> rests, bool isUnsure, Queue<(StateModel State, ulong Facts)> waiting)
    {
        foreach (var transition in _scenario.Leaving(state))
            Follow(transition, state, rests, isUnsure, waiting);
    }

    private void Follow(
        Transition transition,
        StateModel? from,
        IReadOnlyCollection<ulong> rests,
        bool isUnsure,
        Queue<(StateModel State, ulong Facts)> waiting)
    {
        if (rests.Count == 0)
            return;
        var taken = Take(transition, from, rests, isUnsure);
        if (transition.Target is not { } target || isUnsure)
            return;
        if (!_entries.TryGetValue(target, out var entries))
            _entries[target] = entries = [];
        foreach (var facts in taken.Where(facts => _entered.Add((target, facts))))
        {
            entries.Add(facts);
            waiting.Enqueue((_scenario.State(target), facts));
        }

        if (entries.Count == 0)
            _entries.Remove(target);
    }

    private HashSet<ulong> Take(Transition transition, StateModel? from, IEnumerable<ulong> rests, bool isUnsure)
    {
        var place = new Place(_views.OfTrigger(transition), _lines[transition], isUnsure);
        var facts = _expressions.Each(transition.Guard, place, rests).Holds.ToHashSet();
        if (transition.Target is not null && from is not null)
            facts = Statements(from.Exit, place.With(_views.OfExit(from)), facts);
        return Statements(transition.Do, place.With(_views.OfDo(transition)), facts);
    }

    private HashSet<ulong> Statements(ImmutableArray<Stmt> statements, Place place, HashSet<ulong> facts)
    {
        foreach (var statement in statements)
        {
            var here = place with { Line = _lines[statement] };
            // What stands behind a `fail` is looked at, and never happens.
            if (facts.Count == 0)
                Walk(statement, here with { IsUnsure = true }, [_knowledge.AllAssigned]);
            else
                facts = Walk(statement, here, facts);
        }

        return facts;
    }

    private HashSet<ulong> Walk(Stmt statement, Place place, HashSet<ulong> facts) => statement switch
    {
        Set set => [.. facts.SelectMany(fact => WalkSet(set, place, fact))],
        If @if => WalkIf(@if, place, facts),
        Log log => log.Holes.Aggregate(facts, (known, hole) => Read(hole, place with { IsTemplate = true }, known)),
        Send send => send.Payload.Aggregate(facts, (known, part) => Give(
            part.Value, _scenario.Event(send.Event).Fields.First(field => field.Name == part.Field).MayBeNull, place, known)),
        Call call => call.Json.Aggregate(
            WalkHole(call, place with { IsTemplate = true }, facts),
            (known, hole) => Read(hole, place with { IsTemplate = true }, known)),
        Run run => Statements(
            _scenario.Action(run.Action).Body,
            place,
            run.Argument is null ? facts : Give(run.Argument, false, place, facts)),
        Fail => [],
        _ => facts,
    };

    private HashSet<ulong> Read(Expr expression, Place place, HashSet<ulong> facts) =>
        [.. facts.SelectMany(fact => _expressions.Value(expression, place, fact)).Select(way => way.Facts)];

    private HashSet<ulong> Give(Expr expression, bool mayBeNull, Place place, HashSet<ulong> facts) => mayBeNull
        ? Read(expression, place, facts)
        : [.. facts.SelectMany(fact => _expressions.Need(expression, place, fact))];

    private HashSet<ulong> WalkHole(Call call, Place place, HashSet<ulong> facts)
    {
        if (call.Hole is not { } hole)
            return facts;
        var without = new HashSet<ulong>();
        if (call.Condition is { } condition)
        {
            without = Read(condition, place, facts);
            facts = [.. without.Select(fact => fact | (_knowledge.PathOf(condition) ?? 0))];
        }

        if (call.Method != "email")
            _meetings.Needed("HRG4007", hole, place.Line);
        var ways = facts.SelectMany(fact => _expressions.Value(hole, place, fact)).ToHashSet();
        if (call.Method != "email" && ways.Any(way => !way.IsThere))
            _expressions.Tell("HRG4007", place, isSure: !place.View.IsUnchecked && !place.View.IsNobody);
        // A member of a json may be missing.
        if (hole is BodyRead && _views.EventsOf(place.View).Any(declared => declared.Origin == Origin.Http))
            _expressions.Tell("HRG4007", place, isSure: false);
        return [.. ways.Select(way => way.Facts), .. without];
    }

    private IEnumerable<ulong> WalkSet(Set set, Place place, ulong facts)
    {
        _meetings.Set(set.Datum, set.Value, place.Line);
        var (assigned, proved) = (_knowledge.Assigned(set.Datum), _knowledge.Proved(set.Datum));
        return _scenario.Datum(set.Datum).MayBeNull
            ? _expressions.Value(set.Value, place, facts)
                .Select(way => (way.Facts & ~proved) | assigned | (way.IsThere ? proved : 0))
            : _expressions.Need(set.Value, place, facts).Select(fact => (fact & ~proved) | assigned);
    }

    private HashSet<ulong> WalkIf(If statement, Place place, HashSet<ulong> facts)
    {
        var after = new HashSet<ulong>();
        foreach (var branch in statement.Branches)
        {
            var here = place with { Line = _lines[branch] };
            var (holds, fails) = _expressions.Each(branch.Condition, here, facts);
            after.UnionWith(Statements(
                branch.Then, here.With(_views.Narrow(here.View, branch.Condition, true)), [.. holds]));
            place = place.With(_views.Narrow(place.View, branch.Condition, false));
            facts = [.. fails];
        }

        after.UnionWith(Statements(statement.Else, place, facts));
        return after;
    }
}
