using HerogiDsl.Runtime.Hosting;
using HerogiDsl.Runtime.Storage;
using HerogiDsl.Runtime.Telemetry;
using HerogiDsl.Runtime.Timers;
using Microsoft.Extensions.Logging;

namespace HerogiDsl.Runtime.History;

/// <summary>Forgets event ids, steps and windows past their time, in small pieces between the steps.</summary>
internal sealed class RetentionLoop(
    GroupCommit commits, ScenarioCatalog catalog, HerogiOptions options, EngineTasks tasks, TimeProvider time,
    ILogger logger)
{
    private const int PieceSize = 200;

    private readonly string[] _counting =
        [.. catalog.Scenarios.Values.Where(scenario => scenario.Aggregates.Count > 0).Select(scenario => scenario.Name)];

    private static readonly TimeSpan BetweenPieces = TimeSpan.FromMilliseconds(20);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                while (await ForgetPieceAsync(cancellationToken).ConfigureAwait(tasks.Stays))
                    await Task.Delay(BetweenPieces, time, cancellationToken).ConfigureAwait(tasks.Stays);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Log.LoopFailed(logger, nameof(RetentionLoop), exception);
            }

            await Task.Delay(options.RetentionPause, time, cancellationToken).ConfigureAwait(tasks.Stays);
        }
    }

    private async Task<bool> ForgetPieceAsync(CancellationToken cancellationToken)
    {
        var isMore = false;
        var now = time.ReadNow();
        await commits.RunAsync(
            new DelegateWork(tables =>
            {
                isMore = tables.AcceptedIds.RemoveBefore(now - options.EventIdRetention, PieceSize) == PieceSize;
                if (options.HistoryRetention is { } retention)
                    isMore |= tables.History.RemoveBefore(now - retention, PieceSize) == PieceSize;
                foreach (var scenario in _counting)
                    isMore |= tables.Aggregates.RemoveExpired(scenario, now, PieceSize);
            }),
            cancellationToken).ConfigureAwait(tasks.Stays);
        return isMore;
    }
}
