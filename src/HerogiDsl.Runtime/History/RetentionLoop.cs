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
    private readonly PieceSize _piece = new();
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
        var (size, took) = (_piece.Rows, TimeSpan.Zero);
        await commits.RunAsync(
            new DelegateWork(tables =>
            {
                var begun = time.GetTimestamp();
                isMore = ForgetOne(tables, now, size);
                took = time.GetElapsedTime(begun);
            }),
            cancellationToken).ConfigureAwait(tasks.Stays);
        _piece.Took(took);
        return isMore;
    }

    // One kind at a time: a piece is small in all.
    private bool ForgetOne(IStoreTables tables, DateTimeOffset now, int size)
    {
        if (tables.AcceptedIds.RemoveBefore(now - options.EventIdRetention, size) > 0)
            return true;
        if (options.HistoryRetention is { } retention && tables.History.RemoveBefore(now - retention, size) > 0)
            return true;
        return _counting.Aggregate(false, (isMore, scenario) => isMore | tables.Aggregates.RemoveExpired(scenario, now, size));
    }
}
