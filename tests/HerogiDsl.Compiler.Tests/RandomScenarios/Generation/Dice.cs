namespace HerogiDsl.Compiler.Tests.RandomScenarios.Generation;

/// <summary>Throws that are the same for a seed on every machine and with every version of .NET (SplitMix64).</summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed * 0x9E3779B97F4A7C15;

    /// <summary>From 0 to one less than <paramref name="sides"/>.</summary>
    public int Roll(int sides)
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (int)((mixed ^ (mixed >> 31)) % (ulong)sides);
    }

    public bool Chance(int percent) => Roll(100) < percent;

    public T Pick<T>(IReadOnlyList<T> items) => items[Roll(items.Count)];
}
