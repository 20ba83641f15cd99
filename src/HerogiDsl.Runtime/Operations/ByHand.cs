using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Runtime.Operations;

/// <summary>Something that somebody does to a session.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="Note">Who, and why; null where nobody says.</param>
/// <param name="At">When.</param>
internal sealed record ByHand(string SessionId, OperatorNote? Note, DateTimeOffset At)
{
    public HistoryRow Tell(IScenario scenario, string outcome, InstanceRow? before) => new()
    {
        At = At,
        Scenario = scenario.Name,
        SessionId = SessionId,
        Outcome = outcome,
        From = before is { IsInStart: false } ? before.State : null,
        Reason = Note is null ? null : $"{Note.By}: {Note.Reason}",
    };
}
