using System.Collections.Immutable;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Symbols;

namespace HerogiDsl.Compiler.Binding.Bound;

/// <summary>A connection, bound; numbers and durations are in its syntax.</summary>
/// <param name="Url">Null where it was told to be missing.</param>
internal sealed record BoundConnection(
    ConnectionSymbol Symbol,
    BoundTemplate? Url,
    BoundTemplate? User,
    BoundTemplate? Password,
    ImmutableArray<BoundHeader> Headers,
    bool HasErrors)
{
    /// <summary>What was told while it was bound.</summary>
    public ImmutableArray<Diagnostic> Told { get; init; } = [];
}

/// <summary>A header that every call of a connection has.</summary>
internal sealed record BoundHeader(string Name, BoundTemplate Value);
