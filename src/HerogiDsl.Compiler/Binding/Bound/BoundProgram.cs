using System.Collections.Immutable;
using HerogiDsl.Compiler.Symbols;

namespace HerogiDsl.Compiler.Binding.Bound;

/// <summary>All files of a project, bound.</summary>
internal sealed record BoundProgram(
    ImmutableArray<RecordSymbol> Records,
    ImmutableArray<EnumSymbol> Enums,
    ImmutableArray<EventSymbol> Events,
    ImmutableArray<BoundConnection> Connections,
    ImmutableArray<ActionSymbol> FileActions,
    ImmutableArray<BoundScenario> Scenarios);
