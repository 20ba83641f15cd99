using HerogiDsl.Benchmarks.Scenarios;

namespace HerogiDsl.Benchmarks.HandWritten;

/// <summary>The scenario of <c>counter.herogi</c> as a switch, with a lookup of the session.</summary>
internal sealed class HandSwitch(string sessionId)
{
    private readonly Dictionary<string, Counting> _sessions = new(StringComparer.Ordinal) { [sessionId] = new Counting(0) };

    public bool Handle(string sessionId, IEvent? @event)
    {
        if (!_sessions.TryGetValue(sessionId, out var state))
            return false;
        switch (@event)
        {
            case Tick:
                _sessions[sessionId] = new Counting(checked(state.Number + 1));
                return true;
            case Look:
                _sessions[sessionId] = state;
                return true;
            case Halt:
                return _sessions.Remove(sessionId);
            default:
                return false;
        }
    }

    private sealed record Counting(long Number);
}
