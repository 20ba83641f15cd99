using HerogiDsl.Runtime.Hosting;
using HerogiDsl.Runtime.Sessions;
using HerogiDsl.Runtime.Storage;
using HerogiDsl.Runtime.Telemetry;
using HerogiDsl.Runtime.Timers;
using Microsoft.Extensions.Logging;

namespace HerogiDsl.Runtime.Inbox;

/// <summary>Reads what waits in the store: at the start, and what did not fit in memory.</summary>
internal sealed class InboxLoader(
    SessionScheduler scheduler, GroupCommit commits, EngineTasks tasks, TimeProvider time, ILogger logger) : IDisposable
{
    private readonly Alarm _alarm = new(time, tasks);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        scheduler.RoomToRead = _alarm.Ring;
        _alarm.Ring();
        while (true)
        {
            await _alarm.WaitAsync(null, cancellationToken).ConfigureAwait(tasks.Stays);
            try
            {
                while (scheduler.ReadFrom is { } from)
                    await commits.RunAsync(new PageWork(scheduler, from), cancellationToken).ConfigureAwait(tasks.Stays);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Log.LoopFailed(logger, nameof(InboxLoader), exception);
                await Task.Delay(TimeSpan.FromSeconds(1), time, cancellationToken).ConfigureAwait(tasks.Stays);
                _alarm.Ring();
            }
        }
    }

    public void Dispose() => _alarm.Dispose();

    // The writer reads, so that no row is committed between the page and its publication.
    private sealed class PageWork(SessionScheduler scheduler, long from) : AwaitedWork
    {
        private IReadOnlyList<InboxRow> _rows = [];

        public override void Execute(IStoreTables tables) => _rows = tables.Inbox.ReadWaiting(from, scheduler.PageSize);

        public override void Committed()
        {
            scheduler.PublishPage(_rows);
            base.Committed();
        }
    }
}
