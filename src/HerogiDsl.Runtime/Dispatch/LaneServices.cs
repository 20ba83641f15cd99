using HerogiDsl.Runtime.Hosting;
using HerogiDsl.Runtime.Sessions;
using HerogiDsl.Runtime.Storage;
using Microsoft.Extensions.Logging;

namespace HerogiDsl.Runtime.Dispatch;

/// <summary>What the lanes share.</summary>
internal sealed record LaneServices(GroupCommit Commits, SessionScheduler Scheduler, TimeProvider Time, ILogger Logger)
{
    /// <summary>The calls of all lanes that are under way.</summary>
    public CallsUnderWay UnderWay { get; } = new();

    /// <summary>Where the calls run.</summary>
    public required EngineTasks Tasks { get; init; }

    /// <summary>Whether failures are remembered.</summary>
    public required bool KeepsHistory { get; init; }

    /// <summary>Who makes calls of a kind.</summary>
    public required IReadOnlyDictionary<OutboxKind, ICaller> Callers { get; init; }

    /// <summary>The store's id, known when it is open.</summary>
    public required Func<string> StoreId { get; init; }

    /// <summary>Takes secrets out of messages.</summary>
    public required ApplicationSettings Settings { get; init; }
}
