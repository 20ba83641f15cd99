using System.Globalization;

namespace HerogiDsl.Testing.Simulation;

/// <summary>All that has happened, as one number, and in words where somebody wants to read it.</summary>
internal sealed class SimulationTrace(TextWriter? words = null)
{
    private const ulong Prime = 0x100000001B3;

    private ulong _hash = 0xCBF29CE484222325;

    /// <summary>The same for the same run.</summary>
    public ulong Hash => _hash;

    /// <summary>How much was noted.</summary>
    public long Count { get; private set; }

    public void Note(string what, long first = 0, long second = 0)
    {
        foreach (var character in what)
            _hash = (_hash ^ character) * Prime;
        _hash = (_hash ^ (ulong)first) * Prime;
        _hash = (_hash ^ (ulong)second) * Prime;
        Count++;
        words?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what} {first} {second}"));
    }
}
