using Microsoft.Extensions.Logging;

namespace HerogiDsl.Runtime.Telemetry;

/// <summary>What the runtime writes to the application's log. The event ids never change their meaning.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "started: {Scenarios} scenarios")]
    public static partial void Started(ILogger logger, int scenarios);

    [LoggerMessage(2, LogLevel.Information, "stopped")]
    public static partial void Stopped(ILogger logger);

    [LoggerMessage(10, LogLevel.Debug, "no scenario takes '{Event}': accepted and forgotten (session '{SessionId}')")]
    public static partial void NobodyTakes(ILogger logger, string @event, string sessionId);

    [LoggerMessage(11, LogLevel.Debug, "the event '{EventId}' was accepted before: acknowledged, not handled again")]
    public static partial void AcceptedBefore(ILogger logger, string eventId);

    [LoggerMessage(12, LogLevel.Information, "a session was erased: {Rows} rows")]
    public static partial void Erased(ILogger logger, long rows);

    [LoggerMessage(13, LogLevel.Warning, "{Scenario} {SessionId} was changed by hand: {What}, by '{By}'")]
    public static partial void ByHand(ILogger logger, string scenario, string sessionId, string what, string? by);

    [LoggerMessage(20, LogLevel.Information, "{Scenario} {SessionId}: {Text}")]
    public static partial void Scenario(ILogger logger, string scenario, string sessionId, string text);

    [LoggerMessage(21, LogLevel.Error, "{Scenario} {SessionId} is faulted at {Position}: {Reason}")]
    public static partial void Faulted(
        ILogger logger, string scenario, string sessionId, string? position, string? reason, Exception? exception);

    [LoggerMessage(22, LogLevel.Error, "{Scenario} {SessionId} is incompatible with this build: {Reason}")]
    public static partial void Incompatible(ILogger logger, string scenario, string sessionId, string? reason);

    [LoggerMessage(23, LogLevel.Warning, "the inbox holds an event for '{Scenario}', which this build does not have: it waits")]
    public static partial void NoSuchScenario(ILogger logger, string scenario);

    [LoggerMessage(
        25,
        LogLevel.Warning,
        "'{Event}' was scheduled for the session '{SessionId}', and this build does not have the event: it waits")]
    public static partial void NoSuchEvent(ILogger logger, string @event, string sessionId);

    [LoggerMessage(24, LogLevel.Error, "a step of session '{SessionId}' could not be begun: it is tried again")]
    public static partial void StepNotBegun(ILogger logger, string sessionId, Exception exception);

    [LoggerMessage(30, LogLevel.Debug, "{Connection} #{Id}: status {Status}, try {Try}, again at {DueAt}")]
    public static partial void CallAgain(ILogger logger, string connection, long id, int status, int @try, DateTimeOffset dueAt);

    [LoggerMessage(31, LogLevel.Warning, "{Connection} #{Id} of {Scenario} {SessionId} failed for good: {Reason}")]
    public static partial void CallFailed(
        ILogger logger, string connection, long id, string scenario, string sessionId, string reason);

    [LoggerMessage(
        32,
        LogLevel.Error,
        "the outbox holds calls for {Lane}, which this build does not have: they wait")]
    public static partial void NoSuchLane(ILogger logger, string lane);

    // The exception as text: secrets are taken out of it.
    [LoggerMessage(33, LogLevel.Warning, "the action '{Action}' #{Id} failed at try {Try}: {Exception}")]
    public static partial void ActionThrew(ILogger logger, string action, long id, int @try, string exception);

    [LoggerMessage(
        34,
        LogLevel.Warning,
        "the connection '{Connection}' is left alone: {Failures} tries in a row had no answer; its calls wait")]
    public static partial void ConnectionBroken(ILogger logger, string connection, int failures);

    [LoggerMessage(35, LogLevel.Information, "the connection '{Connection}' answers again: its calls go on")]
    public static partial void ConnectionBack(ILogger logger, string connection);

    [LoggerMessage(40, LogLevel.Error, "the store could not be written")]
    public static partial void CommitFailed(ILogger logger, Exception exception);

    [LoggerMessage(41, LogLevel.Critical, "a defect: what follows a commit has failed")]
    public static partial void CallbackFailed(ILogger logger, Exception exception);

    [LoggerMessage(42, LogLevel.Error, "{Loop} failed: it goes on in a second")]
    public static partial void LoopFailed(ILogger logger, string loop, Exception exception);
}
