using System.Collections.Immutable;
using HerogiDsl.Compiler.Analysis.Facts;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Symbols;

namespace HerogiDsl.Compiler.Lowering;

/// <summary>What the methods of a scenario's step function agree on: names, parameters, numbers of transitions and timers.</summary>
internal sealed class ScenarioPlan
{
    private readonly Dictionary<TransitionOfState, int> _numbers = [];
    private readonly Dictionary<StateSymbol, string> _enterMethods = [];

    public ScenarioPlan(BoundScenario scenario, ScenarioFacts facts, ScenarioTables tables, ImmutableArray<EventSymbol> events)
    {
        Scenario = scenario;
        Facts = facts;
        Tables = tables;
        Events = events;
        Transitions = [.. Numbered(scenario)];
        for (var number = 0; number < Transitions.Length; number++)
            _numbers.Add(new TransitionOfState(Transitions[number].State.Symbol, Transitions[number].Transition), number);
        foreach (var state in scenario.States)
            _enterMethods[state.Symbol] = tables.MethodNames.Take("Enter" + Record(state.Symbol));
    }

    public BoundScenario Scenario { get; }

    public ScenarioFacts Facts { get; }

    public ScenarioTables Tables { get; }

    /// <summary>Every event of the project.</summary>
    public ImmutableArray<EventSymbol> Events { get; }

    /// <summary>Every transition of every state, as the graph numbers them.</summary>
    public ImmutableArray<NumberedTransition> Transitions { get; }

    /// <summary>What a state's methods and templates are named after.</summary>
    public string Record(StateSymbol state) =>
        state.Kind == StateKind.Start ? "Start" : Tables.Names.StateRecord(state).TrimStart('@');

    public string EnterMethod(StateSymbol state) => _enterMethods[state];

    public int NumberOf(BoundState state, BoundTransition transition) => _numbers[new TransitionOfState(state.Symbol, transition)];

    public bool IsReachable(BoundState state) => Facts.Reachable.Contains(state.Symbol);

    /// <summary>A state's transitions in the order in which they are judged.</summary>
    public static IEnumerable<BoundTransition> TransitionsOf(BoundScenario scenario, BoundState state) =>
        state.Symbol.Kind switch
        {
            StateKind.Start => state.Transitions,
            StateKind.End => [],
            _ => state.Transitions.Concat(scenario.Anywhere.Where(transition => transition.Target != state.Symbol)),
        };

    /// <summary>A state's timers; each one's number is its place here.</summary>
    public IReadOnlyList<BoundTransition> TimersOf(BoundState state) =>
        TransitionsOf(Scenario, state).Where(transition => transition.Trigger is BoundAfter or BoundEvery).ToArray();

    public StateEntry EntryOf(StateSymbol state) =>
        Facts.Entries.TryGetValue(state, out var entry) ? entry : new StateEntry([], true);

    public ImmutableArray<CertainDatum> OnEntry(StateSymbol state) => Ordered(Facts.OnEntry, state);

    public ImmutableArray<CertainDatum> AtRest(StateSymbol state) => Ordered(Facts.AtRest, state);

    // In the order of the declarations, whatever the analysis found first.
    private ImmutableArray<CertainDatum> Ordered(
        IReadOnlyDictionary<StateSymbol, IReadOnlyList<CertainDatum>> facts, StateSymbol state)
    {
        if (!facts.TryGetValue(state, out var certain))
            return [];
        var bySymbol = certain.ToDictionary(each => each.Symbol);
        return [.. Scenario.Symbol.Session.Where(bySymbol.ContainsKey).Select(datum => bySymbol[datum])];
    }

    private static IEnumerable<NumberedTransition> Numbered(BoundScenario scenario) =>
        new[] { scenario.Start }.Concat(scenario.States)
            .SelectMany(state => TransitionsOf(scenario, state).Select(transition => new NumberedTransition(state, transition)));
}

/// <summary>A transition as the graph has it: once for each state that it holds in.</summary>
internal sealed record NumberedTransition(BoundState State, BoundTransition Transition);
