namespace HerogiDsl.Runtime.Storage;

/// <summary>How many instances of a scenario are in a state.</summary>
internal sealed record StateCountRow(string Scenario, string State, InstanceStatus Status, long Count);

/// <summary>How much waits.</summary>
internal sealed record PendingCounts(long Events, long Deferred, long Calls, long Mails, long Timers, long Scheduled);
