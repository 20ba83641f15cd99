using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Runtime.Dispatch;

/// <summary>Whether and when a call is made again: section 6, rule 5 of the language, and the connection's <c>retry</c>.</summary>
internal static class RetryRules
{
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromMinutes(5);

    /// <summary>When the next try may begin; null where this result is the answer.</summary>
    public static DateTimeOffset? FindNextTry(
        ConnectionDefinition connection, OutboxRow row, CallResult result, DateTimeOffset now)
    {
        if (result.IsSuccess || row.Tries >= connection.Retry.Count || !IsCause(connection, row.Kind, result))
            return null;
        if (!row.IsRepeatable && !CertainlyDidNotHappen(row.Kind, result))
            return null;
        if (result.IsDailyLimit || result.RetryAfter > LongestRetryAfter)
            return null;
        return now + (result.RetryAfter ?? Backoff(connection.Retry.Every, row));
    }

    /// <summary>Whether the answer is that nobody knows.</summary>
    public static bool IsUnknown(OutboxRow row, CallResult result) => !row.IsRepeatable && result.MayHaveHappened;

    // Of the statuses of HTTP only these two say so, 503 where it comes with Retry-After; a mail server that refuses a mail
    // has not taken it.
    private static bool CertainlyDidNotHappen(OutboxKind kind, CallResult result) =>
        !result.MayHaveHappened
        && (kind == OutboxKind.Email || result.Failure != CallFailure.None || result.StatusCode is 429 or 503);

    /// <summary>Statuses after which a call may have been carried out all the same.</summary>
    public static bool LeavesOpen(int status, bool hasRetryAfter) =>
        status is 500 or 502 or 504 or (>= 520 and <= 529) || (status == 503 && !hasRetryAfter);

    /// <summary>The wait before the next try.</summary>
    public static TimeSpan Backoff(TimeSpan every, OutboxRow row)
    {
        // Doubled each time, and half of it spread by the row, so that calls that failed together do not come back together.
        var full = every * Math.Pow(2, Math.Min(row.Tries, 30));
        var longest = full < LongestBackoff ? full : LongestBackoff;
        var spread = Mix((ulong)((row.Id * 64) + row.Tries)) / (double)ulong.MaxValue;
        return longest * (0.5 + (0.5 * spread));
    }

    // Spreads numbers that follow each other, the same in every process.
    private static ulong Mix(ulong number)
    {
        number += 0x9E3779B97F4A7C15;
        number = (number ^ (number >> 30)) * 0xBF58476D1CE4E5B9;
        number = (number ^ (number >> 27)) * 0x94D049BB133111EB;
        return number ^ (number >> 31);
    }

    private static bool IsCause(ConnectionDefinition connection, OutboxKind kind, CallResult result) => result.Failure switch
    {
        CallFailure.Network => connection.Retry.OnNetwork,
        CallFailure.Timeout => connection.Retry.OnTimeout,
        CallFailure.Impossible => false,
        // The default's statuses are those of HTTP; what a mail server calls temporary is 4xx.
        _ when kind == OutboxKind.Email && ReferenceEquals(connection.Retry, RetryDefinition.Default) =>
            result.StatusCode is >= 400 and <= 499,
        _ => connection.Retry.Statuses.Any(range => range.First <= result.StatusCode && result.StatusCode <= range.Last),
    };
}
