namespace HerogiDsl.Testing.Simulation;

/// <summary>What goes wrong with a disk, counted in its operations: a beginning, a write, a commit before and after, a read.</summary>
internal sealed class DiskFaults
{
    /// <summary>The operation at which the process ends.</summary>
    public long CrashAt { get; set; } = long.MaxValue;

    /// <summary>The first operation that fails.</summary>
    public long FailFrom { get; set; } = long.MaxValue;

    /// <summary>The first one after it that does not.</summary>
    public long FailUntil { get; set; }

    /// <summary>Of so many commits one takes its time.</summary>
    public int SlowOneIn { get; set; } = int.MaxValue;

    /// <summary>The writes that the engine is to leave out without knowing: broken on purpose.</summary>
    public Func<StoreWrite, bool> Forgets { get; set; } = static _ => false;

    /// <summary>Whether a commit is told to the engine and not done: broken on purpose.</summary>
    public Func<IReadOnlyList<StoreWrite>, bool> Pretends { get; set; } = static _ => false;

    /// <summary>Whether each row of the outbox is shown twice: broken on purpose.</summary>
    public bool ShowsTwice { get; set; }

    /// <summary>Whether the calls that were erased with a session are kept from the engine: broken on purpose.</summary>
    public bool HidesErasedCalls { get; set; }
}
