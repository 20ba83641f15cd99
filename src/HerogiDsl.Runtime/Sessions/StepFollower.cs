using HerogiDsl.Runtime.Dispatch;
using HerogiDsl.Runtime.Inbox;
using HerogiDsl.Runtime.Storage;
using HerogiDsl.Runtime.Telemetry;
using HerogiDsl.Runtime.Timers;
using Microsoft.Extensions.Logging;

namespace HerogiDsl.Runtime.Sessions;

/// <summary>What happens when a step is safe: everything it gave rise to goes its way.</summary>
internal sealed class StepFollower(
    SessionScheduler scheduler, InstanceCache cache, TimerClock timers, Dispatcher dispatcher, DeferralLimit deferrals,
    ILogger logger)
{
    /// <summary>Called by the writer.</summary>
    public void Committed(StepPlan plan, IReadOnlyList<InboxRow> released)
    {
        Remember(plan);
        foreach (var sent in plan.Sent)
            scheduler.Publish(sent);
        foreach (var call in plan.Calls)
            dispatcher.Publish(call);
        foreach (var timer in plan.Timers)
            timers.Started(timer.DueAt);
        foreach (var change in plan.Schedule)
        {
            if (change.Added is { } scheduled)
                timers.Started(scheduled.DueAt);
        }

        Tell(plan);
        if (plan.DropsDueTimers)
            scheduler.ForgetTimers(plan.Row);
        // Last: from here on the session's next step may begin.
        if (plan.Fate == RowFate.Again)
            scheduler.JudgeAgain(plan.Row, released);
        else if (plan.Fate == RowFate.Keep)
            scheduler.Hold(plan.Row, static () => true);
        else
            scheduler.Complete(plan.Row, released);
    }

    /// <summary>
    /// The session was changed by hand meanwhile: what is left of its rows is judged anew, by the instance as it is stored.
    /// </summary>
    public void Overtaken(InboxRow row, Mailbox mailbox)
    {
        cache.Forget(row.Scenario, row.SessionId);
        scheduler.Repeat(mailbox);
    }

    /// <summary>The store could not be written: the same step again, when a moment has passed.</summary>
    public void Failed(Mailbox mailbox) => timers.After(TimeSpan.FromSeconds(1), () => scheduler.Repeat(mailbox));

    private void Remember(StepPlan plan)
    {
        var (scenario, sessionId) = (plan.Row.Scenario, plan.Row.SessionId);
        if (plan.Change == InstanceChange.None)
            return;
        cache.Set(scenario, sessionId, plan.After);
        if (plan.After is { } after)
            deferrals.Changed(after.Row);
        else
            deferrals.Removed(scenario, sessionId);
    }

    private void Tell(StepPlan plan)
    {
        HerogiMeter.CountStep(plan.Row.Scenario, plan.Outcome);
        foreach (var text in plan.Logs)
            Log.Scenario(logger, plan.Row.Scenario, plan.Row.SessionId, text);
        if (plan.After?.Row is not { } row || plan.Fate != RowFate.Keep)
            return;
        if (row.Status == InstanceStatus.Faulted)
            Log.Faulted(logger, row.Scenario, row.SessionId, row.Position, row.Reason, plan.Exception);
        else
            Log.Incompatible(logger, row.Scenario, row.SessionId, row.Reason);
    }
}
