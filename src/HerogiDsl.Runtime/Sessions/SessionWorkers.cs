using System.Threading.Channels;
using HerogiDsl.Runtime.Hosting;
using HerogiDsl.Runtime.Storage;
using HerogiDsl.Runtime.Telemetry;
using HerogiDsl.Runtime.Timers;
using Microsoft.Extensions.Logging;

namespace HerogiDsl.Runtime.Sessions;

/// <summary>Run the steps, so many at once. They do not wait until a step is safe: the writer goes on from there.</summary>
internal sealed class SessionWorkers(
    SessionScheduler scheduler, StepRunner runner, StepFollower follower, InstanceCache cache, GroupCommit commits,
    TimerClock timers, EngineTasks tasks, ILogger logger)
{
    public Task RunAsync(int workers) =>
        Task.WhenAll(Enumerable.Range(0, workers).Select(_ => tasks.Run(WorkAsync)));

    private async Task WorkAsync()
    {
        // Not ReadAllAsync: that one goes on wherever it likes.
        while (await scheduler.Ready.WaitToReadAsync().ConfigureAwait(tasks.Stays))
        {
            while (scheduler.Ready.TryRead(out var mailbox))
            {
                if (scheduler.IsStopped)
                    return;
                // Before the row is taken: what is changed by hand from here on overtakes the step.
                var turn = new StepTurn(mailbox);
                if (scheduler.Peek(mailbox) is { } row && !await TryStepAsync(row, turn).ConfigureAwait(tasks.Stays))
                    return;
            }
        }
    }

    /// <summary>Hands a step to the writer; false when the runtime has ended: the row is in the store, for the next start.</summary>
    private async Task<bool> TryStepAsync(InboxRow row, StepTurn turn)
    {
        try
        {
            if (runner.Run(row) is { } plan)
                await commits.SubmitAsync(new StepWork(plan, turn, follower)).ConfigureAwait(tasks.Stays);
            else
                scheduler.Hold(row, () => IsHeld(row, turn));
        }
        catch (ChannelClosedException)
        {
            return false;
        }
        catch (Exception exception)
        {
            Log.StepNotBegun(logger, row.SessionId, exception);
            timers.After(TimeSpan.FromSeconds(1), () => scheduler.Repeat(turn.Mailbox));
        }

        return true;
    }

    // A scenario that this build does not have holds its rows as well: nothing is known of it then.
    private bool IsHeld(InboxRow row, StepTurn turn)
    {
        if (runner.IsUnknown(row))
            return true;
        if (turn.IsOvertaken)
        {
            // What was read of the instance may be from before the change.
            cache.Forget(row.Scenario, row.SessionId);
            return false;
        }

        return cache.TryGet(row.Scenario, row.SessionId, out var instance)
            && instance is { Row.Status: InstanceStatus.Faulted or InstanceStatus.Incompatible };
    }
}
