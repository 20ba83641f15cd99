namespace HerogiDsl.Runtime.Hosting;

/// <summary>The runtime's settings: the section <c>HerogiDsl</c> of the application's configuration.</summary>
public sealed class HerogiOptions
{
    /// <summary>The longest session id, in characters; 1 to 256. Default 256.</summary>
    public int MaxSessionIdLength { get; set; } = 256;

    /// <summary>The largest event, in bytes of JSON; 1 KiB to 16 MiB. Default 256 KiB.</summary>
    public int MaxEventBytes { get; set; } = 256 * 1024;

    /// <summary>The largest response body, in bytes; 1 KiB to 64 MiB. Default 1 MiB.</summary>
    public int MaxResponseBytes { get; set; } = 1024 * 1024;

    /// <summary>How many events a session may have deferred in a scenario; 1 or more. Default 1,000.</summary>
    public int MaxDeferredEvents { get; set; } = 1000;

    /// <summary>
    /// How many events that wait are kept in memory (the others wait on disk, and senders wait for room); 16 or more.
    /// Default 10,000. As many calls are kept for each connection.
    /// </summary>
    public int QueueSize { get; set; } = 10_000;

    /// <summary>How many sessions are kept in memory for their next event; 16 or more. Default 10,000.</summary>
    public int CachedSessions { get; set; } = 10_000;

    /// <summary>How many steps run at once; 1 or more. Default: the number of processors.</summary>
    public int Workers { get; set; } = Environment.ProcessorCount;

    /// <summary>How often an <c>extern</c> action is tried before its instance is faulted; 1 to 1,000. Default 10.</summary>
    public int ActionTries { get; set; } = 10;

    /// <summary>How many calls of one <c>extern</c> action run at once; 1 to 10,000. Default 16.</summary>
    public int ParallelActions { get; set; } = 16;

    /// <summary>
    /// After how many tries in a row without an answer a connection is left alone, its calls waiting, until one try a second,
    /// later one a minute, has an answer; 0 for never. Default 20.
    /// </summary>
    public int FailuresToBreak { get; set; } = 20;

    /// <summary>How long the id of an event is remembered; more than zero. Default 7 days.</summary>
    public TimeSpan EventIdRetention { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Whether steps are remembered. Default true.</summary>
    public bool History { get; set; } = true;

    /// <summary>How long steps are remembered; null for ever. Default null.</summary>
    public TimeSpan? HistoryRetention { get; set; }

    /// <summary>How often what is past its time is looked for.</summary>
    internal TimeSpan RetentionPause { get; set; } = TimeSpan.FromMinutes(10);
}
