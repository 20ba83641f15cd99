using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Symbols;

namespace HerogiDsl.Compiler.Analysis.Checks;

/// <summary>Where the states of a scenario lead that go on by answers alone, and so do all that they lead to.</summary>
internal sealed class AnswerWays
{
    private readonly BoundScenario _scenario;
    private readonly Dictionary<StateSymbol, StateSymbol[]> _after = [];
    private readonly ILookup<StateSymbol, StateSymbol> _before;

    public AnswerWays(BoundScenario scenario)
    {
        _scenario = scenario;
        var targets = scenario.States.ToDictionary(state => state.Symbol, TargetsOf);
        _before = targets.SelectMany(from => from.Value.Select(to => (From: from.Key, To: to)))
            .ToLookup(way => way.To, way => way.From);
        // What can be left in another manner goes round no longer than somebody wants, and what leads there as well.
        var others = Spread(
            scenario.States.Where(state => !GoesOnByAnswers(state)).Select(state => state.Symbol), [], state => _before[state]);
        foreach (var pair in targets)
        {
            if (!others.Contains(pair.Key))
                _after.Add(pair.Key, pair.Value);
        }
    }

    /// <summary>The rounds of several states that nothing leads out of, each in the order written, and so are they.</summary>
    public IEnumerable<List<StateSymbol>> FindRounds()
    {
        var roundOf = new Dictionary<StateSymbol, int>();
        var count = 0;
        // Backwards, from what the ways come to last: what is found leads round to it.
        foreach (var last in Enumerable.Reverse(InOrderOfEnds()))
        {
            if (roundOf.ContainsKey(last))
                continue;
            foreach (var member in Spread([last], roundOf.Keys, state => _before[state].Where(_after.ContainsKey)))
                roundOf[member] = count;
            count++;
        }

        var left = new HashSet<int>(roundOf.Where(pair => _after[pair.Key].Any(to => roundOf[to] != pair.Value)).Select(pair => pair.Value));
        return _scenario.States.Select(state => state.Symbol)
            .Where(state => roundOf.TryGetValue(state, out var round) && !left.Contains(round))
            .GroupBy(state => roundOf[state])
            .Select(members => members.ToList())
            .Where(members => members.Count > 1);
    }

    // Each behind all that it leads to, but for what leads back to it.
    private List<StateSymbol> InOrderOfEnds()
    {
        var ended = new List<StateSymbol>();
        var seen = new HashSet<StateSymbol>();
        var open = new Stack<(StateSymbol State, int Next)>();
        foreach (var start in _scenario.States.Select(state => state.Symbol).Where(_after.ContainsKey))
        {
            if (seen.Add(start))
                open.Push((start, 0));
            while (open.Count > 0)
            {
                var (state, next) = open.Pop();
                if (next == _after[state].Length)
                {
                    ended.Add(state);
                    continue;
                }

                open.Push((state, next + 1));
                if (seen.Add(_after[state][next]))
                    open.Push((_after[state][next], 0));
            }
        }

        return ended;
    }

    private static HashSet<StateSymbol> Spread(
        IEnumerable<StateSymbol> from, ICollection<StateSymbol> but, Func<StateSymbol, IEnumerable<StateSymbol>> follow)
    {
        var found = new HashSet<StateSymbol>(from);
        var waiting = new Stack<StateSymbol>(found);
        while (waiting.Count > 0)
        {
            foreach (var next in follow(waiting.Pop()))
            {
                if (!but.Contains(next) && found.Add(next))
                    waiting.Push(next);
            }
        }

        return found;
    }

    private StateSymbol[] TargetsOf(BoundState state) =>
        [.. _scenario.Leaving(state).Select(transition => transition.Target).OfType<StateSymbol>().Distinct()];

    private bool GoesOnByAnswers(BoundState state) => state.Symbol.Kind == StateKind.State
        && _scenario.Leaving(state).All(transition =>
            transition.Target is null || transition.Trigger is BoundOnEvent { Event.IsAnswer: true });
}
