using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Symbols;

namespace HerogiDsl.Compiler.Analysis.Facts;

/// <summary>One way from a state to another, and what is known when its target begins.</summary>
internal sealed record FlowEdge(StateSymbol From, BoundTransition Transition, StateSymbol To, FlowState Out);

/// <summary>What is known in each state, over all ways there: a fixpoint over the graph.</summary>
internal sealed class ScenarioFlow
{
    private readonly BoundScenario _scenario;
    private readonly StepFlow _steps;
    private readonly Dictionary<StateSymbol, FlowState> _entries = [];
    private readonly Dictionary<StateSymbol, FlowState> _rests = [];
    private readonly Dictionary<StateSymbol, FlowState> _ownRests = [];
    private readonly Dictionary<TransitionOfState, FlowEdge> _edges = [];

    private ScenarioFlow(BoundScenario scenario)
    {
        _scenario = scenario;
        _steps = new StepFlow(scenario.Symbol.Origin.Text, null);
        Migrations = new MigrationFlow(scenario);
    }

    public IReadOnlyDictionary<StateSymbol, FlowState> Entries => _entries;

    public IReadOnlyDictionary<StateSymbol, FlowState> Rests => _rests;

    /// <summary>The same, for the sessions that have entered the state: those that a `migrate` has brought apart.</summary>
    public IReadOnlyDictionary<StateSymbol, FlowState> OwnRests => _ownRests;

    public IEnumerable<FlowEdge> Edges => _edges.Values;

    /// <summary>The ways by which sessions of an earlier build come.</summary>
    public MigrationFlow Migrations { get; }

    public static ScenarioFlow Run(BoundScenario scenario)
    {
        var flow = new ScenarioFlow(scenario);
        flow.Iterate();
        return flow;
    }

    /// <summary>What is known before the scenario begins: defaults, and nulls.</summary>
    public static FlowState Initial(ScenarioSymbol scenario) => new(
        [.. scenario.Session.Where(datum => datum.HasInitialValue || datum.Type.IsError)],
        [
            .. scenario.Session
                .Where(datum => datum.Type.IsNullable && IsInitiallyThere(datum))
                .Select(datum => "session." + datum.Name),
        ]);

    /// <summary>In a state that nothing leads to, all is taken as set.</summary>
    public static FlowState Unchecked(ScenarioSymbol scenario) => new([.. scenario.Session], []);

    /// <summary>Whether a datum begins with a value that is not null.</summary>
    public static bool IsInitiallyThere(SessionSymbol datum) => datum.Default is { } value && IsThere(value);

    private static bool IsThere(BoundExpression value) =>
        !value.Type.IsNullable || value is BoundConversion { Operand.Type.IsNullable: false };

    private void Iterate()
    {
        var states = _scenario.States.ToDictionary(state => state.Symbol);
        var waiting = new Queue<StateSymbol>();
        Leave(_scenario.Start, Initial(_scenario.Symbol), waiting);
        // The statements of a state that a `migrate` leads to do not run: its sessions are at rest there at once.
        foreach (var state in _scenario.States.Where(state => state.Symbol.Kind == StateKind.State))
        {
            if (Migrations.ArrivingIn(state.Symbol) is { } arriving)
                Leave(state, Rest(state, arriving), waiting);
        }

        while (waiting.Count > 0)
        {
            var state = states[waiting.Dequeue()];
            var after = _steps.Enter(state, _entries[state.Symbol]);
            if (after.IsOver || state.Symbol.Kind != StateKind.State)
                continue;
            _ownRests[state.Symbol] = after;
            Leave(state, Rest(state, FlowState.Meet(Migrations.ArrivingIn(state.Symbol), after.OfSession())), waiting);
        }
    }

    // A visit goes on through every `stay`: what one of them may undo is not certain at rest.
    private FlowState Rest(BoundState state, FlowState rest)
    {
        for (var isStable = false; !isStable;)
        {
            isStable = true;
            foreach (var stay in _scenario.Leaving(state).Where(transition => transition.Syntax.IsStay))
            {
                var met = FlowState.Meet(rest, _steps.Take(stay, state, rest).OfSession());
                isStable &= met.SameAs(rest);
                rest = met;
            }
        }

        return rest;
    }

    private void Leave(BoundState from, FlowState rest, Queue<StateSymbol> waiting)
    {
        _rests[from.Symbol] = rest;
        foreach (var transition in _scenario.Leaving(from))
        {
            if (transition.Target is not { } target)
                continue;
            var taken = _steps.Take(transition, from, rest);
            _edges[new TransitionOfState(from.Symbol, transition)] = new FlowEdge(from.Symbol, transition, target, taken);
            if (taken.IsOver)
                continue;
            _entries.TryGetValue(target, out var known);
            var met = FlowState.Meet(known, taken);
            if (met.SameAs(known))
                continue;
            _entries[target] = met;
            waiting.Enqueue(target);
        }
    }
}
