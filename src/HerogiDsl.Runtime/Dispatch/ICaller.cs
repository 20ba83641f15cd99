using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Runtime.Dispatch;

/// <summary>Makes one try of one kind of call.</summary>
internal interface ICaller
{
    /// <summary>Makes one try. Throws only when it is cancelled, or when <paramref name="begin"/> does.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="row">The call.</param>
    /// <param name="begin">Called just before the other side could carry it out.</param>
    /// <param name="cancellationToken">Ends the try.</param>
    Task<CallResult> CallAsync(
        ConnectionDefinition connection, OutboxRow row, Func<CancellationToken, Task> begin, CancellationToken cancellationToken);
}
