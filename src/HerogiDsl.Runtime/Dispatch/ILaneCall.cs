using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Runtime.Dispatch;

/// <summary>Makes one try of a row of the outbox, and records how it ended.</summary>
internal interface ILaneCall
{
    /// <summary>Makes a try and records it.</summary>
    /// <param name="row">The call.</param>
    /// <param name="signals">How the runtime ends.</param>
    /// <param name="place">Left when the try is over, and only its recording is left: the other side has room for another.</param>
    /// <returns>The row that is to be tried again at its due time; null when it is over, or the runtime is.</returns>
    Task<OutboxRow?> MakeAsync(OutboxRow row, StopSignals signals, LanePlace place);
}

/// <summary>How the runtime ends.</summary>
/// <param name="Stopping">It stops: nothing is begun any more.</param>
/// <param name="Aborting">Time is up.</param>
internal readonly record struct StopSignals(CancellationToken Stopping, CancellationToken Aborting);
