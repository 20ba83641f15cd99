using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Testing.Tests.Simulation;

/// <summary>What the ledger knows of a session in a scenario.</summary>
internal sealed class InstanceLedger(string scenario, string sessionId)
{
    public string Scenario => scenario;

    public string SessionId => sessionId;

    /// <summary>The state, or the end of a scenario that is run once; null for none.</summary>
    public string? State { get; set; }

    public long Visit { get; set; }

    public bool IsFaulted { get; set; }

    /// <summary>What waits to be judged, in order.</summary>
    public SortedDictionary<long, InboxRow> Waiting { get; } = [];

    public SortedDictionary<long, InboxRow> Deferred { get; } = [];

    public Dictionary<(long Visit, int Timer), TimerRow> Timers { get; } = [];

    /// <summary>What the scenario must have counted by itself.</summary>
    public long Count { get; set; }

    /// <summary>The events that the aggregate has counted.</summary>
    public HashSet<long> Bumps { get; } = [];

    /// <summary>How many steps the history tells.</summary>
    public int Steps { get; set; }

    public override string ToString() => $"'{sessionId}' in '{scenario}'";
}
