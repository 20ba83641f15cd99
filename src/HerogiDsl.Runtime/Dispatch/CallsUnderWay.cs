using System.Collections.Concurrent;

namespace HerogiDsl.Runtime.Dispatch;

/// <summary>The calls that lanes have taken out of their queues, and which of them are not wanted any more.</summary>
internal sealed class CallsUnderWay
{
    private readonly ConcurrentDictionary<long, bool> _isRevoked = new();

    public void Enter(long id) => _isRevoked[id] = false;

    /// <summary>A call has ended; false when it was revoked.</summary>
    public bool Leave(long id) => !_isRevoked.TryRemove(id, out var isRevoked) || !isRevoked;

    public bool IsRevoked(long id) => _isRevoked.TryGetValue(id, out var isRevoked) && isRevoked;

    /// <summary>Its row is gone: it is not begun, or where it is, not made again.</summary>
    public void Revoke(long id) => _isRevoked.TryUpdate(id, newValue: true, comparisonValue: false);
}

/// <summary>A call is not begun, because its row is gone.</summary>
internal sealed class CallRevokedException() : Exception("the session of the call was erased");
