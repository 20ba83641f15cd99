using System.Collections.Immutable;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Symbols;

namespace HerogiDsl.Compiler.Explaining;

/// <summary>All transitions from one state to another.</summary>
internal sealed record Leg(BoundState From, BoundState To, ImmutableArray<BoundTransition> Transitions);

/// <summary>Ways from one state to where a case ends or rests, none through the same state twice.</summary>
/// <param name="All">The ways; only the shortest to each goal where there are too many.</param>
/// <param name="Count">How many there are, as far as they were counted.</param>
/// <param name="IsCounted">Whether they were counted to the last.</param>
internal sealed record WaysFrom(BoundState Begin, ImmutableArray<ImmutableArray<Leg>> All, int Count, bool IsCounted);

/// <summary>Finds the ways of a scenario.</summary>
internal sealed class Ways
{
    private const int MostTold = 12;
    private const int MostCounted = 1000;
    private const int MostSteps = 200_000;

    private readonly BoundScenario _scenario;
    private readonly Dictionary<StateSymbol, Leg[]> _legs = [];
    private readonly HashSet<StateSymbol> _goals = [];

    public Ways(BoundScenario scenario)
    {
        _scenario = scenario;
        var states = scenario.States.ToDictionary(state => state.Symbol);
        foreach (var state in scenario.States.Append(scenario.Start))
        {
            _legs[state.Symbol] =
            [
                .. state.Transitions.Where(transition => transition.Target is not null)
                    .GroupBy(transition => transition.Target)
                    .Select(group => new Leg(state, states[group.Key ?? state.Symbol], [.. group])),
            ];
            if (IsGoal(state))
                _goals.Add(state.Symbol);
        }
    }

    /// <summary>The ways from the start, and from every state where a case rests but may go on.</summary>
    public IEnumerable<WaysFrom> All() => new[] { _scenario.Start }
        .Concat(_scenario.States.Where(state => _goals.Contains(state.Symbol) && _legs[state.Symbol].Length > 0
            && _scenario.Reachable.Contains(state.Symbol)))
        .Select(From)
        .Where(ways => ways.Count > 0);

    // Where nothing is under way and no clock runs: there a case may stay for good.
    private bool IsGoal(BoundState state) => state.Symbol.Kind == StateKind.End
        || (state.Symbol.Kind == StateKind.State
            && !state.Transitions.Any(transition => transition.Trigger is BoundAfter or BoundEvery)
            && StateExplainer.AskedIn(_scenario, state).Calls.IsEmpty);

    private WaysFrom From(BoundState begin)
    {
        var told = new List<ImmutableArray<Leg>>();
        var path = new List<Leg>();
        var onPath = new HashSet<StateSymbol> { begin.Symbol };
        var (count, steps) = (0, 0);
        Walk(begin);
        var isCounted = count < MostCounted && steps < MostSteps;
        return new WaysFrom(begin, count > MostTold ? Shortest(begin) : [.. told], count, isCounted);

        void Walk(BoundState state)
        {
            foreach (var leg in _legs[state.Symbol])
            {
                // Back to where one rested is a way too.
                var isRound = leg.To == begin && _goals.Contains(begin.Symbol) && path.Count > 0;
                if (count >= MostCounted || ++steps >= MostSteps || (onPath.Contains(leg.To.Symbol) && !isRound))
                    continue;
                path.Add(leg);
                if (_goals.Contains(leg.To.Symbol))
                {
                    count++;
                    if (told.Count <= MostTold)
                        told.Add([.. path]);
                }
                else if (onPath.Add(leg.To.Symbol))
                {
                    Walk(leg.To);
                    onPath.Remove(leg.To.Symbol);
                }

                path.RemoveAt(path.Count - 1);
            }
        }
    }

    private ImmutableArray<ImmutableArray<Leg>> Shortest(BoundState begin)
    {
        var came = new Dictionary<StateSymbol, Leg>();
        var open = new Queue<BoundState>([begin]);
        while (open.Count > 0)
        {
            var state = open.Dequeue();
            if (state != begin && _goals.Contains(state.Symbol))
                continue;
            foreach (var leg in _legs[state.Symbol].Where(leg => leg.To != begin && !came.ContainsKey(leg.To.Symbol)))
            {
                came.Add(leg.To.Symbol, leg);
                open.Enqueue(leg.To);
            }
        }

        return
        [
            .. _scenario.States
                .Where(state => state != begin && _goals.Contains(state.Symbol) && came.ContainsKey(state.Symbol))
                .Select(goal => Back(goal, begin, came)),
        ];
    }

    private static ImmutableArray<Leg> Back(BoundState goal, BoundState begin, Dictionary<StateSymbol, Leg> came)
    {
        var legs = new List<Leg>();
        for (var state = goal; state != begin; state = legs[legs.Count - 1].From)
            legs.Add(came[state.Symbol]);
        legs.Reverse();
        return [.. legs];
    }
}
