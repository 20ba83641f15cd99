using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Runtime.Dispatch;

/// <summary>Has a call made again later, where its row is still there.</summary>
internal sealed class PostponeWork(OutboxRow row, int tries, DateTimeOffset due) : AwaitedWork
{
    /// <summary>Whether its session was erased meanwhile.</summary>
    public bool IsGone { get; private set; }

    public override void Execute(IStoreTables tables)
    {
        IsGone = !tables.Outbox.Postpone(row.Id, tries, due);
        if (IsGone)
            return;
        tables.Totals.Add(Totals.Retries, 1);
        if (row.Kind == OutboxKind.Http)
            tables.Totals.Add(Totals.Calls, 1);
    }
}
