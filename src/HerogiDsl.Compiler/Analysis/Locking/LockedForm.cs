using HerogiDsl.Compiler.Analysis.Facts;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Locking;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Syntax.Members;

namespace HerogiDsl.Compiler.Analysis.Locking;

/// <summary>A locked state, and where its sessions are in this build.</summary>
/// <param name="Chain">The `migrate`s that lead there; null where they stay where they are.</param>
/// <param name="Target">The state; null where nothing is known to take them.</param>
internal sealed record LockedForm(
    ScenarioFacts Facts, LockedScenario Scenario, LockedState State, MigrationChain? Chain, StateSymbol? Target)
{
    /// <summary>Whether some `migrate` of the text speaks of it, be it right or wrong.</summary>
    public bool HasMigrate => Speaks(Facts, Scenario, State);

    /// <summary>The locked states of a scenario.</summary>
    public static IEnumerable<LockedForm> Of(ScenarioFacts facts, LockedScenario scenario)
    {
        foreach (var state in scenario.States)
        {
            var speaks = Speaks(facts, scenario, state);
            var chain = speaks ? facts.Chains.FirstOrDefault(each => each.First.From == state.Name) : null;
            var same = facts.Scenario.Symbol.States.FirstOrDefault(
                known => known.Name == state.Name && known.Kind == StateKind.State);
            yield return new LockedForm(facts, scenario, state, chain, speaks ? chain?.Target : same);
        }
    }

    /// <summary>The datum of this build that is read from what was stored; null where nothing is.</summary>
    public CertainDatum? FindReader(string datum) =>
        Target is null || Target.Kind != StateKind.State || IsSet(datum)
            ? null
            : Facts.AtRest[Target].FirstOrDefault(certain => certain.Symbol.Name == datum);

    // A block of `set`s sets what it sets.
    private bool IsSet(string datum) => Chain is { } chain && chain.Steps
        .SelectMany(step => step.Migration.Statements)
        .Any(statement => statement is BoundSet set && set.Datum.Name == datum
            || statement is BoundErrorStatement);

    // A `migrate` of a state of which an earlier form is remembered speaks of that form.
    private static bool Speaks(ScenarioFacts facts, LockedScenario scenario, LockedState state) =>
        scenario.FormOf(state.Name) == state
        && facts.Scenario.Symbol.Declaration.Members.OfType<MigrateSyntax>().Any(migrate => migrate.From.Text == state.Name);
}
