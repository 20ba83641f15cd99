using HerogiDsl.Runtime.Client;
using HerogiDsl.Runtime.Dispatch;
using HerogiDsl.Runtime.History;
using HerogiDsl.Runtime.Inbox;
using HerogiDsl.Runtime.Sessions;
using HerogiDsl.Runtime.Storage;
using HerogiDsl.Runtime.Timers;

namespace HerogiDsl.Runtime.Hosting;

/// <summary>What the engine is made of.</summary>
internal sealed record EngineParts(
    IStore Store, ScenarioCatalog Catalog, HerogiOptions Options)
{
    public required EngineTasks Tasks { get; init; }

    public required AcceptGate Gate { get; init; }

    public required GroupCommit Commits { get; init; }

    public required SessionScheduler Scheduler { get; init; }

    public required InstanceCache Cache { get; init; }

    public required InstanceReader Instances { get; init; }

    public required InstanceMigrator Migrator { get; init; }

    public required DeferralLimit Deferrals { get; init; }

    public required EventRouter Router { get; init; }

    public required InboxLoader Loader { get; init; }

    public required TimerClock Timers { get; init; }

    public required Dispatcher Dispatcher { get; init; }

    public required SessionWorkers Workers { get; init; }

    public required RetentionLoop Retention { get; init; }
}
