using HerogiDsl.Runtime.Storage;
using HerogiDsl.Runtime.Telemetry;
using Microsoft.Extensions.Logging;

namespace HerogiDsl.Runtime.Dispatch;

/// <summary>
/// Leaves a connection alone when nobody answers there: its calls wait in the store and none of their tries is spent, but
/// for one, now and then, that finds out whether the other side is back.
/// </summary>
internal sealed class CircuitBreaker(string connection, int failures, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private int _inARow;
    private TimeSpan _pause;
    private DateTimeOffset? _until;

    /// <summary>Whether it does not answer, as far as is known.</summary>
    public bool IsBroken
    {
        get
        {
            lock (_gate)
                return _until is not null;
        }
    }

    /// <summary>When the next try may begin; null where one may now.</summary>
    public DateTimeOffset? OpenUntil
    {
        get
        {
            lock (_gate)
                return _until is { } until && until > time.GetUtcNow() ? until : null;
        }
    }

    /// <summary>How many calls may be under way.</summary>
    /// <param name="parallel">How many, where nothing is wrong.</param>
    public int FindRoom(int parallel)
    {
        lock (_gate)
            return _until is not { } until ? parallel : until > time.GetUtcNow() ? 0 : 1;
    }

    /// <summary>A try has ended.</summary>
    public void Record(OutboxKind kind, CallResult result)
    {
        if (failures == 0 || result.Failure == CallFailure.Impossible)
            return;
        lock (_gate)
        {
            if (IsAbsent(kind, result))
                Fail();
            else
                Answer();
        }
    }

    // What a gateway says for a server that is not there is no answer of that server's.
    private static bool IsAbsent(OutboxKind kind, CallResult result) =>
        result.Failure is CallFailure.Network or CallFailure.Timeout
        || (kind == OutboxKind.Http && result.StatusCode is 502 or 503 or 504);

    private void Answer()
    {
        if (_until is not null)
            Log.ConnectionBack(logger, connection);
        _inARow = 0;
        _until = null;
        _pause = TimeSpan.Zero;
    }

    private void Fail()
    {
        var now = time.GetUtcNow();
        // One that was begun before says nothing new.
        if (++_inARow < failures || _until > now)
            return;
        _pause = _pause == TimeSpan.Zero ? FirstPause : _pause * 2 < LongestPause ? _pause * 2 : LongestPause;
        if (_until is null)
            Log.ConnectionBroken(logger, connection, _inARow);
        _until = now + _pause;
    }
}
