namespace HerogiDsl.Runtime.Storage;

/// <summary>A timer of a visit.</summary>
internal sealed record TimerRow(
    string Scenario, string SessionId, long Visit, int Timer, DateTimeOffset DueAt);
