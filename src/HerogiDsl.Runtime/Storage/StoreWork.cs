namespace HerogiDsl.Runtime.Storage;

/// <summary>One atomic unit of writing. The group commit runs many in one transaction.</summary>
internal abstract class StoreWork
{
    /// <summary>Writes. Runs again, alone, when another unit of its group has failed: it changes nothing but the store.</summary>
    public abstract void Execute(IStoreTables tables);

    /// <summary>It is safe. Runs in the order of the units, on the writer: quick, and without waiting.</summary>
    public virtual void Committed()
    {
    }

    /// <summary>It is not, and never will be.</summary>
    public virtual void Failed(Exception exception)
    {
    }
}

/// <summary>A unit that somebody waits for.</summary>
/// <param name="isShort">Whether what follows it is so short that the writer itself can do it.</param>
internal abstract class AwaitedWork(bool isShort = false) : StoreWork
{
    private readonly TaskCompletionSource _done =
        new(isShort ? TaskCreationOptions.None : TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Done => _done.Task;

    public override void Committed() => _done.TrySetResult();

    public override void Failed(Exception exception) => _done.TrySetException(exception);
}

/// <summary>A unit made of a lambda.</summary>
internal sealed class DelegateWork(Action<IStoreTables> execute, Action? committed = null) : AwaitedWork
{
    public override void Execute(IStoreTables tables) => execute(tables);

    public override void Committed()
    {
        committed?.Invoke();
        base.Committed();
    }
}
