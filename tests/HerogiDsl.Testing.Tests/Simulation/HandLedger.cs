using HerogiDsl.Runtime.Storage;
using HerogiDsl.Testing.Simulation;

namespace HerogiDsl.Testing.Tests.Simulation;

/// <summary>What people have asked for and what of it is safe, and the order of the history, from which rows go away.</summary>
internal sealed class HandLedger
{
    private readonly Dictionary<(string What, string Scenario, string SessionId), int> _done = [];
    private readonly List<(string Scenario, string SessionId, string State, long Count)> _asked = [];
    private readonly List<(InstanceLedger Instance, DateTimeOffset At)> _told = [];

    /// <summary>The sessions that were ever erased.</summary>
    public HashSet<string> Erased { get; } = [];

    /// <summary>How often something was done to a session: <c>skipped</c>, <c>put</c> or <c>erased</c>.</summary>
    public int CountOf(string what, string scenario, string sessionId) => _done.GetValueOrDefault((what, scenario, sessionId));

    /// <summary>Somebody asks for a session to be put into a state.</summary>
    public void AskToPut(string scenario, string sessionId, string state, long count) =>
        _asked.Add((scenario, sessionId, state, count));

    /// <summary>Whether what was done is what somebody has asked for, and was not done before.</summary>
    public bool TakeAsked(HistoryRow row) => row is { To: { } state, Sets: { } sets }
        && _asked.Remove((row.Scenario, row.SessionId, state, StepRules.CountIn(sets)));

    public void Told(InstanceLedger instance, HistoryRow row)
    {
        _told.Add((instance, row.At));
        if (row.Outcome is "skipped" or "put")
            Count(row.Outcome, row.Scenario, row.SessionId);
    }

    public void Erase(string sessionId)
    {
        Erased.Add(sessionId);
        Count("erased", "", sessionId);
        _told.RemoveAll(told => told.Instance.SessionId == sessionId);
    }

    public void EraseHistory(string sessionId, int count) =>
        Remove(_told.Where(told => told.Instance.SessionId == sessionId).Take(count));

    /// <summary>Rows past their time are gone; tells what is wrong with that, null for nothing.</summary>
    public string? ForgetHistory(HistoryForgotten old)
    {
        var before = DateTimeOffset.FromUnixTimeMilliseconds(old.Before.ToUnixTimeMilliseconds());
        var gone = Remove(_told.Take(old.Limit).Where(told => told.At.ToUnixTimeMilliseconds() < before.ToUnixTimeMilliseconds()));
        return gone == old.Count ? null : $"{old.Count} rows of the history are forgotten, and {gone} are past their time";
    }

    private int Remove(IEnumerable<(InstanceLedger Instance, DateTimeOffset At)> rows)
    {
        var gone = rows.ToList();
        foreach (var row in gone)
        {
            _told.Remove(row);
            row.Instance.Steps--;
        }

        return gone.Count;
    }

    private void Count(string what, string scenario, string sessionId) =>
        _done[(what, scenario, sessionId)] = CountOf(what, scenario, sessionId) + 1;
}
