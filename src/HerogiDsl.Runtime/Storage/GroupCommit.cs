using System.Threading.Channels;
using HerogiDsl.Runtime.Hosting;
using HerogiDsl.Runtime.Telemetry;
using Microsoft.Extensions.Logging;

namespace HerogiDsl.Runtime.Storage;

/// <summary>
/// The one writer. It takes all that is ready, up to a group, and makes it safe with one fsync; while it does, the next
/// group gathers. Nothing waits for company: a lone unit is a group of one. But before the next group is taken, others that
/// are ready to run have their turn: where there is much to do, the groups are large then, and cost less a unit.
/// </summary>
internal sealed class GroupCommit(IStore store, int capacity, EngineTasks tasks, ILogger logger)
{
    private const int LargestGroup = 1024;

    private readonly Channel<StoreWork> _queue = Channel.CreateBounded<StoreWork>(
        new BoundedChannelOptions(capacity) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private Task _loop = Task.CompletedTask;
    private volatile bool _aborted;

    public void Start() => _loop = tasks.Run(RunAsync);

    /// <summary>Queues a unit; waits while the queue is full.</summary>
    public ValueTask SubmitAsync(StoreWork work, CancellationToken cancellationToken = default) =>
        _queue.Writer.TryWrite(work) ? default : _queue.Writer.WriteAsync(work, cancellationToken);

    /// <summary>Queues a unit and waits until it is safe.</summary>
    public Task RunAsync(AwaitedWork work, CancellationToken cancellationToken = default) =>
        _queue.Writer.TryWrite(work)
            ? tasks.WaitAsync(work.Done, cancellationToken)
            : RunWithRoomAsync(work, cancellationToken);

    /// <summary>Writes what is queued and ends.</summary>
    public async Task StopAsync()
    {
        _queue.Writer.TryComplete();
        await _loop.ConfigureAwait(tasks.Stays);
    }

    /// <summary>Ends at once, as a crash would: what is not safe yet never will be.</summary>
    public void Abort()
    {
        _aborted = true;
        _queue.Writer.TryComplete();
        _loop.GetAwaiter().GetResult();
    }

    private async Task RunWithRoomAsync(AwaitedWork work, CancellationToken cancellationToken)
    {
        await SubmitAsync(work, cancellationToken).ConfigureAwait(tasks.Stays);
        await tasks.WaitAsync(work.Done, cancellationToken).ConfigureAwait(tasks.Stays);
    }

    private async Task RunAsync()
    {
        var group = new List<StoreWork>(LargestGroup);
        while (await _queue.Reader.WaitToReadAsync().ConfigureAwait(tasks.Stays))
        {
            while (group.Count < LargestGroup && _queue.Reader.TryRead(out var work))
                group.Add(work);
            Write(group);
            group.Clear();
            // What is about to be queued comes along: whoever can run does so first.
            await Task.Yield();
        }
    }

    private void Write(List<StoreWork> group)
    {
        if (_aborted)
        {
            foreach (var work in group)
                Tell(work, new ObjectDisposedException(nameof(GroupCommit), "the runtime has ended"));
            return;
        }

        var problem = TryWrite(group, out var isBegun);
        if (problem is null)
        {
            HerogiMeter.Commits.Add(1);
            foreach (var work in group)
                Tell(work, null);
            return;
        }

        // A store that begins nothing (another program has locked it) keeps nobody waiting for each unit alone.
        if (group.Count == 1 || !isBegun)
        {
            Log.CommitFailed(logger, problem);
            foreach (var work in group)
                Tell(work, problem);
            return;
        }

        // One of them has spoilt the group: alone, the others succeed.
        foreach (var work in group)
            Write([work]);
    }

    private Exception? TryWrite(List<StoreWork> group, out bool isBegun)
    {
        isBegun = false;
        try
        {
            store.Begin();
            isBegun = true;
            foreach (var work in group)
                work.Execute(store.Writing);
            store.Commit();
            return null;
        }
        catch (Exception exception)
        {
            TryRollback();
            return exception;
        }
    }

    private void TryRollback()
    {
        try
        {
            store.Rollback();
        }
        catch (Exception exception)
        {
            Log.CommitFailed(logger, exception);
        }
    }

    private void Tell(StoreWork work, Exception? problem)
    {
        try
        {
            if (problem is null)
                work.Committed();
            else
                work.Failed(problem);
        }
        catch (Exception exception)
        {
            Log.CallbackFailed(logger, exception);
        }
    }
}
