using HerogiDsl.Testing.Simulation;

namespace HerogiDsl.Testing.Tests.Simulation;

/// <content>What is erased and forgotten.</content>
internal sealed partial class Ledger
{
    private void ApplyErasing(StoreWrite write)
    {
        switch (write)
        {
            case HistoryErased history:
                ByHand.EraseHistory(history.SessionId, history.Count);
                break;
            case HistoryForgotten { Count: > 0 } old:
                Seen.Add("forgotten");
                if (ByHand.ForgetHistory(old) is { } problem)
                    Report(problem);
                break;
            case SessionErased erased:
                Erase(erased);
                break;
        }
    }

    private void Erase(SessionErased erased)
    {
        var sessionId = erased.SessionId;
        foreach (var instance in _instances.Values.Where(instance => instance.SessionId == sessionId).ToList())
        {
            End(instance);
            foreach (var sequence in instance.Waiting.Keys.Concat(instance.Deferred.Keys))
                _owners.Remove(sequence);
            _instances.Remove((instance.Scenario, sessionId));
        }

        var calls = _calls.Values.Where(row => row.SessionId == sessionId).Select(row => row.Id).ToList();
        if (!calls.Order().SequenceEqual(erased.Rows.Calls.Order()))
            Report($"the calls {string.Join(',', calls)} of '{sessionId}' are to be erased: {string.Join(',', erased.Rows.Calls)} are");
        foreach (var id in calls)
            _calls.Remove(id);
        foreach (var row in _scheduled.Values.Where(row => row.SessionId == sessionId).ToList())
            _scheduled.Remove(row.Id);
        ByHand.Erase(sessionId);
        Seen.Add(calls.Count > 0 ? "erased call" : "erased");
    }
}
