using System.Collections.Concurrent;
using System.Globalization;
using HerogiDsl.Runtime.Hosting;
using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Runtime.Inbox;

/// <summary>
/// Refuses events for sessions that have deferred as many as they may. Whether an event would be deferred is known when
/// it is judged; so those are refused whose like is deferred already, and an event that moves the session on gets through.
/// </summary>
internal sealed class DeferralLimit(IStore store, HerogiOptions options)
{
    private readonly ConcurrentDictionary<(string Scenario, string SessionId), bool> _full = new();

    public void Read()
    {
        foreach (var full in store.Read(tables => tables.Instances.ListDeferring(options.MaxDeferredEvents)))
            _full[full] = true;
    }

    public void Changed(InstanceRow row)
    {
        if (row.Deferred >= options.MaxDeferredEvents)
            _full[(row.Scenario, row.SessionId)] = true;
        else if (!_full.IsEmpty)
            _full.TryRemove((row.Scenario, row.SessionId), out _);
    }

    public void Removed(string scenario, string sessionId)
    {
        if (!_full.IsEmpty)
            _full.TryRemove((scenario, sessionId), out _);
    }

    /// <exception cref="EventRefusedException">The session has deferred too many of them.</exception>
    public void Check(string scenario, string sessionId, string eventName)
    {
        if (_full.IsEmpty || !_full.ContainsKey((scenario, sessionId)))
            return;
        if (store.Read(tables => tables.Inbox.HasDeferred(scenario, sessionId, eventName)))
        {
            var limit = options.MaxDeferredEvents.ToString(CultureInfo.InvariantCulture);
            throw new EventRefusedException(
                $"'{eventName}' is refused: the session '{sessionId}' has {limit} deferred events "
                + $"in '{scenario}', which is the limit; send it again when the session has changed its state");
        }
    }
}
