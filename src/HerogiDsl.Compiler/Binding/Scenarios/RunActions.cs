using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Symbols;

namespace HerogiDsl.Compiler.Binding.Scenarios;

/// <summary>The actions that something runs.</summary>
internal static class RunActions
{
    public static HashSet<ActionSymbol> In(BoundScenario scenario)
    {
        var found = new HashSet<ActionSymbol>();
        foreach (var state in scenario.States.Append(scenario.Start))
        {
            Collect(state.Statements, found);
            Collect(state.Exit, found);
            foreach (var transition in state.Transitions)
                Collect(transition.Do, found);
        }

        foreach (var transition in scenario.Anywhere)
            Collect(transition.Do, found);
        return found;
    }

    private static void Collect(IEnumerable<BoundStatement> statements, HashSet<ActionSymbol> found)
    {
        foreach (var statement in statements)
        {
            if (statement is BoundRun run)
            {
                found.Add(run.Action);
                Collect(run.Body, found);
            }
            else if (statement is BoundIf @if)
            {
                foreach (var branch in @if.Branches)
                    Collect(branch.Statements, found);
                Collect(@if.Else, found);
            }
        }
    }
}
