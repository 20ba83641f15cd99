using System.Collections.Immutable;
using HerogiDsl.Compiler.Analysis.Facts;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Analysis.Checks;

/// <summary>HRG3012: states that send themselves, under no condition, the very event that leads round.</summary>
internal sealed class InstantLoopCheck : IScenarioCheck
{
    public void Run(ScenarioFacts facts, DiagnosticBag diagnostics) => new Search(facts.Scenario, diagnostics).Run();

    /// <summary>A session in a state, with an event on its way that it has sent itself.</summary>
    private sealed record Node(BoundState State, EventSymbol Event);

    /// <summary>What a step from a node sends, and where the session is then.</summary>
    private sealed record Sent(Node Node, SourceLocation At);

    private sealed class Search(BoundScenario scenario, DiagnosticBag diagnostics)
    {
        private readonly Dictionary<StateSymbol, BoundState> _states = scenario.States.ToDictionary(state => state.Symbol);

        public void Run()
        {
            var search = new RoundSearch<Sent, (StateSymbol State, EventSymbol Event)>(
                sent => (sent.Node.State.Symbol, sent.Node.Event), sent => Follow(sent.Node), Report);
            foreach (var state in scenario.States.Where(state => state.Symbol.Kind == StateKind.State))
            {
                foreach (var sent in SentIn(state.Statements, state))
                    search.Visit(sent);
                foreach (var sent in scenario.Leaving(state).SelectMany(transition => SentOnTheWay(transition, state)))
                    search.Visit(sent);
            }
        }

        // Only where the first transition on the event is unguarded is it certain what the event does.
        private IEnumerable<Sent> Follow(Node node)
        {
            if (FirstTaker(node) is not { Guard: null } taker)
                return [];
            return taker.Target is { Kind: StateKind.State } target
                ? [.. SentOnTheWay(taker, node.State), .. SentIn(_states[target].Statements, _states[target])]
                : SentOnTheWay(taker, node.State);
        }

        // What the state itself puts off or ignores, `anywhere` does not see.
        private BoundTransition? FirstTaker(Node node) => node.State.Transitions.FirstOrDefault(Takes(node.Event))
            ?? (node.State.Defers.Any(defer => defer.Event == node.Event)
                ? null
                : scenario.Leaving(node.State).FirstOrDefault(Takes(node.Event)));

        private static Func<BoundTransition, bool> Takes(EventSymbol @event) => transition =>
            transition.Trigger is BoundOnAny || (transition.Trigger is BoundOnEvent on && on.Event == @event);

        // By the `exit` of the state that is left and by the `do`; the session is in the target when it is judged.
        private IEnumerable<Sent> SentOnTheWay(BoundTransition transition, BoundState from)
        {
            if (transition.Syntax.IsStay)
                return SentIn(transition.Do, from);
            return transition.Target is { Kind: StateKind.State } target
                ? [.. SentIn(from.Exit, _states[target]), .. SentIn(transition.Do, _states[target])]
                : [];
        }

        private IEnumerable<Sent> SentIn(ImmutableArray<BoundStatement> statements, BoundState state)
        {
            foreach (var statement in statements)
            {
                if (statement is BoundSend { When: null, For: null } send
                    && (send.To is null || send.To == scenario.Symbol))
                {
                    yield return new Sent(new Node(state, send.Event), send.Text.Locate(send.EventSpan));
                }
                else if (statement is BoundRun run)
                {
                    foreach (var sent in SentIn(run.Body, state))
                        yield return sent;
                }
            }
        }

        // What leads into the round is no part of it; the send that closes it is.
        private void Report(IReadOnlyList<Sent> path, Sent closing)
        {
            Sent[] round = [closing, .. path.Skip(1)];
            var first = round.OrderBy(sent => sent.At.Span.Start).First();
            var names = string.Join(" -> ", round.Concat([round[0]]).Select(sent => sent.Node.State.Symbol.Name));
            diagnostics.Report(CoverageDiagnostics.InstantLoop(first.At, first.Node.Event.Name, names));
        }
    }
}
