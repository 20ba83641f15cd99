using System.Collections.Immutable;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Binding.Declarations;
using HerogiDsl.Compiler.Binding.Statements;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Syntax.Declarations;
using HerogiDsl.Compiler.Syntax.Members;

namespace HerogiDsl.Compiler.Binding.Scenarios;

/// <summary>Binds one scenario: transitions first, since they say what `event` is in the states.</summary>
internal sealed class ScenarioBinder
{
    private readonly BinderEnvironment _environment;
    private readonly TransitionBinder _transitions;
    private readonly StatementBinder _statements;
    private readonly ScenarioSymbol _scenario;
    private readonly BindingContext _context;
    private readonly BodySorter _sorter;
    private readonly AnswerWaits _waits;
    private readonly MigrationBinder _migrations;

    public ScenarioBinder(
        BinderEnvironment environment, TransitionBinder transitions, StatementBinder statements, ScenarioSymbol scenario)
    {
        _environment = environment;
        _transitions = transitions;
        _statements = statements;
        _scenario = scenario;
        _context = new BindingContext(scenario.Origin, Surroundings.Scenario) { Scenario = scenario };
        _sorter = new BodySorter(environment, _context);
        _waits = new AnswerWaits(environment, _context);
        _migrations = new MigrationBinder(environment, statements, scenario, _sorter);
    }

    public BoundScenario Bind()
    {
        CheckStart();
        var bodies = SortBodies();
        var anywhere = SortAnywhere();
        var heads = BindHeads(bodies, anywhere);
        var views = new EntryViews(_scenario, heads, [.. _migrations.Targets()], [.. _migrations.LockedStates()]);
        var start = BindState(_scenario.Start, bodies, views);
        ImmutableArray<BoundState> states = [.. _scenario.States.Select(state => BindState(state, bodies, views))];
        var timers = _context with { Event = EventView.None("a timer of 'anywhere' runs in every state") };
        var bound = new BoundScenario(
            _scenario,
            start,
            states,
            [.. heads.Where(head => head.Owner is null).Select(head => _transitions.BindDelay(head.Transition, timers))],
            _transitions.BindDefers(anywhere.Defers, _context),
            _migrations.Bind(),
            HasErrors: false)
        {
            Reachable = views.Reachable,
            Kept = _migrations.DataOf(views.Kept),
            Views = _scenario.States.Append(_scenario.Start).ToDictionary(state => state, views.Of),
        };
        BindUnusedActions(bound);
        BindDuplicates();
        CheckWaits(bound, heads, views);
        return bound;
    }

    private void CheckStart()
    {
        var starts = _scenario.Declaration.Members.OfType<StartSyntax>().ToArray();
        var isWhole = !SyntaxFaults.AreIn(_context.Text, _scenario.Declaration.Span, _environment);
        if (starts.Length == 0 && isWhole)
            _environment.Report(FlowDiagnostics.NoStart(_scenario.NameLocation, _scenario.Name), _context);
        // A misspelt word that was taken for 'start' was told already.
        if (starts.Count(start => start.KeywordSpan.Length == "start".Length) > 1)
        {
            _environment.Report(
                FlowDiagnostics.TwoStarts(
                    _scenario.NameLocation,
                    _scenario.Name,
                    [.. starts.Select(start => new Diagnostics.RelatedLocation(_context.Locate(start.KeywordSpan), "a 'start'"))]),
                _context);
        }

        if (starts.Length == 1 && !starts[0].Items.OfType<TransitionSyntax>().Any() && isWhole)
            _environment.Report(FlowDiagnostics.EmptyStart(_scenario.NameLocation, _scenario.Name), _context);
    }

    private Dictionary<StateSymbol, SortedBody> SortBodies()
    {
        var bodies = new Dictionary<StateSymbol, SortedBody>();
        if (_scenario.Start.Declaration is { } start)
            bodies.Add(_scenario.Start, _sorter.SortStart(start));
        foreach (var state in _scenario.States)
        {
            if (Sort(state) is { } body)
                bodies.Add(state, body);
        }

        return bodies;
    }

    private SortedBody? Sort(StateSymbol state) => state.Declaration switch
    {
        StateSyntax declaration => _sorter.SortState(declaration),
        EndSyntax end => new SortedBody(_sorter.SortLeaving(end.Items, "an 'end'"), [], [], null),
        _ => null,
    };

    // Which of two states of one name is meant nobody knows: what is wrong within the second is told all the same.
    private void BindDuplicates()
    {
        foreach (var state in _scenario.Duplicates)
        {
            if (Sort(state) is not { } body)
                continue;
            var context = _context with
            {
                Event = EventView.Unchecked,
                Leaving = state.Kind == StateKind.End ? "an 'end'" : null,
            };
            _statements.BindAll(body.Statements, context);
            foreach (var transition in body.Transitions)
                _transitions.BindDelay(_transitions.BindHead(transition, state, _context).Transition, context);
            if (body.Exit is { } exit)
                _statements.BindAll(_sorter.SortLeaving(exit.Items, "an 'exit'"), context with { Leaving = "an 'exit'" });
            _transitions.BindDefers(body.Defers, _context);
        }
    }

    private SortedBody SortAnywhere()
    {
        var all = _scenario.Declaration.Members.OfType<AnywhereSyntax>().Select(_sorter.SortAnywhere).ToArray();
        return new SortedBody(
            [],
            [.. all.SelectMany(body => body.Transitions)],
            [.. all.SelectMany(body => body.Defers)],
            null);
    }

    private ImmutableArray<TransitionHead> BindHeads(Dictionary<StateSymbol, SortedBody> bodies, SortedBody anywhere)
    {
        var heads = ImmutableArray.CreateBuilder<TransitionHead>();
        foreach (var pair in bodies)
        {
            foreach (var transition in pair.Value.Transitions)
                heads.Add(_transitions.BindHead(transition, pair.Key, _context));
        }

        foreach (var transition in anywhere.Transitions)
            heads.Add(_transitions.BindHead(transition, null, _context));
        return heads.ToImmutable();
    }

    private BoundState BindState(StateSymbol state, Dictionary<StateSymbol, SortedBody> bodies, EntryViews views)
    {
        if (!bodies.TryGetValue(state, out var body))
            return new BoundState(state, [], [], [], []);
        var view = views.Of(state);
        var context = _context with
        {
            Event = view,
            Leaving = state.Kind == StateKind.End ? "an 'end'" : null,
        };
        var statements = _statements.BindAll(body.Statements, context);
        var delays = context with { Event = views.OfDelay(state) };
        var transitions = views.Leaving(state).Where(head => head.Owner == state)
            .Select(head => _transitions.BindDelay(head.Transition, delays));
        return new BoundState(
            state,
            statements,
            [.. transitions],
            BindExit(state, body.Exit, views),
            _transitions.BindDefers(body.Defers, _context));
    }

    private ImmutableArray<BoundStatement> BindExit(StateSymbol state, ExitSyntax? exit, EntryViews views)
    {
        if (exit is null)
            return [];
        var context = _context with { Event = views.OfExit(state), Leaving = "an 'exit'" };
        return _statements.BindAll(_sorter.SortLeaving(exit.Items, "an 'exit'"), context);
    }

    // What is never run is bound once all the same, so that its mistakes are told.
    private void BindUnusedActions(BoundScenario bound)
    {
        var run = RunActions.In(bound);
        foreach (var action in _scenario.Actions.Where(action => !run.Contains(action)))
        {
            if (action.Declaration.Body is BlockActionBodySyntax body)
                _statements.BindAll(body.Block.Statements, RunBinder.ContextOf(action, _scenario));
        }
    }

    private void CheckWaits(BoundScenario bound, ImmutableArray<TransitionHead> heads, EntryViews views)
    {
        var areWhole = _waits.AreWhole([.. _scenario.Actions, .. _environment.Table.ActionsInOrder]);
        var leading = heads.ToLookup(head => head.Target);
        var visits = bound.States.Where(state => state.Symbol.Kind == StateKind.State)
            .ToDictionary(state => state.Symbol, state => AskedIn(state, leading[state.Symbol], views));
        var asked = new Lazy<Asked>(() => Asked.Merge(visits.Values));
        foreach (var head in heads)
        {
            if (head.Owner is null)
                _waits.Check(head, asked.Value, "any state", areWhole && _waits.IsWhole(_scenario.Start.Declaration));
            else if (head.Owner.Kind == StateKind.Start)
                _waits.Check(head, Asked.By([]), "'start'", true);
            else
                _waits.Check(
                    head, visits[head.Owner], $"state '{head.Owner.Name}'", areWhole && _waits.IsWhole(head.Owner.Declaration));
        }
    }

    private static Asked AskedIn(BoundState state, IEnumerable<TransitionHead> leading, EntryViews views) => Asked.Merge(
    [
        Asked.By(state.Statements),
        .. leading.Select(head => Asked.By(head.Transition.Do)),
        .. views.Leaving(state.Symbol).Where(head => head.Syntax.IsStay).Select(head => Asked.By(head.Transition.Do)),
    ]);
}
