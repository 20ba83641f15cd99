using HerogiDsl.Runtime.Hosting;

namespace HerogiDsl.Runtime.Client;

/// <summary>Lets senders in when the runtime has started, and turns them away when it ends.</summary>
internal sealed class AcceptGate(EngineTasks tasks)
{
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _isClosed;

    public void Open() => _opened.TrySetResult();

    public void Close()
    {
        _isClosed = true;
        _opened.TrySetResult();
    }

    /// <exception cref="InvalidOperationException">The runtime has ended.</exception>
    public async ValueTask EnterAsync(CancellationToken cancellationToken)
    {
        if (!_opened.Task.IsCompletedSuccessfully)
            await tasks.WaitAsync(_opened.Task, cancellationToken).ConfigureAwait(tasks.Stays);
        if (_isClosed)
            throw new InvalidOperationException("the runtime has ended: it accepts nothing more");
    }
}
