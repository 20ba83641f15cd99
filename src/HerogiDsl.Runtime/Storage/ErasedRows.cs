namespace HerogiDsl.Runtime.Storage;

/// <summary>What was deleted of a session.</summary>
/// <param name="Instances">The scenarios that it was in.</param>
/// <param name="Calls">The ids of the rows of the outbox.</param>
/// <param name="Count">How many rows there were in all.</param>
internal sealed record ErasedRows(IReadOnlyList<string> Instances, IReadOnlyList<long> Calls, long Count);
