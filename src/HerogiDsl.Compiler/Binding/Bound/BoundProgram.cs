using System.Collections.Immutable;
using HerogiDsl.Compiler.Binding.Locking;
using HerogiDsl.Compiler.Symbols;

namespace HerogiDsl.Compiler.Binding.Bound;

/// <summary>All files of a project, bound.</summary>
internal sealed record BoundProgram(
    ImmutableArray<RecordSymbol> Records,
    ImmutableArray<EnumSymbol> Enums,
    ImmutableArray<EventSymbol> Events,
    ImmutableArray<BoundConnection> Connections,
    ImmutableArray<ActionSymbol> FileActions,
    ImmutableArray<BoundScenario> Scenarios)
{
    /// <summary>Every scenario, those included that needed not to be bound again.</summary>
    public ImmutableArray<ScenarioSymbol> ScenarioSymbols { get; init; } = [];

    /// <summary>What binding left of each scenario that was bound.</summary>
    public IReadOnlyDictionary<ScenarioSymbol, ScenarioTrace> Traces { get; init; } =
        new Dictionary<ScenarioSymbol, ScenarioTrace>();

    /// <summary>Whether some declaration names what could not be read: then no scenario has code.</summary>
    public bool IsExcused { get; init; }

    /// <summary>Records of the lock that this build has no longer, or not in that shape: a `migrate` reads them.</summary>
    public ImmutableArray<RecordSymbol> LockedRecords { get; init; } = [];

    /// <summary>The lock, and what of it can be read; null without one.</summary>
    public LockedShapes? Locked { get; init; }
}
