namespace HerogiDsl.Runtime.Inbox;

/// <summary>An event that can never be accepted, whoever sends it.</summary>
internal sealed class EventProblemException(string reason) : Exception(reason);
