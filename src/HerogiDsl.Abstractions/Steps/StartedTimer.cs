namespace HerogiDsl;

/// <summary>A timer that a step started.</summary>
/// <param name="Timer">Its number within the state.</param>
/// <param name="Delay">How long after the state was entered it falls due; zero for one that goes by a schedule.</param>
public readonly record struct StartedTimer(int Timer, TimeSpan Delay)
{
    /// <summary>What it falls due by, again and again; null for one that does so once.</summary>
    public CronSchedule? Every { get; init; }
}

/// <summary>Moments that come again and again.</summary>
/// <param name="Cron">A cron expression of five fields.</param>
/// <param name="Zone">The time zone that it is judged in, by its IANA name.</param>
public sealed record CronSchedule(string Cron, string Zone);
