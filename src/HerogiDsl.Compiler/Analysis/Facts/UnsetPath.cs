using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Symbols;

namespace HerogiDsl.Compiler.Analysis.Facts;

/// <summary>A shortest way on which a datum is set nowhere: start -> A -> C</summary>
internal sealed class UnsetPath(BoundScenario scenario, ScenarioFlow flow)
{
    public string Find(StateSymbol state, SessionSymbol datum, bool isLeaving)
    {
        // What the statements of a state set, a session that a `migrate` has brought there lacks.
        if (isLeaving && flow.Migrations.PathWithout(state, datum) is { } migrated
            && (!flow.OwnRests.TryGetValue(state, out var own) || own.Assigned.Contains(datum)))
        {
            return $"{migrated} -> {state.Name}";
        }

        if (Find(state, datum, [scenario.Symbol.Start]) is { } path)
            return path;
        var arrivals = scenario.Symbol.States.Where(target => flow.Migrations.PathWithout(target, datum) is not null);
        return Find(state, datum, [.. arrivals]) is { } later
            ? flow.Migrations.PathWithout(FirstOf(later), datum) + " -> " + later
            : state.Name;
    }

    private StateSymbol FirstOf(string path)
    {
        var name = path.Split(' ')[0];
        return scenario.Symbol.States.First(state => state.Name == name);
    }

    private string? Find(StateSymbol state, SessionSymbol datum, StateSymbol[] starts)
    {
        var from = starts.ToDictionary(start => start, start => (StateSymbol?)null);
        var waiting = new Queue<StateSymbol>(starts);
        while (waiting.Count > 0)
        {
            var current = waiting.Dequeue();
            if (current == state)
                return PathTo(state, from);
            foreach (var edge in flow.Edges)
            {
                if (edge.From != current || edge.Out.IsOver || edge.Out.Assigned.Contains(datum) || from.ContainsKey(edge.To))
                    continue;
                from.Add(edge.To, current);
                waiting.Enqueue(edge.To);
            }
        }

        return null;
    }

    private static string PathTo(StateSymbol state, Dictionary<StateSymbol, StateSymbol?> from)
    {
        var path = new List<string>();
        for (StateSymbol? current = state; current is not null; current = from[current])
            path.Insert(0, current.Name);
        return string.Join(" -> ", path);
    }
}
