using System.Runtime.CompilerServices;

namespace HerogiDsl.Testing.Conformance;

/// <summary>One thing that every store must do.</summary>
/// <param name="check">Throws a <see cref="ConformanceException"/> where the store does not.</param>
/// <param name="name">The rule, said as the name of the method.</param>
internal sealed class StoreRule(
    Action<StoreBench> check, [CallerArgumentExpression(nameof(check))] string name = "")
{
    public string Name => name;

    /// <summary>Checks the stores of an empty place, and does away with the place.</summary>
    public void Check(IStorePlace place)
    {
        using (place)
        {
            using var bench = new StoreBench(place);
            check(bench);
        }
    }

    public override string ToString() => name;
}
