namespace HerogiDsl;

/// <summary>An event that is not accepted now: its session has as many deferred events as it may have.</summary>
public sealed class EventRefusedException(string reason) : Exception(reason);
