using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Symbols;

namespace HerogiDsl.Compiler.Binding;

/// <summary>What is bound already, and need not be bound again.</summary>
/// <param name="TraceOf">What the work on a scenario left; null where it is to be done.</param>
/// <param name="ConnectionOf">A connection, bound; null where it is to be bound.</param>
internal sealed record KnownBindings(
    Func<ScenarioSymbol, ScenarioTrace?> TraceOf, Func<ConnectionSymbol, BoundConnection?> ConnectionOf)
{
    public static KnownBindings None { get; } = new(static _ => null, static _ => null);
}
