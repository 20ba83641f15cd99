using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Runtime.Sessions;

/// <summary>An instance with its state read.</summary>
/// <param name="Row">As it is stored.</param>
/// <param name="State">The state; null where the session is in none.</param>
/// <param name="MustMark">Whether reading it has changed its status, which the store does not know yet.</param>
internal sealed record Instance(InstanceRow Row, IState? State, bool MustMark = false)
{
    /// <summary>What an earlier build has left, and what becomes of it: not written yet. Null where nothing is to be done.</summary>
    public InstanceMigration? Migration { get; init; }
}

/// <summary>
/// The instances used last. Two generations: when the young one is full it becomes the old one, and what was old is
/// forgotten, so that keeping and forgetting cost nothing for each entry.
/// </summary>
internal sealed class InstanceCache(int capacity)
{
    private readonly Lock _gate = new();
    private Dictionary<(string Scenario, string SessionId), Instance?> _young = [];
    private Dictionary<(string Scenario, string SessionId), Instance?> _old = [];

    /// <summary>Finds what is known; the instance is null where it is known that there is none.</summary>
    public bool TryGet(string scenario, string sessionId, out Instance? instance)
    {
        lock (_gate)
        {
            if (_young.TryGetValue((scenario, sessionId), out instance))
                return true;
            if (!_old.Remove((scenario, sessionId), out instance))
                return false;
            Put(scenario, sessionId, instance);
            return true;
        }
    }

    /// <summary>Whether anything is known.</summary>
    public bool Knows(string scenario, string sessionId) => TryGet(scenario, sessionId, out _);

    /// <summary>Remembers what was read, unless a step has told of a newer one meanwhile; gives what holds.</summary>
    public Instance? Add(string scenario, string sessionId, Instance? read)
    {
        lock (_gate)
        {
            if (TryGet(scenario, sessionId, out var known))
                return known;
            Put(scenario, sessionId, read);
            return read;
        }
    }

    public void Set(string scenario, string sessionId, Instance? instance)
    {
        lock (_gate)
        {
            _old.Remove((scenario, sessionId));
            Put(scenario, sessionId, instance);
        }
    }

    public void Forget(string scenario, string sessionId)
    {
        lock (_gate)
        {
            _young.Remove((scenario, sessionId));
            _old.Remove((scenario, sessionId));
        }
    }

    private void Put(string scenario, string sessionId, Instance? instance)
    {
        if (_young.Count >= capacity / 2)
        {
            _old = _young;
            _young = [];
        }

        _young[(scenario, sessionId)] = instance;
    }
}
