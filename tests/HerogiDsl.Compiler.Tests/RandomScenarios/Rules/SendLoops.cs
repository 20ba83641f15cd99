using System.Collections.Immutable;
using HerogiDsl.Compiler.Tests.RandomScenarios.Model;

namespace HerogiDsl.Compiler.Tests.RandomScenarios.Rules;

/// <summary>HRG3012: states that send themselves, under no condition, the very event that leads round.</summary>
internal sealed class SendLoops(ScenarioModel scenario, IReadOnlyDictionary<object, int> lines)
{
    /// <summary>The lines of the sends of every round; empty where there is none.</summary>
    public IReadOnlyList<IReadOnlySet<int>> Rounds()
    {
        var ways = scenario.States.Where(state => !state.IsEnd)
            .SelectMany(state => scenario.Events.Select(declared => (State: state.Name, Event: declared.Name)))
            .ToDictionary(node => node, Follow);
        var rounds = new List<IReadOnlySet<int>>();
        foreach (var node in ways.Keys)
        {
            var round = Reached(node, ways).Where(other => Reached(other, ways).Contains(node)).ToHashSet();
            if (round.Contains(node))
            {
                rounds.Add(round.SelectMany(other => ways[other]).Where(way => round.Contains((way.State, way.Event)))
                    .Select(way => way.Line).ToHashSet());
            }
        }

        return rounds;
    }

    private static HashSet<(string State, string Event)> Reached(
        (string State, string Event) from, Dictionary<(string State, string Event), ImmutableArray<Sent>> ways)
    {
        var found = new HashSet<(string State, string Event)>();
        var waiting = new Stack<(string State, string Event)>([from]);
        while (waiting.TryPop(out var node))
        {
            foreach (var way in ways[node].Where(way => found.Add((way.State, way.Event))))
                waiting.Push((way.State, way.Event));
        }

        return found;
    }

    // Only where what decides first is a transition without a guard.
    private ImmutableArray<Sent> Follow((string State, string Event) node)
    {
        var state = scenario.State(node.State);
        var brought = scenario.Event(node.Event);
        var taker = state.Transitions.FirstOrDefault(transition => transition.Trigger.Takes(brought));
        if (taker is null && state.Defers.Any(defer => defer.Event == node.Event))
            return [];
        taker ??= scenario.Anywhere.FirstOrDefault(transition =>
            transition.Target != node.State && transition.Trigger.Takes(brought));
        if (taker is not { Guard: null })
            return [];
        if (taker.Target is not { } target)
            return [.. SentBy(taker.Do, node.State)];
        var entered = scenario.State(target);
        return entered.IsEnd
            ? []
            : [.. SentBy(state.Exit, target), .. SentBy(taker.Do, target), .. SentBy(entered.Statements, target)];
    }

    private IEnumerable<Sent> SentBy(ImmutableArray<Stmt> statements, string state) => statements.SelectMany(statement =>
        statement switch
        {
            Send { IsForOther: false, IsLater: false } send => [new Sent(state, send.Event, lines[send])],
            Run run => SentBy(scenario.Action(run.Action).Body, state),
            _ => Array.Empty<Sent>(),
        });

    private sealed record Sent(string State, string Event, int Line);
}
