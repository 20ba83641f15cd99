namespace HerogiDsl.Runtime.Storage;

/// <summary>A timer of a visit.</summary>
internal sealed record TimerRow(
    string Scenario, string SessionId, long Visit, int Timer, DateTimeOffset DueAt)
{
    /// <summary>What it falls due by, again and again; null for one that does so once.</summary>
    public CronSchedule? Every { get; init; }
}
