namespace HerogiDsl.Runtime.Hosting;

/// <summary>
/// Where the engine's loops run: on the thread pool, or on a scheduler of one's own, which nothing of the engine leaves
/// then. The whole engine is as deterministic as that scheduler, its store, its callers and its clock.
/// </summary>
internal sealed class EngineTasks(TaskScheduler scheduler)
{
    /// <summary>Where an application runs it.</summary>
    public static EngineTasks OnThreadPool { get; } = new(TaskScheduler.Default);

    /// <summary>Whether what follows an <c>await</c> runs on the scheduler: for <c>ConfigureAwait</c>.</summary>
    public bool Stays { get; } = !ReferenceEquals(scheduler, TaskScheduler.Default);

    /// <summary>
    /// The longest that a loop sleeps without a look at the clock, which may have been set meanwhile. An hour, unless the
    /// clock is one that nobody sets.
    /// </summary>
    public TimeSpan LongestSleep { get; init; } = TimeSpan.FromHours(1);

    public Task Run(Func<Task> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, scheduler).Unwrap();

    public Task Run(Action work, CancellationToken cancellationToken) =>
        Task.Factory.StartNew(work, cancellationToken, TaskCreationOptions.DenyChildAttach, scheduler);

    public Task<T> Run<T>(Func<T> work, CancellationToken cancellationToken) =>
        Task.Factory.StartNew(work, cancellationToken, TaskCreationOptions.DenyChildAttach, scheduler);

    /// <summary>Does something when a task has ended, however it did.</summary>
    public void Follow(Task task, Action<Task> action) =>
        _ = task.ContinueWith(action, CancellationToken.None, TaskContinuationOptions.DenyChildAttach, scheduler);

    /// <summary>Waits for a task, or until the wait (not the task) is cancelled.</summary>
    public Task WaitAsync(Task task, CancellationToken cancellationToken) => Stays && cancellationToken.CanBeCanceled
        ? WaitHereAsync(AsResultAsync(task), cancellationToken)
        : task.WaitAsync(cancellationToken);

    /// <summary>Waits for a task, or until the wait (not the task) is cancelled.</summary>
    public Task<T> WaitAsync<T>(Task<T> task, CancellationToken cancellationToken) => Stays && cancellationToken.CanBeCanceled
        ? WaitHereAsync(task, cancellationToken)
        : task.WaitAsync(cancellationToken);

    // Task.WaitAsync goes through the thread pool where the task's own continuations run asynchronously.
    private static async Task<T> WaitHereAsync<T>(Task<T> task, CancellationToken cancellationToken)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var cancelling = cancellationToken.UnsafeRegister(
            static (state, token) => (state as TaskCompletionSource<T>)?.TrySetCanceled(token), done);
        _ = PassOnAsync(task, done);
        return await done.Task.ConfigureAwait(true);
    }

    private static async Task PassOnAsync<T>(Task<T> task, TaskCompletionSource<T> done)
    {
        try
        {
            done.TrySetResult(await task.ConfigureAwait(true));
        }
        catch (OperationCanceledException exception)
        {
            done.TrySetCanceled(exception.CancellationToken);
        }
        catch (Exception exception)
        {
            done.TrySetException(exception);
        }
    }

    private static async Task<bool> AsResultAsync(Task task)
    {
        await task.ConfigureAwait(true);
        return true;
    }
}
