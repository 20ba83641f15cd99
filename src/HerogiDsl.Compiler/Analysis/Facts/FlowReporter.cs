using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Text;
using HerogiDsl.Templates;

namespace HerogiDsl.Compiler.Analysis.Facts;

/// <summary>HRG2003 and HRG3006: tells what the walk over a scenario finds, with the way on which it is so.</summary>
internal sealed class FlowReporter(BoundScenario scenario, ScenarioFlow flow, DiagnosticBag diagnostics) : IFlowListener
{
    private StateSymbol _state = scenario.Symbol.Start;
    private readonly Stack<BoundRun> _runs = new();
    private readonly UnsetPath _paths = new(scenario, flow);
    private bool _isLeaving;
    private MigrationStep? _migration;

    public void Report()
    {
        var steps = new StepFlow(scenario.Symbol.Origin.Text, this);
        var @unchecked = ScenarioFlow.Unchecked(scenario.Symbol);
        foreach (var state in scenario.States.Prepend(scenario.Start))
        {
            _state = state.Symbol;
            var isStart = state.Symbol.Kind == StateKind.Start;
            _isLeaving = false;
            if (!isStart)
                steps.Enter(state, flow.Entries.TryGetValue(state.Symbol, out var entry) ? entry : @unchecked);
            var rest = flow.Rests.TryGetValue(state.Symbol, out var known) ? known
                : isStart ? ScenarioFlow.Initial(scenario.Symbol) : @unchecked;
            _isLeaving = true;
            foreach (var transition in scenario.Leaving(state))
                steps.Take(transition, state, rest);
        }

        foreach (var step in flow.Migrations.Steps)
        {
            _migration = step;
            steps.Migrate(step.Migration, step.Entry);
        }

        var expressions = new ExpressionFlow(this);
        foreach (var aggregate in scenario.Symbol.Aggregates)
            expressions.Walk(aggregate.Where, new FlowState([], []), scenario.Symbol.Origin.Text);
    }

    public void Unset(SessionSymbol datum, SourceLocation at)
    {
        if (!scenario.UnsureData.Contains(datum))
            Tell(FlowDiagnostics.Unset(at, datum.Name, _migration?.Path ?? _paths.Find(_state, datum, _isLeaving)));
    }

    public void MayBeNull(BoundNotNull value, string? path, SourceLocation at)
    {
        var isOfEvent = path?.StartsWith("event", StringComparison.Ordinal) == true;
        var isOfSession = path?.StartsWith("session", StringComparison.Ordinal) == true;
        // A guard, a `do` and an `exit` have an event of their own, of which the ways into the state say nothing.
        var failing = path is null || _migration is not null || (isOfEvent && _isLeaving) || !(isOfEvent || isOfSession)
            ? null
            : WayWithout(path);
        var way = failing is not null ? WayOut(failing.Transition, failing.From, ProofOf(value.Operand))
            : isOfEvent ? $"test it first: 'when {ProofOf(value.Operand)}', or '{ProofOf(value.Operand)} and …'; or write '??' behind it"
            : null;
        Tell(TypeDiagnostics.MayBeNull(
            at,
            value.Text,
            way,
            failing is null ? null : scenario.Symbol.Origin.Text.Locate(failing.Transition.Syntax.Span)));
    }

    public void RunBegins(BoundRun run) => _runs.Push(run);

    public void RunEnds() => _runs.Pop();

    private void Tell(Diagnostic diagnostic)
    {
        if (_runs.Count > 0)
        {
            var run = _runs.Peek();
            diagnostic = diagnostic.InRun(run.Action.Name, run.Text.Locate(run.Span));
        }

        diagnostics.Report(diagnostic);
    }

    public void NullHole(TemplatePlace place, SourceLocation at) =>
        diagnostics.Report(CoverageDiagnostics.NullHole(at, place switch
        {
            TemplatePlace.Path => "a path",
            TemplatePlace.Header => "a header",
            TemplatePlace.Key => "a key",
            _ => "an address",
        }));

    // Where a transition that leads here fails to prove it, that is where to prove it.
    private FlowEdge? WayWithout(string path) => flow.Edges.FirstOrDefault(edge =>
        edge.To == _state && !edge.Out.IsOver && !edge.Out.IsProven(path));

    private string WayOut(BoundTransition transition, StateSymbol from, string proof)
    {
        var way = $"the transition '{TextOf(transition)}' of '{from.Name}' leads here without proving it";
        if (transition.Guard is not { } guard)
            return $"{way}: add 'when {proof}' there, or '??' here";
        return GuardText.Of(guard, scenario.Symbol.Origin.Text).Contains(proof, StringComparison.Ordinal)
            ? $"{way}, because of a 'set' after its guard: test it here, or write '??'"
            : $"{way}: add 'and {proof}' to its guard, or '??' here";
    }

    // example: event.ok, session.name is not null
    private static string ProofOf(BoundExpression value) =>
        value is BoundMember { Field.Name: "body", Target: BoundEvent { Type: EventSymbol { Body: not null } } }
            ? "event.ok"
            : $"{AccessPath.Of(value)} is not null";

    private string TextOf(BoundTransition transition)
    {
        var syntax = transition.Syntax;
        var span = TextSpan.FromBounds(
            syntax.KeywordSpan.Start, (syntax.Guard?.Span ?? syntax.Trigger.Span).End);
        var text = scenario.Symbol.Origin.Text.Content.Substring(span.Start, span.Length);
        return string.Join(" ", text.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
    }
}
