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

    public void Report()
    {
        var steps = new StepFlow(scenario.Symbol.Origin.Text, this);
        var @unchecked = ScenarioFlow.Unchecked(scenario.Symbol);
        foreach (var state in scenario.States.Prepend(scenario.Start))
        {
            _state = state.Symbol;
            var isStart = state.Symbol.Kind == StateKind.Start;
            if (!isStart)
                steps.Enter(state, flow.Entries.TryGetValue(state.Symbol, out var entry) ? entry : @unchecked);
            var rest = flow.Rests.TryGetValue(state.Symbol, out var known) ? known
                : isStart ? ScenarioFlow.Initial(scenario.Symbol) : @unchecked;
            foreach (var transition in scenario.Leaving(state))
                steps.Take(transition, state, rest);
        }
    }

    public void Unset(SessionSymbol datum, SourceLocation at) =>
        diagnostics.Report(FlowDiagnostics.Unset(at, datum.Name, PathWithout(datum)));

    public void MayBeNull(BoundNotNull value, string? path, SourceLocation at) =>
        diagnostics.Report(TypeDiagnostics.MayBeNull(at, value.Text, path is null ? null : WayOf(path)));

    public void NullHole(TemplatePlace place, SourceLocation at) =>
        diagnostics.Report(CoverageDiagnostics.NullHole(at, place switch
        {
            TemplatePlace.Path => "a path",
            TemplatePlace.Header => "a header",
            TemplatePlace.Key => "a key",
            _ => "an address",
        }));

    // A shortest way on which the datum is set nowhere: start -> A -> C
    private string PathWithout(SessionSymbol datum)
    {
        var from = new Dictionary<StateSymbol, StateSymbol>();
        var waiting = new Queue<StateSymbol>();
        waiting.Enqueue(scenario.Symbol.Start);
        while (waiting.Count > 0)
        {
            var current = waiting.Dequeue();
            if (current == _state)
                break;
            foreach (var edge in flow.Edges)
            {
                if (edge.From != current || edge.Out.IsOver || edge.Out.Assigned.Contains(datum)
                    || edge.To == scenario.Symbol.Start || from.ContainsKey(edge.To))
                {
                    continue;
                }

                from.Add(edge.To, current);
                waiting.Enqueue(edge.To);
            }
        }

        var path = new List<string> { _state.Name };
        for (var current = _state; from.TryGetValue(current, out var previous); current = previous)
            path.Insert(0, previous.Name);
        return string.Join(" -> ", path);
    }

    // Where a transition that leads here fails to prove it, that is where to prove it.
    private string? WayOf(string path)
    {
        var failing = flow.Edges.FirstOrDefault(edge =>
            edge.To == _state && !edge.Out.IsOver && !edge.Out.Proven.Contains(path));
        if (failing is null || !(path.StartsWith("event", StringComparison.Ordinal) || path.StartsWith("session", StringComparison.Ordinal)))
            return null;
        var proof = path.EndsWith(".body", StringComparison.Ordinal) ? "when event.ok" : $"when {path} is not null";
        return $"the transition '{TextOf(failing.Transition)}' of '{failing.From.Name}' leads here without proving it: add '{proof}' there, or '??' here";
    }

    private string TextOf(BoundTransition transition)
    {
        var syntax = transition.Syntax;
        var span = TextSpan.FromBounds(
            syntax.KeywordSpan.Start, (syntax.Guard?.Span ?? syntax.Trigger.Span).End);
        var text = scenario.Symbol.Origin.Text.Content.Substring(span.Start, span.Length);
        return string.Join(" ", text.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
    }
}
