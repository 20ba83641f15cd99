using System.Runtime.CompilerServices;

namespace HerogiDsl.Compiler.Syntax;

/// <summary>Tells nodes apart that look alike: syntax is equal by value.</summary>
internal sealed class ReferenceEquality : IEqualityComparer<object>
{
    public static readonly ReferenceEquality Instance = new();

    private ReferenceEquality()
    {
    }

    bool IEqualityComparer<object>.Equals(object? x, object? y) => ReferenceEquals(x, y);

    int IEqualityComparer<object>.GetHashCode(object obj) => RuntimeHelpers.GetHashCode(obj);
}
