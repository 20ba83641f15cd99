using HerogiDsl.Runtime.Client;
using HerogiDsl.Runtime.Dispatch;
using HerogiDsl.Runtime.Dispatch.Actions;
using HerogiDsl.Runtime.Dispatch.Email;
using HerogiDsl.Runtime.Dispatch.Http;
using HerogiDsl.Runtime.History;
using HerogiDsl.Runtime.Inbox;
using HerogiDsl.Runtime.Outbox;
using HerogiDsl.Runtime.Sessions;
using HerogiDsl.Runtime.Storage;
using HerogiDsl.Runtime.Templates;
using HerogiDsl.Runtime.Timers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HerogiDsl.Runtime.Hosting;

/// <summary>Puts the parts together: who knows whom is to be read here, from top to bottom.</summary>
internal static class EngineAssembly
{
    private const int CommitQueueSize = 4096;

    public static EngineParts Assemble(IServiceProvider services)
    {
        var store = services.GetService<IStore>() ?? throw new InvalidOperationException(
            "no store is chosen: call UseSqlite(\"herogi.db\") in AddHerogi");
        var options = services.GetRequiredService<IOptions<HerogiOptions>>().Value;
        var catalog = services.GetRequiredService<ScenarioCatalog>();
        var settings = services.GetRequiredService<ApplicationSettings>();
        var time = services.GetRequiredService<TimeProvider>();
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("HerogiDsl");

        var tasks = services.GetRequiredService<EngineTasks>();
        var commits = new GroupCommit(store, CommitQueueSize, tasks, logger);
        var scheduler = new SessionScheduler(options.QueueSize);
        var cache = new InstanceCache(options.CachedSessions);
        var deferrals = new DeferralLimit(store, options);
        var router = new EventRouter(catalog, options, deferrals);
        var clock = new StepClock(time, logger);
        var timers = new TimerClock(store, commits, scheduler, router, tasks, clock);
        var dispatcher = new Dispatcher(
            catalog,
            services.GetRequiredService<ActionContracts>(),
            MakeLaneServices(services, (store, commits, scheduler), logger),
            options);
        var planner = new StepPlanner(new EffectPlanner(router, catalog), new StepRecorder(options));
        var renderer = services.GetRequiredService<TemplateRenderer>();
        var migrator = new InstanceMigrator(renderer, settings, time);
        var instances = new InstanceReader(store, cache, migrator);
        var runner = new StepRunner(catalog, instances, planner, renderer, settings, clock);
        var follower = new StepFollower(scheduler, cache, timers, dispatcher, deferrals, logger);
        return new EngineParts(store, catalog, options)
        {
            Tasks = tasks,
            Gate = new AcceptGate(tasks),
            Commits = commits,
            Scheduler = scheduler,
            Cache = cache,
            Instances = instances,
            Migrator = migrator,
            Deferrals = deferrals,
            Router = router,
            Loader = new InboxLoader(scheduler, commits, tasks, time, logger),
            Timers = timers,
            Dispatcher = dispatcher,
            Workers = new SessionWorkers(scheduler, runner, follower, cache, commits, timers, tasks, logger),
            Retention = new RetentionLoop(commits, catalog, options, tasks, time, logger),
        };
    }

    private static LaneServices MakeLaneServices(
        IServiceProvider services, (IStore Store, GroupCommit Commits, SessionScheduler Scheduler) parts, ILogger logger)
    {
        var options = services.GetRequiredService<IOptions<HerogiOptions>>().Value;
        return new LaneServices(
            parts.Commits, parts.Scheduler, services.GetRequiredService<TimeProvider>(), logger)
        {
            Tasks = services.GetRequiredService<EngineTasks>(),
            KeepsHistory = options.History,
            Callers = services.GetService<IReadOnlyDictionary<OutboxKind, ICaller>>()
                ?? MakeCallers(services, parts.Store, services.GetRequiredService<ScenarioCatalog>(), options),
            StoreId = () => parts.Store.Id,
            Settings = services.GetRequiredService<ApplicationSettings>(),
        };
    }

    private static Dictionary<OutboxKind, ICaller> MakeCallers(
        IServiceProvider services, IStore store, ScenarioCatalog catalog, HerogiOptions options)
    {
        var targets = services.GetRequiredService<ConnectionTargets>();
        var settings = services.GetRequiredService<ApplicationSettings>();
        var time = services.GetRequiredService<TimeProvider>();
        var clients = services.GetRequiredService<IHttpClientFactory>();
        return new()
        {
            [OutboxKind.Http] = new HttpCaller(clients, catalog, targets, options, settings, time),
            [OutboxKind.Email] = new MailCaller(targets, settings, store, time),
        };
    }
}
