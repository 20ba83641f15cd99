using System.Collections.Immutable;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Symbols;

namespace HerogiDsl.Compiler.Analysis.Facts;

/// <summary>What is known of a scenario: the checks, the lowering and the editor read it.</summary>
/// <param name="Reachable">The start and every state and end that some path from it leads to.</param>
/// <param name="OnEntry">What is certain when a state's statements begin.</param>
/// <param name="AtRest">What is certain when they have run, and stays so through every `stay`: the state's record.</param>
internal sealed record ScenarioFacts(
    BoundScenario Scenario,
    HashSet<StateSymbol> Reachable,
    IReadOnlyDictionary<StateSymbol, StateEntry> Entries,
    IReadOnlyDictionary<StateSymbol, IReadOnlyList<CertainDatum>> OnEntry,
    IReadOnlyDictionary<StateSymbol, IReadOnlyList<CertainDatum>> AtRest)
{
    /// <summary>How sessions of an earlier build come here; empty without a lock.</summary>
    public ImmutableArray<MigrationChain> Chains { get; init; } = [];
}

/// <summary>What `event` is in a state's statements.</summary>
/// <param name="Events">The events of the ways in; for `on any` all ordinary ones.</param>
/// <param name="MayBeMissing">Whether a timer leads here as well.</param>
internal sealed record StateEntry(ImmutableArray<EventSymbol> Events, bool MayBeMissing);

/// <summary>A session datum that has a value.</summary>
/// <param name="IsNotNull">Whether a T? is proved to be there.</param>
internal sealed record CertainDatum(SessionSymbol Symbol, bool IsNotNull);
