using HerogiDsl.Runtime.Dispatch;
using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Testing.Simulation;

/// <summary>
/// The other side of all calls, and the way there: answers come late, in any order or never, requests are lost on the way
/// there or on the way back, or delivered twice.
/// </summary>
internal sealed class SimulatedNetwork(SimulatedTime time, SeededRandom random, SimulationTrace trace) : ICaller
{
    private static readonly int[] Refusals = [400, 404, 409, 429];
    private static readonly int[] Troubles = [500, 502, 503, 504, 520];

    private readonly List<CallAttempt> _attempts = [];
    private readonly List<ActionAttempt> _actions = [];

    /// <summary>All that was tried, in order.</summary>
    public IReadOnlyList<CallAttempt> Attempts => _attempts;

    /// <summary>All actions that were tried, in order.</summary>
    public IReadOnlyList<ActionAttempt> Actions => _actions;

    /// <summary>Told of each call that leaves and each action that begins: its session, and the call.</summary>
    public Action<string, OutboxRow?> Begun { get; set; } = static (_, _) => { };

    /// <summary>Whether everything is answered, soon and well.</summary>
    public bool IsCalm { get; set; }

    public async Task<CallResult> CallAsync(
        ConnectionDefinition connection, OutboxRow row, Func<CancellationToken, Task> begin, CancellationToken cancellationToken)
    {
        var attempt = new CallAttempt(row);
        _attempts.Add(attempt);
        var fate = IsCalm ? CallFate.Answered : random.Pick(CallFates.All);
        trace.Note("call", row.Id, (long)fate);
        await WaitAsync(cancellationToken).ConfigureAwait(true);
        if (fate == CallFate.NoRoute)
            return End(attempt, Fail(CallFailure.Network, mayHaveHappened: false));
        await begin(cancellationToken).ConfigureAwait(true);
        if (fate == CallFate.NoConnection)
            return End(attempt, Fail(CallFailure.Network, mayHaveHappened: false));
        attempt.WasSent = true;
        Begun(row.SessionId, row);
        await WaitAsync(cancellationToken).ConfigureAwait(true);
        if (fate is not (CallFate.LostOnTheWay or CallFate.Refused))
            attempt.Deliveries += !IsCalm && random.OneIn(8) ? 2 : 1;
        if (fate is CallFate.LostOnTheWay or CallFate.NoAnswer)
        {
            await Task.Delay(connection.Timeout, time, cancellationToken).ConfigureAwait(true);
            return End(attempt, Fail(CallFailure.Timeout, mayHaveHappened: true));
        }

        await WaitAsync(cancellationToken).ConfigureAwait(true);
        return End(attempt, Answer(fate));
    }

    /// <summary>Does an action of the application: gives what is made of a number below ten, or throws.</summary>
    public Task<T> ActAsync<T>(
        string sessionId, (string Key, string Asked) call, Func<int, T> make, CancellationToken cancellationToken)
    {
        var attempt = new ActionAttempt(call.Key, call.Asked);
        _actions.Add(attempt);
        Begun(sessionId, null);
        var fails = !IsCalm && random.OneIn(3);
        trace.Note("act", _actions.Count, fails ? 1 : 0);
        // Ended by the clock itself: the generated code that waits for it goes on at once, and not on the thread pool.
        var done = new TaskCompletionSource<T>();
        cancellationToken.UnsafeRegister(
            _ => time.CreateTimer(
                _ => done.TrySetCanceled(cancellationToken), null, TimeSpan.Zero, Timeout.InfiniteTimeSpan),
            null);
        _ = time.CreateTimer(_ => EndAction(), null, Delay(), Timeout.InfiniteTimeSpan);
        return done.Task;

        void EndAction()
        {
            attempt.HasEnded = !fails;
            if (fails)
                done.TrySetException(new InvalidOperationException("the simulated action has failed"));
            else
                done.TrySetResult(make(random.Below(10)));
        }
    }

    private CallResult End(CallAttempt attempt, CallResult result)
    {
        attempt.Result = result;
        trace.Note("answer", attempt.Row.Id, result.StatusCode);
        return result;
    }

    private Task WaitAsync(CancellationToken cancellationToken) =>
        Task.Delay(Delay(), time, cancellationToken);

    private TimeSpan Delay() => random.Time(IsCalm ? TimeSpan.FromMilliseconds(50) : TimeSpan.FromSeconds(8));

    private CallResult Answer(CallFate fate) => fate switch
    {
        CallFate.Refused => new CallResult { StatusCode = random.Pick(Refusals) },
        CallFate.ToldToWait => new CallResult
        {
            StatusCode = random.OneIn(2) ? 429 : 503,
            RetryAfter = random.Time(TimeSpan.FromMinutes(8)),
        },
        CallFate.Trouble => Trouble(random.Pick(Troubles)),
        CallFate.Reset => Fail(CallFailure.Network, mayHaveHappened: true),
        _ => new CallResult { StatusCode = 200, Text = "{}" },
    };

    private static CallResult Trouble(int status) => new()
    {
        StatusCode = status,
        MayHaveHappened = RetryRules.LeavesOpen(status, hasRetryAfter: false),
    };

    private static CallResult Fail(CallFailure failure, bool mayHaveHappened) => new()
    {
        Failure = failure,
        MayHaveHappened = mayHaveHappened,
        Error = "the simulated network has failed",
    };
}
