using HerogiDsl.Runtime.Storage;
using HerogiDsl.Testing.Storage;

namespace HerogiDsl.Testing.Simulation;

/// <summary>A disk that fails, dawdles and loses its process when it is told to, and shows what becomes safe on it.</summary>
internal sealed class SimulatedDisk(string id, SimulatedTime time, SeededRandom random, SimulationTrace trace)
{
    private readonly InMemoryDisk _disk = new(id);
    private long _operations;

    public DiskFaults Faults { get; } = new();

    /// <summary>Told of each transaction that is safe.</summary>
    public Action<IReadOnlyList<StoreWrite>> Committed { get; set; } = static _ => { };

    /// <summary>How many operations there were.</summary>
    public long Operations => _operations;

    /// <summary>Whether the process has ended that has the disk open.</summary>
    public bool HasCrashed { get; private set; }

    /// <summary>The store of a new process.</summary>
    public IStore OpenStore()
    {
        HasCrashed = false;
        return new Store(this, new InMemoryStore(_disk));
    }

    /// <summary>The process is gone: what it has not committed never was.</summary>
    public void Crash()
    {
        trace.Note("crash", _operations);
        HasCrashed = true;
        _disk.Crash();
    }

    private void Operate(string what)
    {
        _operations++;
        trace.Note(what, _operations);
        if (HasCrashed)
            throw new SimulatedCrashException();
        if (_operations == Faults.CrashAt)
        {
            Crash();
            throw new SimulatedCrashException();
        }

        if (_operations >= Faults.FailFrom && _operations < Faults.FailUntil)
            throw new IOException("the simulated disk is full");
    }

    // Only a crash: a commit that says it has failed has.
    private void CrashAfterwards()
    {
        _operations++;
        if (_operations != Faults.CrashAt)
            return;
        Crash();
        throw new SimulatedCrashException();
    }

    private void Dawdle()
    {
        if (Faults.SlowOneIn < int.MaxValue && random.OneIn(Faults.SlowOneIn))
            time.Pass(random.Time(TimeSpan.FromSeconds(3)));
    }

    private sealed class Store(SimulatedDisk owner, InMemoryStore store) : IStore, IStoreWatch
    {
        private readonly List<StoreWrite> _writes = [];
        private IStoreTables? _writing;

        public string Id => store.Id;

        public IStoreTables Writing => _writing ??= new WatchedTables(store.Writing, this);

        public void Open() => store.Open();

        public void Begin()
        {
            owner.Operate("begin");
            _writes.Clear();
            store.Begin();
        }

        public void Commit()
        {
            owner.Operate("commit");
            if (owner.Faults.Pretends(_writes))
            {
                store.Rollback();
                return;
            }

            owner.Dawdle();
            store.Commit();
            owner.Committed(_writes);
            _writes.Clear();
            owner.CrashAfterwards();
        }

        public void Rollback()
        {
            _writes.Clear();
            store.Rollback();
        }

        public T Read<T>(Func<IStoreTables, T> read)
        {
            owner.Operate("read");
            return store.Read(read);
        }

        public bool Allows(StoreWrite write)
        {
            owner.Operate("write");
            return !owner.Faults.Forgets(write);
        }

        public IReadOnlyList<OutboxRow> Shows(IReadOnlyList<OutboxRow> rows) =>
            owner.Faults.ShowsTwice ? [.. rows.SelectMany(static row => new[] { row, row })] : rows;

        public ErasedRows Shows(ErasedRows rows) => owner.Faults.HidesErasedCalls ? rows with { Calls = [] } : rows;

        public void Written(StoreWrite write) => _writes.Add(write);

        public void Dispose() => store.Dispose();
    }
}
