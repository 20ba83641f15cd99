using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Testing.Tests.Simulation;

/// <summary>What one transaction has done to an instance.</summary>
internal sealed class LedgerStep(InstanceLedger instance)
{
    public InstanceLedger Instance => instance;

    public long VisitBefore { get; } = instance.Visit;

    /// <summary>The row that was judged; null for none.</summary>
    public InboxRow? Done { get; set; }

    public bool WasDeferred { get; set; }

    /// <summary>The place that was taken for a visit that begins by hand; 0 for none.</summary>
    public long Seat { get; set; }

    public List<HistoryRow> History { get; } = [];

    public InstanceRow? Saved { get; set; }

    public bool IsRemoved { get; set; }

    public bool HasDroppedDeferred { get; set; }

    public int Calls { get; set; }

    public int Notes { get; set; }

    public int Scheduled { get; set; }

    /// <summary>How many timers were started.</summary>
    public int Timers { get; set; }

    /// <summary>Whether what had faulted the instance was dropped by hand.</summary>
    public bool IsSkipped => History.Exists(row => row.Outcome == "skipped");

    /// <summary>Whether somebody has had a faulted instance go on.</summary>
    public bool IsRetried => History.Exists(row => row.Outcome == "retried");
}
