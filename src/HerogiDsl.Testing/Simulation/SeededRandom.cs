namespace HerogiDsl.Testing.Simulation;

/// <summary>Numbers that follow from a seed, the same on every machine and in every version of .NET.</summary>
internal sealed class SeededRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>Another source of numbers, which follows from this one: what is drawn there changes nothing here.</summary>
    public SeededRandom Split() => new(NextNumber());

    public ulong NextNumber()
    {
        // SplitMix64.
        var number = _state += 0x9E3779B97F4A7C15;
        number = (number ^ (number >> 30)) * 0xBF58476D1CE4E5B9;
        number = (number ^ (number >> 27)) * 0x94D049BB133111EB;
        return number ^ (number >> 31);
    }

    /// <summary>A number from 0 up to, and without, a limit.</summary>
    public int Below(int limit) => (int)(NextNumber() % (ulong)limit);

    /// <summary>A number between two, both included.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    /// <summary>Whether one of so many chances has come true.</summary>
    public bool OneIn(int chances) => Below(chances) == 0;

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>A time up to a longest one, short ones as likely as long ones.</summary>
    public TimeSpan Time(TimeSpan longest)
    {
        var milliseconds = Math.Max(1, longest.TotalMilliseconds);
        var part = (NextNumber() >> 11) / (double)(1UL << 53);
        return TimeSpan.FromMilliseconds(Math.Floor(Math.Pow(milliseconds, part)));
    }
}
