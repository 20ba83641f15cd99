using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;

namespace HerogiDsl.Benchmarks.Running;

/// <summary>
/// The limit: the storage work of the same events written by hand. One writer drains a queue and makes what it has got
/// safe with one commit; an event is accepted in one commit and handled in a later one.
/// </summary>
internal sealed class HandRun : IDisposable
{
    private const int LargestGroup = 1024;

    private readonly Channel<Work> _queue = Channel.CreateUnbounded<Work>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Dictionary<string, long> _numbers;
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HandStore _store;
    private int _left;
    private long _sequence;

    private HandRun(string database, Load load)
    {
        _store = new HandStore(database);
        _left = load.Events;
        _numbers = load.SessionIds.ToDictionary(session => session, _ => 0L, StringComparer.Ordinal);
    }

    /// <summary>How long it takes until every event is accepted and handled.</summary>
    public static async Task<TimeSpan> RunAsync(string database, Load load)
    {
        using var run = new HandRun(database, load);
        foreach (var session in load.SessionIds)
            run._store.AddInstance(session);
        var writer = Task.Run(run.WriteAsync);

        var start = Stopwatch.GetTimestamp();
        await load.SendAllAsync(run.SendAsync);
        await run._over.Task;
        var time = Stopwatch.GetElapsedTime(start);

        run._queue.Writer.Complete();
        await writer;
        var sum = run._store.Sum();
        return sum == load.Events
            ? time
            : throw new InvalidOperationException($"the hand-written program counted {sum}; expected {load.Events}");
    }

    public void Dispose() => _store.Dispose();

    private Task SendAsync(string session)
    {
        var accepted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _queue.Writer.TryWrite(new Work(session, 0, accepted));
        return accepted.Task;
    }

    private async Task WriteAsync()
    {
        var group = new List<Work>(LargestGroup);
        while (await _queue.Reader.WaitToReadAsync())
        {
            while (group.Count < LargestGroup && _queue.Reader.TryRead(out var work))
                group.Add(work);
            _store.Begin();
            for (var index = 0; index < group.Count; index++)
                group[index] = Write(group[index]);
            _store.Commit();
            foreach (var work in group)
                GoOn(work);
            group.Clear();
        }
    }

    private Work Write(Work work)
    {
        var at = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        if (work.Accepted is not null)
        {
            _store.Accept(++_sequence, work.Session, at);
            return work with { Sequence = _sequence };
        }

        var number = ++_numbers[work.Session];
        _store.Handle(
            work.Sequence,
            work.Session,
            at,
            string.Create(CultureInfo.InvariantCulture, $$"""{"n":{{number}}}"""),
            string.Create(CultureInfo.InvariantCulture, $"[\"n\",{number}]"));
        return work;
    }

    private void GoOn(Work work)
    {
        if (work.Accepted is not null)
        {
            _queue.Writer.TryWrite(work with { Accepted = null });
            work.Accepted.TrySetResult();
        }
        else if (--_left == 0)
        {
            _over.TrySetResult();
        }
    }

    /// <summary>An event to be accepted (then somebody waits for it), or to be handled.</summary>
    private readonly record struct Work(string Session, long Sequence, TaskCompletionSource? Accepted);
}
