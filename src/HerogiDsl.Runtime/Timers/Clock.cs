namespace HerogiDsl.Runtime.Timers;

/// <summary>The time as the store keeps it.</summary>
internal static class Clock
{
    /// <summary>Now, in UTC, in whole milliseconds: a time that was stored is the same when it is read again.</summary>
    public static DateTimeOffset ReadNow(this TimeProvider time) =>
        DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
}
