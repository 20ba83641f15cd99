using System.Runtime.CompilerServices;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Symbols;

namespace HerogiDsl.Compiler.Analysis.Facts;

/// <summary>A transition in one of the states that it holds in.</summary>
/// <remarks>Each is one of its own, whatever it says: by what it holds it would be hashed to its last word.</remarks>
internal sealed class TransitionOfState(StateSymbol state, BoundTransition transition) : IEquatable<TransitionOfState>
{
    private readonly StateSymbol _state = state;
    private readonly BoundTransition _transition = transition;

    public bool Equals(TransitionOfState? other) => other is not null
        && ReferenceEquals(_state, other._state) && ReferenceEquals(_transition, other._transition);

    public override bool Equals(object? obj) => Equals(obj as TransitionOfState);

    public override int GetHashCode() =>
        unchecked((RuntimeHelpers.GetHashCode(_state) * 31) + RuntimeHelpers.GetHashCode(_transition));
}
